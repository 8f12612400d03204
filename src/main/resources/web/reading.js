// Reading a draft before it is sent: private, unhurried, and only where its writer switched it on.
import { h, fill, button } from './dom.js';
import { say, label } from './words.js';
import { model } from './model.js';
import { send, surely, listen } from './live.js';

export const reading = h('div.reading', { 'aria-live': 'polite', hidden: true });

const PATIENCE = 900; // milliseconds of quiet before a draft is read
let timer = null;
let n = 0;
let draft = '';
let hands = { swap() {}, submit() {} };

/** What the composer lends: `swap(words)` puts words into the field and gives those that stood there; `submit()` sends. */
export function lend(composer) {
  hands = composer;
}

/** Asks for a reading once the writer has paused. */
export function readSoon(text) {
  clearTimeout(timer);
  if (!model.mine.drafts || !text.trim()) { reading.hidden = true; return; }
  timer = setTimeout(() => {
    if (model.state.writing !== 'said') return; // drafts in a pause and words for later are never read
    n += 1;
    draft = text;
    send({ t: 'read', n, text });
  }, PATIENCE);
}

export function forgetReading() {
  clearTimeout(timer);
  n += 1;
  reading.hidden = true;
}

listen((message) => {
  if (message.t === 'reading' && !message.ready && message.n === n) show(message);
});

/** The words that led there, each with its reason in one sentence. */
export function marks(text, findings, kind) {
  return h(`ul.marks.${kind}`, { role: 'list' }, findings.slice(0, 4).map((f) => h('li', null,
    h('q', { dir: 'auto' }, text.slice(f.start, f.end)), ' ', h('span', null, f.meaning))));
}

function show(message) {
  reading.hidden = message.findings.length === 0;
  if (reading.hidden) return;
  const side = (warm) => message.findings.filter((f) => (f.side === 'LEANING_IN') === warm);
  const guarded = side(false);
  fill(reading,
    h('h2.sub', null, say('reading_heading'), ' · ', say('web_only_you')),
    h('p', null, message.text),
    guarded.length > 0 && marks(draft, guarded, 'guard'),
    side(true).length > 0 && marks(draft, side(true), 'warm'),
    message.opening && [h('p.small', null, say('reading_opening')), h('blockquote', { dir: 'auto' }, message.opening)],
    guarded.length > 0 && h('div.row', null,
      message.opening && button(say('web_use_opening'), () => takes(message.opening), 'small'),
      button(say('send_as_it_is'), () => hands.submit(), 'small'),
      button(label('misread'), () => misread(guarded), 'small')));
}

/** The opening takes the draft's place; the writer's own words are one touch away. */
function takes(opening) {
  const before = hands.swap(opening);
  forgetReading();
  reading.hidden = false;
  fill(reading, button(say('web_words_back'), () => { hands.swap(before); forgetReading(); readSoon(before); }, 'small'));
}

function misread(findings) {
  surely({ t: 'misread', rules: [...new Set(findings.flatMap((f) => f.rules))] });
  forgetReading();
}
