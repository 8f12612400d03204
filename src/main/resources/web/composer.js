// Where one writes. What is written and not sent stays on this page only, also over a reload.
import { h, icon, toast } from './dom.js';
import { say } from './words.js';
import { model, write, putAway } from './model.js';
import { seat } from './place.js';
import { listen } from './live.js';
import { isTyping } from './typing.js';
import { readSoon, reading, forgetReading, lend } from './reading.js';
import { ready, keepReady } from './ready.js';

const LONGEST = 4000;
const shelf = 'turnstone draft ' + seat;
const touch = matchMedia('(pointer: coarse)');

const field = h('textarea', { rows: 1, id: 'write', dir: 'auto', autocomplete: 'off', enterkeyhint: 'enter' });
const count = h('small.count', { 'aria-live': 'polite' });
export const more = h('button.more', { type: 'button' }, icon('more'));
const sender = h('button.send', { type: 'submit' }, icon('send'));
export const composer = h('form.composer', { onsubmit: submit }, reading, h('div.write', null, more, field, sender), count);

let fromNote = null; // the note whose words stand here: put away when they are sent
let replaces = null; // kept words that are being edited

field.addEventListener('input', () => { grow(); shelve(); counts(); readSoon(field.value); isTyping(); });
field.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && !touch.matches) {
    event.preventDefault();
    submit(event);
  }
});
field.value = unshelve();
lend({
  swap(words) {
    const before = field.value;
    field.value = words;
    placed(words);
    return before;
  },
  submit: () => composer.requestSubmit(),
});

/** Whoever erases their words means these as well. */
listen((message) => {
  if (message.t !== 'erased' || message.by !== model.me) return;
  field.value = '';
  fromNote = replaces = null;
  grow(); shelve(); counts();
});

function unshelve() {
  try { return sessionStorage.getItem(shelf) || ''; } catch (e) { return ''; }
}

function shelve() {
  try { sessionStorage.setItem(shelf, field.value); } catch (e) { /* it stays in the field */ }
}

function grow() {
  field.style.height = 'auto';
  field.style.height = Math.min(field.scrollHeight + 2, 180) + 'px';
}

function counts() {
  const left = LONGEST - field.value.length;
  const speaking = model.state && model.state.phase === 'speaking' && model.state.to === model.me;
  if (left < 400) count.textContent = say('web_characters_left', { count: left });
  else if (speaking && field.value.length > model.state.chunk) count.textContent = say('web_long_chunk');
  else count.textContent = '';
}

/** Puts words into the field to be finished by their writer; what stands there already stays before them. */
export function compose(words, note = null, kept = null) {
  const before = field.value.trim();
  field.value = before && before !== words ? before + '\n' + words : words;
  fromNote = note || fromNote;
  replaces = kept || replaces;
  placed(field.value);
}

/** Where an opening was left open one goes on writing. */
function placed(words) {
  grow(); shelve(); counts();
  field.focus();
  const gap = words.indexOf('...');
  if (gap >= 0) field.setSelectionRange(gap, gap + 3);
}

export const isEmpty = () => !field.value.trim();

function submit(event) {
  event.preventDefault();
  const text = field.value.trim();
  if (!text) { field.focus(); return; }
  if (text.length > LONGEST) { toast(say('too_long', { limit: LONGEST })); return; }
  write(text, replaces);
  if (fromNote) putAway(fromNote);
  field.value = '';
  fromNote = replaces = null;
  forgetReading();
  grow(); shelve(); counts();
  field.focus();
}

const placeholders = { kept: 'web_write_kept', draft: 'web_write_draft' };

function placeholder() {
  const { writing, phase, to } = model.state;
  if (placeholders[writing]) return placeholders[writing];
  if (phase === 'speaking') return 'web_write_turn';
  return phase === 'leaning_in' && to === model.me ? 'web_write_answer' : 'web_write';
}

/** Words that come back when the turn comes stand in the field, if it is free. */
function takeBack() {
  const note = model.notes.find((n) => n.words && !n.taken);
  if (!note) return;
  note.taken = true;
  if (isEmpty()) { field.value = note.words; fromNote = note.id; grow(); shelve(); }
}

/** What was made ready stands in the field once the floor is here, if the field is free. */
function takeReady() {
  const { phase, to } = model.state;
  if (phase !== 'speaking' || to !== model.me || !isEmpty() || !ready()) return;
  field.value = ready();
  keepReady('');
  grow(); shelve();
}

export function showComposer() {
  const text = say(placeholder());
  if (field.placeholder !== text) {
    field.placeholder = text;
    field.setAttribute('aria-label', text);
    sender.setAttribute('aria-label', say('send'));
    grow();
  }
  const { writing } = model.state;
  composer.classList.toggle('waits', writing !== 'said');
  if (composer.dataset.writing !== writing) {
    composer.dataset.writing = writing;
    readSoon(field.value);
  }
  takeBack();
  takeReady();
  counts();
}
