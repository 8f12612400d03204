// "Just for me": what waits for this person alone, and what they have chosen for themselves.
import { h, button, icon, toast } from './dom.js';
import { say } from './words.js';
import { model } from './model.js';
import { surely } from './live.js';
import { seat } from './place.js';
import { sheet, showText } from './sheets.js';
import { card, exit } from './notes.js';
import { act } from './acts.js';
import { openCopy, myFile } from './own.js';
import { openRooms } from './rooms.js';
import { openMyLink } from './link.js';
import { openPractice } from './practice.js';
import { openReady } from './ready.js';
import { openLooking } from './looking.js';

export function openDrawer() {
  sheet(say('just_for_me'), (close) => [
    model.notes.length ? model.notes.map(card) : h('p', null, say('nothing_just_now')),
    h('div.tiles', null, tile('lean', 'practice', openPractice), tile('ready', 'web_ready', openReady), tile('look', 'web_looking', openLooking)),
    notToday(close),
    wishes(),
    h('div.choices.quiet', null,
      button(say('help_for_hard_times'), () => { close(); act.help(); }),
      button(say('web_set_up'), () => showText(say('web_set_up'), say('help') + '\n' + say('ground_rules') + '\n' + say('not_agreeing'))),
      model.mine.host && button(say('web_rooms'), () => { close(); openRooms(); }),
      button(say('web_link_mine'), () => { close(); openMyLink(); }),
      button(say('web_copy'), () => { close(); openCopy(); }),
      myFile(),
      button(say('web_erase'), () => { close(); erase(); }),
      button(say('web_sign_out'), signOut),
      exit()),
  ], 'tall');
}

const tile = (drawing, name, open) => h('button.tile', { type: 'button', onclick: open }, icon(drawing), say(name));

function notToday(close) {
  const rest = (resting) => () => {
    close();
    surely({ t: 'wish', resting });
    if (resting === 'none') toast(say('not_today_taken_back'));
  };
  return h('section', null,
    h('p', null, say('not_today_offered')),
    h('div.row', null, model.mine.resting
      ? button(say('not_today_take_back'), rest('none'))
      : [button(say('not_today_today'), rest('today')), button(say('not_today_a_week'), rest('week'))]));
}

/** A question with its answers, of which one holds. */
export function choose(question, name, now, answers, f) {
  return h('fieldset', null, h('legend', null, question), answers.map(([value, text]) => h('label.pick', null,
    h('input', { type: 'radio', name, value, checked: value === now, onchange: () => f(value) }), h('span', null, text))));
}

export const keeps = () => [
  ['TALK', say('set_up_keep_for_the_talk')], ['DAY', say('set_up_keep_for_a_day')], ['WEEK', say('set_up_keep_for_a_week')]];
export const reads = () => [['yes', say('web_drafts_on')], ['no', say('web_drafts_off')]];

function wishes() {
  const { keep, drafts, typing, sensitivity } = model.mine;
  return [
    choose(say('web_drafts_question'), 'drafts', drafts ? 'yes' : 'no', reads(), (v) => surely({ t: 'wish', drafts: v === 'yes' })),
    choose(say('web_typing_question'), 'typing', typing ? 'yes' : 'no',
      [['yes', say('web_typing_on')], ['no', say('web_typing_off')]], (v) => surely({ t: 'wish', typing: v === 'yes' })),
    choose(say('sensitivity_question'), 'sensitivity', sensitivity,
      ['OFF', 'GENTLE', 'NORMAL'].map((s) => [s, say('sensitivity_' + s.toLowerCase())]), (v) => surely({ t: 'wish', sensitivity: v })),
    choose(say('set_up_words_kept'), 'keep', keep, keeps(), (v) => surely({ t: 'wish', keep: v })),
  ];
}

function erase() {
  sheet(say('web_erase'), (close) => [
    h('p', null, say('web_erase_sure')),
    h('div.row', null,
      button(say('never_mind'), close),
      button(say('web_erase'), () => { close(); surely({ t: 'wish', erase: true }); toast(say('web_erased')); }, 'main')),
  ]);
}

async function signOut() {
  await fetch(seat + '/leave', { method: 'POST', body: '{}' });
  sessionStorage.clear();
  location.reload();
}
