// The dock: what one can do now, words that wait, and where one writes. Everything with one thumb.
import { h, fill, button } from './dom.js';
import { say, label } from './words.js';
import { model, may } from './model.js';
import { does, surely } from './live.js';
import { act } from './acts.js';
import { composer, showComposer, compose, more } from './composer.js';
import { openMore } from './sheets.js';
import { showSetUp } from './setup.js';
import { ready, keepReady, onReady, openReady } from './ready.js';
import { typing } from './typing.js';
import { openCalm } from './calm.js';
import { openPractice } from './practice.js';
import { parked, showParked } from './parked.js';

const kept = h('section.kept', { hidden: true });
const moves = h('div.moves', { role: 'group' });
const tools = h('div.tools', { role: 'group' });
const topic = h('input', { id: 'topic', maxlength: 300, dir: 'auto', autocomplete: 'off' });
const about = h('details.about', null, h('summary', null), h('p', null), topic);
export const dock = h('footer.dock', null, typing, kept, moves, parked, about, tools, composer);

/** Those that make up the phase, the likeliest first; everything else stands under "more". */
const first = ['ask', 'ask_longer', 'here', 'later', 'not_today', 'begin', 'go_on', 'not_now', 'pause_until', 'one_line',
  'show_to_partner', 'thats_it', 'close_enough', 'one_more', 'not_quite', 'reply_done', 'lean_yes', 'lean_a_little', 'lean_not_yet',
  'thank', 'heard_first', 'pass', 'now_you', 'keep_turn', 'longer', 'want_next_step', 'next_step',
  'appreciate', 'pattern_one_asks', 'pattern_both_fight', 'pattern_both_quiet', 'witnesses'];
const near = ['name_block', 'another_opening', 'repair', 'flooding', 'raise_hand', 'park', 'enough'];

more.addEventListener('click', () => openMore(primary().concat(near)));

function primary() {
  return first.filter(may);
}

function ask(move) {
  const length = move === 'ask' ? 'quick' : 'longer';
  act.remember(does('asks', { length, text: topic.value.trim() }), () => ask(move));
  topic.value = '';
  about.open = false;
}

function press(move) {
  if (move === 'ask' || move === 'ask_longer') ask(move);
  else act.do(move);
}

function isMain(move, i) {
  return i === 0 && !['pause_until', 'lean_yes', 'thank'].includes(move);
}

/** What one can do alone while nothing is asked of anybody. */
function meantime(waits) {
  const { phase } = model.state;
  if (waits) return [];
  if (phase === 'paused') return button(say('web_calm'), openCalm, 'chip');
  if (phase !== 'open') return [];
  return [button(say('web_ready'), openReady, 'chip'), button(say('practice'), openPractice, 'chip')];
}

export function showDock() {
  const now = primary();
  const alone = model.people.some((p) => !p.here) && model.state.phase === 'open';
  const waits = !model.mine.setUp;
  const key = JSON.stringify([now, near.filter(may), alone, waits, model.state.phase]);
  if (dock.dataset.key !== key) {
    dock.dataset.key = key;
    const was = moves.contains(document.activeElement) || tools.contains(document.activeElement);
    moves.setAttribute('aria-label', say('web_your_moves'));
    fill(moves, waits ? button(say('web_set_up'), showSetUp, 'main') : alone ? []
      : now.map((move, i) => button(label(move), () => press(move), isMain(move, i) ? 'main' : '')));
    fill(tools, near.filter(may).map((move) => button(label(move), () => act.do(move), 'chip')), meantime(waits));
    more.setAttribute('aria-label', say('web_more'));
    about.hidden = !may('ask') || alone || waits;
    about.firstChild.textContent = say('web_add_topic');
    about.children[1].textContent = say('topic_question');
    topic.setAttribute('aria-label', say('web_add_topic'));
    tools.scrollLeft = 0;
    if (was) stayNear();
  }
  showKept();
  showParked();
  showComposer();
}

/** The button that had the focus may be gone: a keyboard goes on from the next one, not from the top of the page. */
function stayNear() {
  const next = moves.querySelector('button') || tools.querySelector('button') || more;
  next.focus({ preventScroll: true });
}

function showKept() {
  const { held, writing } = model.state;
  const coming = [...model.pending.values()].filter((p) => p.writing !== 'said');
  const made = ready();
  kept.hidden = held.length + coming.length === 0 && !made;
  const key = JSON.stringify([held, coming, writing, made]);
  if (kept.dataset.key === key) return;
  kept.dataset.key = key;
  const title = say(writing === 'draft' ? 'web_draft' : 'web_kept');
  kept.setAttribute('aria-label', held.length + coming.length ? title : say('web_ready_kept'));
  fill(kept,
    held.length + coming.length > 0 && [h('h2.sub', null, title),
      h('ul', { role: 'list' }, held.map(keptItem), coming.map((p) => h('li.pending', { dir: 'auto' }, p.text)))],
    made && [h('h2.sub', null, say('web_ready_kept')), h('ul', { role: 'list' }, readyItem(made))]);
}

function readyItem(text) {
  return h('li', null, h('span', { dir: 'auto' }, text),
    button(say('web_edit'), openReady, 'link'),
    button(say('web_delete'), () => keepReady(''), 'link'));
}

onReady(() => model.state && showKept());

function keptItem(words) {
  return h('li', null,
    h('span', { dir: 'auto' }, words.text),
    button(say('web_edit'), () => compose(words.text, null, words.ref), 'link'),
    button(say('web_delete'), () => surely({ t: 'unkeep', ref: words.ref }), 'link'));
}
