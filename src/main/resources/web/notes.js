// Private notes: only the person they are for sees them, here and nowhere else.
import { h, button, icon, paragraphs } from './dom.js';
import { say, label } from './words.js';
import { model, may, putAway } from './model.js';
import { surely } from './live.js';
import { act } from './acts.js';
import { compose } from './composer.js';

const beyond = ['try_again', 'misread'];
const over = ['open', 'closing', 'inviting'];

/** A note about safety stays folded until it is asked for: somebody may be looking on. */
export const isHelp = (note) => note.moves.includes('misread') && !note.misreadable;

function opening(note) {
  const lines = note.text.split('\n');
  const leads = lines.length > 1 && lines[0].endsWith(':');
  const only = note.moves.includes('another_opening') && lines.length === 1;
  return leads || only ? lines[lines.length - 1] : null;
}

export function card(note) {
  const close = h('button.icon-only', { type: 'button', onclick: () => putAway(note.id), 'aria-label': say('web_put_away') }, icon('close'));
  const title = h('h2.sub', null, icon('note'), say('just_for_me'));
  if (isHelp(note)) return folded(note, title, close);
  return h('div.note', { role: 'group', 'aria-label': say('web_only_you') }, h('div.top', null, title, close), body(note));
}

function folded(note, title, close) {
  const inside = h('div.folded', { hidden: true }, exit(), body(note));
  const unfold = button(say('web_open_note'), () => { inside.hidden = false; unfold.remove(); }, 'small');
  return h('div.note', { role: 'group', 'aria-label': say('web_only_you') }, h('div.top', null, title, unfold, close), inside);
}

/** Help for words that nobody else has seen, folded as well. */
export function helpNote(text) {
  const inside = h('div.folded', { hidden: true }, exit(), paragraphs(text));
  const unfold = button(say('web_open_note'), () => { inside.hidden = false; unfold.remove(); }, 'small');
  return h('div.note', { role: 'group', 'aria-label': say('web_only_you') },
    h('div.top', null, h('h3.sub', null, icon('note'), say('just_for_me')), unfold), inside);
}

export function exit() {
  return button(say('quick_exit'), act.quickExit, 'exit');
}

function body(note) {
  const begin = opening(note);
  const lines = note.text.split('\n');
  const text = begin ? lines.slice(0, -1).join('\n') : note.text;
  const words = note.words || begin;
  return [
    paragraphs(text),
    words && h('blockquote', { dir: 'auto' }, words),
    h('div.row', null,
      words && button(say('web_use_opening'), () => { compose(words, note.words ? note.id : null); }, 'small'),
      note.moves.filter((move) => beyond.includes(move)).map((move) => moveButton(note, move))),
  ];
}

function moveButton(note, move) {
  if (move === 'misread') return button(label(move), () => surely({ t: 'misread', note: note.id }), 'small');
  return button(label(move), () => act.do(move, () => putAway(note.id)), 'small');
}

let phaseKey = null;
let since = 0;

/** Puts away what no longer applies: an opening once the answer is given, a question that nobody asks any more. */
export function tidyNotes() {
  const key = model.state.phase + (model.state.to || '');
  if (key !== phaseKey) { phaseKey = key; since = Date.now(); }
  for (const note of model.notes) if (model.on && isStale(note)) putAway(note.id);
}

/** A state that was under way while a note came may not know of it yet. */
const GRACE = 4000;
setInterval(() => model.state && tidyNotes(), GRACE);

function isStale(note) {
  if (note.words || isHelp(note) || Date.now() - note.arrived < GRACE) return false;
  if (note.moves.includes('try_again')) return over.includes(model.state.phase);
  if (note.moves.length) return !note.moves.some(may);
  return note.arrived < since - 2000;
}
