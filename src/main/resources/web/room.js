// The room: its head, what has been said, and the dock where one writes and chooses.
import { h, fill, toast } from './dom.js';
import { say } from './words.js';
import { begin, model, watch } from './model.js';
import { listen } from './live.js';
import { head, showHead } from './head.js';
import { said, showLog } from './log.js';
import { dock, showDock } from './dock.js';
import { tidyNotes } from './notes.js';
import { showSetUp } from './setup.js';
import { act } from './acts.js';
import { askKeep } from './sheets.js';

const app = document.getElementById('app');
let shown = false;

export function showRoom() {
  listen(hear);
  watch(show);
  begin();
}

function show() {
  if (!model.me || !model.state) return; // a state may come before the welcome
  if (!shown) {
    shown = true;
    fill(app, h('div.room', null, head, said, dock));
    if (!model.mine.setUp) showSetUp();
  }
  tidyNotes();
  showHead();
  showLog();
  showDock();
}

function hear(message) {
  if (message.t === 'said') toast(message.text);
  if (message.t === 'keep') askKeep(message);
  if (message.t === 'taken') act.answered(message);
  if (message.t === 'out') location.reload();
  if (message.t === 'lost' && shown) toast(say('web_not_connected'));
}
