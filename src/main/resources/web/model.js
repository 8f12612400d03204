// What this page knows of its room, as the program tells it, and what was written here and is still on its way.
import { connect, listen, does, surely, unconfirmed } from './live.js';

export const model = {
  me: null,
  people: [],
  lines: [],
  notes: [],
  mine: {},
  help: '',
  topic: '',
  state: null,
  pending: new Map(),
  on: false,
  cursor: 0, // the last line that is here with all before it
  skew: 0, // the program's clock minus this one, in milliseconds
};

const watchers = [];
let asked = false;

/** Calls `f` with the last message soon after something has changed. */
export const watch = (f) => watchers.push(f);

function changed() {
  if (asked) return;
  asked = true;
  queueMicrotask(() => { asked = false; watchers.forEach((f) => f()); });
}

const byOrder = (a, b) => a.order - b.order || (a.seq || 0) - (b.seq || 0);

function addLine(line) {
  if (model.on) model.cursor = Math.max(model.cursor, line.seq);
  if (model.lines.some((l) => l.seq === line.seq) || isOver(line)) return;
  model.lines.push(line);
  model.lines.sort(byOrder);
}

/** What is past its time is gone from the program, and goes from here by itself. */
const isOver = (line) => line.until && line.until <= now();

setInterval(() => {
  const left = model.lines.filter((line) => !isOver(line));
  if (left.length < model.lines.length) { model.lines = left; changed(); }
}, 15000);

function addNote(note) {
  if (model.notes.some((n) => n.id === note.id)) return;
  model.notes.push({ ...note, order: note.id, arrived: Date.now() });
}

const on = {
  welcome(m) {
    Object.assign(model, { me: m.me, people: m.people, mine: m.mine, help: m.help, topic: m.topic, on: true, skew: m.now - Date.now() });
    const stand = new Set(m.stand); // of the lines that were here before, those that nobody has erased since
    model.lines = model.lines.filter((l) => l.seq > m.after || stand.has(l.seq));
    m.lines.forEach(addLine);
    model.notes = model.notes.filter((n) => m.notes.some((x) => x.id === n.id));
    m.notes.forEach(addNote);
    for (const done of unconfirmed()) if (done.do === 'wrote') model.pending.set(done.id, { text: done.text, writing: done.as });
  },
  lost() { model.on = false; },
  line(m) { model.pending.delete(m.id); addLine(m.line); },
  note(m) { addNote(m.note); },
  gone(m) { model.notes = model.notes.filter((n) => n.id !== m.note); },
  state(m) { model.state = m; },
  people(m) { model.people = m.people; },
  mine(m) { model.mine = m.mine; },
  erased(m) { model.lines = model.lines.filter((l) => (m.by ? l.by !== m.by : l.until)); },
  taken(m) {
    const pending = model.pending.get(m.id);
    if (pending && m.how !== 'MOVED' && m.how !== 'AGAIN') m.words = pending.text;
    model.pending.delete(m.id);
  },
};

listen((message) => {
  const f = on[message.t];
  if (f) { f(message); changed(); }
});

/** Connects, and goes on after the last line that is here. */
export function begin() {
  connect(() => model.cursor);
}

export const now = () => Date.now() + model.skew;
export const person = (id) => model.people.find((p) => p.id === id);
export const other = () => model.people.find((p) => p.id !== model.me);
export const may = (move) => !!model.state && model.state.moves.includes(move);

/** Writes, shown here at once. What was written to be kept is never said aloud unasked. `replaces` names kept words that these take the place of. */
export function write(text, replaces) {
  const as = model.state ? model.state.writing : 'said';
  const id = does('wrote', { text, as, after: model.cursor, ...(replaces ? { replaces } : {}) });
  model.pending.set(id, { text, writing: as });
  changed();
  return id;
}

export const press = (move) => does('pressed', { move });

export function putAway(note) {
  model.notes = model.notes.filter((n) => n.id !== note);
  surely({ t: 'away', note });
  changed();
}
