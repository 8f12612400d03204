// Practice: what a partner might say, one's own answer, and what it may sound like. Nothing written here is kept.
import { h, fill, button } from './dom.js';
import { say } from './words.js';
import { send, listen } from './live.js';
import { sheet } from './sheets.js';
import { helpNote } from './notes.js';
import { marks } from './reading.js';

let hear = () => {};
let n = 0;

listen((message) => { if (message.t === 'practice' && message.n === n) hear(message); });

const ask = (what) => send({ t: 'practise', n: (n += 1), ...what });

export function openPractice() {
  const place = h('div.practice', null);
  sheet(say('practice'), () => place, 'tall');
  hear = (message) => (message.next ? explained(place, message) : asked(place, message));
  ask({});
}

function asked(place, { at, kind, words }) {
  const field = h('textarea', { rows: 3, dir: 'auto', maxlength: 4000, id: 'practice-answer' });
  const onsubmit = (event) => {
    event.preventDefault();
    if (field.value.trim()) ask({ ...at, text: field.value.trim() });
    else field.focus();
  };
  fill(place,
    h('p.small', null, say('practice_what')),
    h('figure.they', null, h('figcaption', null, say('practice_they_say', { kind })), h('blockquote', { dir: 'auto' }, words)),
    h('form', { onsubmit }, h('label', { for: 'practice-answer' }, say('practice_answer')), field,
      h('button.main', { type: 'submit' }, say('practice_read'))),
    h('div.explained', { 'aria-live': 'polite' }),
    h('p.small', null, say('practice_keeps_nothing')));
  field.focus();
}

function explained(place, message) {
  const field = place.querySelector('textarea');
  const text = field.value.trim();
  if (message.help) {
    fill(place.querySelector('.explained'), helpNote(message.help), further(place, message));
    return;
  }
  fill(place.querySelector('.explained'),
    h('p.verdict', null, message.text),
    side(text, message, 'LEANING_IN', 'practice_leaned', 'warm'),
    side(text, message, 'DEFENDING', 'practice_guarded', 'guard'),
    message.verdict === 'LEANING_IN' ? [] : [h('p', null, say('practice_stronger')), h('blockquote', { dir: 'auto' }, message.opening)],
    message.harder && h('p', null, say('practice_harder')),
    further(place, message));
  place.querySelector('.explained .main').scrollIntoView({ block: 'nearest' });
}

function side(text, message, which, heading, kind) {
  const found = message.findings.filter((f) => f.side === which);
  return found.length > 0 && h('section', null, h('h3', null, say(heading)), marks(text, found, kind));
}

function further(place, message) {
  const field = place.querySelector('textarea');
  const again = () => {
    if (message.opening && message.verdict !== 'LEANING_IN') field.value = message.opening;
    fill(place.querySelector('.explained'));
    field.focus();
    const gap = field.value.indexOf('...');
    if (gap >= 0) field.setSelectionRange(gap, gap + 3);
  };
  return h('div.row', null,
    button(say('practice_again'), again),
    button(say('practice_next'), () => ask(message.next), 'main'));
}
