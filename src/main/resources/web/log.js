// What has been said, in order, with the notes that only this person sees in their places.
import { h, paragraphs } from './dom.js';
import { say } from './words.js';
import { model, person } from './model.js';
import { card } from './notes.js';

const list = h('ol.lines', { role: 'list' });
const log = h('div.log', { role: 'log', 'aria-live': 'off', tabindex: 0 }, list);
const empty = h('div.empty', { hidden: true }, h('div.stones', { 'aria-hidden': 'true' }, h('i'), h('i')), h('h2', { dir: 'auto', hidden: true }), h('p', null));
export const said = h('main.said', null, h('h1.hidden', null, 'Turnstone'), empty, log);

const shown = new Map(); // elements by key
let first = true;

function items() {
  const all = [
    ...model.lines.map((line) => ({ key: 'l' + line.seq, order: line.order, seq: line.seq, line })),
    ...model.notes.map((note) => ({ key: 'n' + note.id, order: note.id, seq: 0, note })),
  ].sort((a, b) => a.order - b.order || a.seq - b.seq);
  for (const [id, pending] of model.pending) {
    if (pending.writing === 'said') all.push({ key: 'p' + id, pending });
  }
  return all;
}

function time(at) {
  return new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
}

function element(item) {
  if (item.note) return h('li.private', null, card(item.note));
  if (item.pending) {
    return h('li.line.mine.pending', null, h('div.bubble', { dir: 'auto' }, item.pending.text), h('small', null, say('web_sending')));
  }
  const { line } = item;
  if (!line.by) return h('li.line.bot', null, paragraphs(line.text));
  const mine = line.by === model.me;
  const name = mine ? say('web_you') : (person(line.by) || { name: '' }).name;
  return h(`li.line.${mine ? 'mine' : 'theirs'}`, null,
    h('span.who', { dir: 'auto' }, name),
    h('div.bubble', { dir: 'auto' }, line.text),
    h('time', { datetime: new Date(line.at).toISOString() }, time(line.at)));
}

/** Lines of one person in a row belong together: the name stands above the first and the time below the last. */
function group(all) {
  const joins = (a, b) => !!(a && a.line && a.line.by && b && b.line && a.line.by === b.line.by);
  all.forEach((item, i) => {
    shown.get(item.key).classList.toggle('follows', joins(all[i - 1], item));
    shown.get(item.key).classList.toggle('before', joins(item, all[i + 1]));
  });
}

/** A room in which nothing has been said: what it is about, if it was opened for something, and how to begin. */
function showEmpty() {
  const [, topic, how] = empty.children;
  topic.hidden = !model.topic;
  topic.textContent = model.topic || '';
  how.textContent = say('web_empty');
}

export function showLog() {
  const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 80;
  const all = items();
  empty.hidden = all.length > 0;
  log.classList.toggle('bare', all.length === 0);
  if (!empty.hidden) showEmpty();
  const keys = new Set(all.map((item) => item.key));
  for (const [key, node] of shown) if (!keys.has(key)) { node.remove(); shown.delete(key); }
  let place = list.firstChild;
  for (const item of all) {
    let node = shown.get(item.key);
    if (!node) shown.set(item.key, node = element(item));
    if (node === place) place = place.nextSibling;
    else list.insertBefore(node, place);
  }
  group(all);
  const own = all.length && (all[all.length - 1].pending || all[all.length - 1].note);
  if (atEnd || first || own) log.scrollTop = log.scrollHeight;
  if (first) {
    first = false;
    log.setAttribute('aria-label', say('web_messages'));
    setTimeout(() => log.setAttribute('aria-live', 'polite'), 500);
  }
}

/** After the keyboard of a phone came up, the last words are still what one wants to see. */
new ResizeObserver(() => { log.scrollTop = log.scrollHeight; }).observe(log);
