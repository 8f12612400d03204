// The head: who is here, whose floor it is, where things stand, and the two buttons that are always there.
import { h, fill, icon } from './dom.js';
import { say, label } from './words.js';
import { model, person, other, may, now, press } from './model.js';
import { openDrawer } from './drawer.js';

const people = h('ul.people', { role: 'list' });
const line = h('p.status', { role: 'status', 'aria-live': 'polite' });
const slow = h('p.slow', { hidden: true });
const ring = h('span.ring', null);
const pause = h('button.quiet', { type: 'button', onclick: () => press('pause') }, icon('pause'), h('span', null, label('pause')));
const mine = h('button.quiet', { type: 'button', onclick: openDrawer }, icon('note'), h('span', null));

export const head = h('header.head', null,
  h('div.bar', null, people, h('div.tools', null, pause, mine)),
  h('div.where', null, ring, h('div', null, line, slow)));

const yours = { speaking: 'web_your_turn', leaning_in: 'web_your_answer', checking: 'web_your_word', circle_checking: 'web_your_word' };
const QUIET = 120000; // milliseconds after which somebody takes their time
let stillKey = '';
let stillSince = 0;

const inTurn = ['speaking', 'leaning_in', 'checking'];

/** Who has the floor: while the listener answers it is theirs to answer, and the speaker's turn still. */
export function holder(state) {
  return inTurn.includes(state.phase) ? state.to : null;
}

function stone(p, state) {
  const holds = holder(state) === p.id;
  const name = p.id === model.me ? say('web_you') : p.name;
  const initial = [...(p.here ? p.name : '?')][0];
  return h(`li.stone${holds ? '.holds' : ''}${p.id === model.me ? '.me' : ''}${p.here ? '' : '.away'}`, null,
    h('i', { 'aria-hidden': 'true' }, initial),
    h('span.name', { dir: 'auto' }, p.here ? name : say('web_not_here_yet')),
    holds && h('span.hidden', null, ' ' + say('web_has_floor')));
}

export function showHead() {
  const state = model.state;
  const key = JSON.stringify([model.people, holder(state)]);
  if (people.dataset.key !== key) {
    people.dataset.key = key;
    people.classList.toggle('many', model.people.length > 4);
    fill(people, model.people.map((p) => stone(p, state)));
  }
  const alone = other() && !other().here && state.phase === 'open';
  const text = alone ? say('web_waiting_for') : state.status;
  const mineNow = holder(state) === model.me;
  const words = JSON.stringify([text, mineNow, state.phase]);
  if (line.dataset.words !== words) {
    line.dataset.words = words;
    fill(line, mineNow && [h('strong.yours', null, say(yours[state.phase])), ' '], text);
  }
  pause.hidden = !may('pause');
  pause.lastChild.textContent = label('pause');
  mine.lastChild.textContent = say('just_for_me');
  head.classList.toggle('mine', mineNow);
  head.classList.toggle('off', !model.on);
  showRing();
  showSlow();
}

function showRing() {
  const { until, from } = model.state;
  ring.hidden = !until || until < now();
  if (ring.hidden) return;
  const left = until - now();
  const part = from ? Math.min(1, Math.max(0, left / (until - from))) : 1;
  const minutes = Math.ceil(left / 60000);
  ring.style.setProperty('--part', part.toFixed(3));
  const words = minutes > 99 ? '' : say('web_time_left', { count: minutes });
  if (ring.dataset.words === words) return;
  ring.dataset.words = words;
  fill(ring, words && [h('strong', { 'aria-hidden': 'true' }, minutes), h('i', { 'aria-hidden': 'true' }, say('web_minutes')), h('span.hidden', null, words)]);
}

/** Somebody who writes slowly is not keeping anybody waiting: said once, kindly, and never counted. */
function showSlow() {
  const { state } = model;
  const key = JSON.stringify([state.phase, state.to, model.lines.length]);
  if (key !== stillKey) { stillKey = key; stillSince = Date.now(); }
  const who = holder(state) && holder(state) !== model.me && person(holder(state));
  slow.hidden = !who || Date.now() - stillSince < QUIET;
  const text = slow.hidden ? '' : say('web_taking_time', { name: who.name });
  if (slow.textContent !== text) slow.textContent = text;
}

setInterval(() => { if (model.state) { showRing(); showSlow(); } }, 10000);
