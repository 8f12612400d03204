// That somebody is writing, where they allowed it of themselves. Seen, not read out: it would talk over what is being said.
import { h } from './dom.js';
import { say } from './words.js';
import { model, person } from './model.js';
import { send, listen } from './live.js';

const EVERY = 3000;
const STANDS = 5000;

export const typing = h('p.typing', { 'aria-hidden': 'true', hidden: true });

let last = 0;
let goes = null;

/** Somebody writes here; the others hear of it now and then. */
export function isTyping() {
  if (!model.mine.typing || model.state.writing !== 'said' || Date.now() - last < EVERY) return;
  last = Date.now();
  send({ t: 'typing' });
}

listen((message) => {
  if (message.t === 'line' && message.line.by) typing.hidden = true;
  if (message.t !== 'typing') return;
  const by = person(message.by);
  typing.textContent = by ? say('web_typing', { name: by.name }) : '';
  typing.hidden = !by;
  clearTimeout(goes);
  goes = setTimeout(() => { typing.hidden = true; }, STANDS);
});
