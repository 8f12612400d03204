// Reading a draft before it is sent: private, unhurried, and only where its writer switched it on.
import { h, fill, button } from './dom.js';
import { say } from './words.js';
import { model } from './model.js';
import { send, listen } from './live.js';
import { compose } from './composer.js';

export const reading = h('div.reading', { 'aria-live': 'polite', hidden: true });

let timer = null;
let n = 0;
let draft = '';

/** Asks for a reading once the writer has paused. */
export function readSoon(text) {
  clearTimeout(timer);
  if (!model.mine.drafts || !text.trim()) { reading.hidden = true; return; }
  timer = setTimeout(() => {
    if (model.state.writing !== 'said') return; // drafts in a pause and words for later are never read
    n += 1;
    draft = text;
    send({ t: 'read', n, text });
  }, 900);
}

export function forgetReading() {
  clearTimeout(timer);
  n += 1;
  reading.hidden = true;
}

listen((message) => {
  if (message.t === 'reading' && message.n === n) show(message);
});

function show(message) {
  reading.hidden = message.findings.length === 0;
  if (reading.hidden) return;
  fill(reading,
    h('h2.sub', null, say('reading_heading'), ' · ', say('web_only_you')),
    h('p', null, message.text),
    h('ul', null, message.findings.slice(0, 3).map((f) => h('li', { class: f.side === 'LEANING_IN' ? 'warm' : 'guard' },
      h('q', { dir: 'auto' }, draft.slice(f.start, f.end)), ' ', f.meaning))),
    message.opening && h('div.row', null,
      h('span', null, say('reading_opening')),
      button(message.opening, () => compose(message.opening), 'small')),
    h('p.small', null, say('reading_no_claim')));
}
