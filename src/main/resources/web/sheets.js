// Small sheets that ask for what a move needs: a time, a phrase, some words. Escape closes them; nothing is required.
import { h, fill, button, icon, paragraphs } from './dom.js';
import { say, label, blocks, repairs } from './words.js';
import { model, now, may } from './model.js';
import { does, surely } from './live.js';
import { act } from './acts.js';

/** Opens a sheet; `close` comes with it. */
export function sheet(title, build, kind = '') {
  const dialog = h(`dialog.sheet${kind ? '.' + kind : ''}`, { 'aria-label': title });
  const close = () => dialog.close();
  dialog.addEventListener('close', () => dialog.remove());
  dialog.addEventListener('click', (event) => { if (event.target === dialog) close(); });
  fill(dialog, h('div.inside', null,
    h('div.top', null, h('h2', null, title),
      h('button.icon-only', { type: 'button', onclick: close, 'aria-label': say('web_close') }, icon('close'))),
    build(close)));
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

function choices(list, close) {
  return h('div.choices', null, list.map(([text, f]) => button(text, () => { close(); f(); })));
}

export function showText(title, text, more) {
  sheet(title, () => [paragraphs(text), more]);
}

export function askTime(which, question, what) {
  const offered = model.state.choices[which];
  sheet(say(question), (close) => choices(offered.map((c) => [c.label, () =>
    does(what, { at: Math.round(c.minutes ? now() + c.minutes * 60000 : c.at) })]), close));
}

export function askFlooding() {
  sheet(say('flooding_question'), (close) => [
    h('div.levels', null, Array.from({ length: 11 }, (_, level) =>
      button(String(level), () => { close(); does('measures', { level }); }))),
    h('p.ends', null, h('span', null, say('flooding_lowest')), h('span', null, say('flooding_highest'))),
  ]);
}

export function askWitnesses() {
  sheet(say('witnesses_question'), (close) =>
    choices([0, 1, 2, 3].map((number) => [String(number), () => does('witnesses', { number })]), close));
}

export function askBlock() {
  sheet(say('block_question'), (close) => choices(blocks().map(({ block, label: text }) => [text, () => {
    if (block === 'OWN_WORDS') ownWords();
    else does('names', { block });
  }]), close));
}

function ownWords() {
  words(say('block_question'), say('block_beginning'), (text) => does('names', { block: 'OWN_WORDS', text }));
}

export function askRepair() {
  sheet(say('repair_question'), (close) => repairs().map((group) => h('section', null,
    h('h3', null, group.label),
    choices(group.wordings.map((text, wording) => [text, () => does('repairs', { phrase: group.phrase, wording })]), close))), 'tall');
}

/** Words that were misread are kept only where their writer says so; closing the sheet is no. */
export function askKeep({ ref, words: text }) {
  let yes = false;
  const asked = sheet(say('misread_keep'), (close) => [
    h('blockquote', { dir: 'auto' }, text),
    choices([[say('misread_keep_yes'), () => { yes = true; }], [say('misread_keep_no'), () => {}]], close)]);
  asked.addEventListener('close', () => surely({ t: 'keeps', ref, yes }));
}

export function askWords(move, question, then) {
  words(say(question), '', (text) => {
    does('wroteFor', { move, text });
    if (then) then();
  });
}

function words(title, beginning, send) {
  sheet(title, (close) => {
    const field = h('textarea', { rows: 4, dir: 'auto', maxlength: 4000, 'aria-label': title, autofocus: true });
    field.value = beginning;
    const submit = (event) => {
      event.preventDefault();
      if (!field.value.trim()) return;
      close();
      send(field.value.trim());
    };
    return h('form', { onsubmit: submit }, field,
      h('div.row', null, button(say('never_mind'), close), h('button.main', { type: 'submit' }, say('send'))));
  });
}

/** Everything else that can be done now. */
export function openMore(elsewhere) {
  const rest = model.state.moves.filter((move) => !elsewhere.includes(move) && move !== 'pause' && move !== 'misread');
  sheet(say('web_more'), (close) => [
    choices(rest.filter(may).map((move) => [label(move), () => act.do(move)]), close),
    showsHelp(close),
  ]);
}

function showsHelp(close) {
  return h('div.choices.quiet', null,
    button(say('help_for_hard_times'), () => { close(); act.help(); }),
    button(say('quick_exit'), act.quickExit, 'exit'));
}
