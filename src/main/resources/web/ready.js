// Getting one's own turn ready, alone, before asking for it. It stays on this page until the floor comes, or is let go.
import { h, fill, button } from './dom.js';
import { say } from './words.js';
import { send, listen } from './live.js';
import { sheet } from './sheets.js';
import { seat } from './place.js';
import { helpNote } from './notes.js';
import { marks } from './reading.js';

const shelf = 'turnstone ready ' + seat;
const watchers = [];
let hear = () => {};
let n = 0;

listen((message) => { if (message.t === 'reading' && message.ready && message.n === n) hear(message); });

/** What stands ready for one's turn; empty: nothing. */
export function ready() {
  try { return sessionStorage.getItem(shelf) || ''; } catch (e) { return ''; }
}

export function keepReady(text) {
  try { if (text) sessionStorage.setItem(shelf, text); else sessionStorage.removeItem(shelf); } catch (e) { /* it stays in the sheet */ }
  watchers.forEach((f) => f());
}

/** Calls `f` when something was made ready or let go. */
export const onReady = (f) => watchers.push(f);

export function openReady() {
  const field = h('textarea', { rows: 5, dir: 'auto', maxlength: 4000, 'aria-label': say('web_ready') });
  const place = h('div.explained', { 'aria-live': 'polite' });
  field.value = ready();
  sheet(say('web_ready'), (close) => [
    h('p', null, say('web_ready_what')),
    h('p.small', null, say('turn_question')),
    field, place,
    h('div.row', null,
      button(say('web_ready_read'), () => { n += 1; if (field.value.trim()) send({ t: 'read', ready: true, n, text: field.value }); else field.focus(); }),
      button(say('web_ready_keep'), () => { keepReady(field.value.trim()); close(); }, 'main')),
  ], 'tall');
  hear = (message) => show(place, field, message);
  field.focus();
}

function show(place, field, message) {
  if (message.help) { fill(place, helpNote(message.help)); return; }
  const hard = message.findings.filter((f) => f.side !== 'LEANING_IN');
  if (!hard.length) { fill(place, h('p.verdict', null, say('web_ready_fine'))); return; }
  fill(place,
    h('p.verdict', null, message.text),
    marks(field.value, hard, 'guard'),
    message.opening && [h('p', null, say('reading_opening')), h('blockquote', { dir: 'auto' }, message.opening),
      h('div.row', null, button(say('web_use_opening'), () => begin(field, message.opening), 'small'))]);
}

function begin(field, opening) {
  field.value = `${opening}\n${field.value}`;
  field.focus();
  const gap = opening.indexOf('...');
  if (gap >= 0) field.setSelectionRange(gap, gap + 3);
}
