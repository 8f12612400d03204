// Set-up: once, in a calm hour, each alone. It always ends the same way.
import { h, fill, button, icon, paragraphs } from './dom.js';
import { say } from './words.js';
import { model } from './model.js';
import { surely } from './live.js';
import { act } from './acts.js';
import { choose, keeps, reads } from './drawer.js';
import { exit } from './notes.js';

let open = false;

/** Leads through set-up; `then` is done once more afterwards, if it was what led here. */
export function showSetUp(then) {
  if (open) return;
  open = true;
  const chosen = { keep: model.mine.keep || 'DAY', drafts: false, notForMe: false };
  const dialog = h('dialog.sheet.setup', { 'aria-label': say('web_set_up') });
  dialog.addEventListener('close', () => { open = false; dialog.remove(); });
  document.body.append(dialog);
  const finish = () => {
    surely({ t: 'setUp', ...chosen });
    dialog.close();
    if (typeof then === 'function' && !chosen.notForMe) then();
  };
  step(dialog, steps(chosen), 0, finish);
  dialog.showModal();
}

function steps(chosen) {
  return [
    () => [h('p.lead', null, say('set_up_begins')), paragraphs(say('set_up_how_it_works')), paragraphs(say('not_agreeing'))],
    () => paragraphs(say('ground_rules')),
    (next) => [paragraphs(say('set_up_safety')), paragraphs(say('check_takes_no_answers')),
      h('div.row', null, button(say('help_for_hard_times'), act.help), exit()),
      button(say('set_up_not_for_me'), () => { chosen.notForMe = true; next(); })],
    () => [
      choose(say('set_up_words_kept'), 'keep', chosen.keep, keeps(), (v) => { chosen.keep = v; }),
      choose(say('web_drafts_question'), 'drafts', 'no', reads(), (v) => { chosen.drafts = v === 'yes'; })],
    () => paragraphs(say('set_up_ends')),
  ];
}

function step(dialog, all, at, finish) {
  const last = at === all.length - 1;
  const next = () => (last ? finish() : step(dialog, all, at + 1, finish));
  const heading = h('h2', { tabindex: -1 }, say('web_set_up'));
  fill(dialog, h('div.inside', null,
    h('div.top', null, heading, h('small', null, say('web_step', { number: at + 1, count: all.length })),
      h('button.icon-only', { type: 'button', onclick: () => dialog.close(), 'aria-label': say('web_set_up_later') }, icon('close'))),
    h('div.step', null, all[at](next)),
    h('div.row.ends', null,
      at > 0 ? button(say('web_back'), () => step(dialog, all, at - 1, finish)) : button(say('web_set_up_later'), () => dialog.close()),
      button(say(last ? 'web_done' : 'set_up_next'), next, 'main'))));
  if (dialog.open) heading.focus();
}
