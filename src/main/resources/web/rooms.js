// The rooms on this computer, for whoever runs it: opens further ones, hands out their links, closes them.
import { h, fill, button, toast } from './dom.js';
import { say } from './words.js';
import { sheet } from './sheets.js';
import { ask, linkCard, reach } from './link.js';
import { choose, keeps } from './drawer.js';

export async function openRooms() {
  const list = h('div.rooms', null);
  const does = async (what) => {
    try {
      const answer = await ask('rooms', what);
      show(list, answer, does);
      return answer;
    } catch (e) {
      toast(say('something_went_wrong'));
      return {};
    }
  };
  sheet(say('web_rooms'), () => list, 'tall');
  await does({ do: 'look' });
}

function show(list, desk, does) {
  fill(list, opening(desk, does), reach(desk.reach), h('p.small', null, say('web_room_links')),
    desk.rooms.map((room, i) => card(room, i === 0, does)));
  const opened = list.querySelector('[open] summary');
  if (opened) opened.focus();
}

/** The links come when a room is opened here: their codes are long. */
function card(room, first, does) {
  const names = room.seats.map((s) => s.name || '?').join(', ');
  const open = room.seats.some((s) => s.shown);
  return h('details.a-room', { open, ontoggle: (event) => { if (event.target.open && !open) does({ do: 'look', room: room.id }); } },
    h('summary', { dir: 'auto' }, first ? say('web_room_first') : room.topic ? `${room.topic}: ${names}` : names),
    room.seats.map((place) => seatCard(room, place, does)),
    !first && closing(room, does));
}

function seatCard(room, place, does) {
  const name = place.name || String(place.number);
  return h('section', null, h('h3', { dir: 'auto' }, say('web_link_for', { name })),
    !place.shown ? null : place.taken ? h('p.small', null, say('web_link_taken'))
      : linkCard(place, name, button(say('web_link_renew'), () => does({ do: 'renew', room: room.id, seat: place.number }), 'small')));
}

function closing(room, does) {
  const sure = h('div', { hidden: true }, h('p', null, say('web_room_close_sure')),
    h('div.row', null, button(say('never_mind'), () => { sure.hidden = true; }),
      button(say('web_room_close'), () => does({ do: 'close', room: room.id }), 'exit')));
  return [button(say('web_room_close'), () => { sure.hidden = false; }, 'link'), sure];
}

function opening(desk, does) {
  const chosen = { keep: desk.keep, language: desk.language };
  const names = h('textarea', { id: 'room-names', rows: 3, dir: 'auto', 'aria-describedby': 'room-names-how' });
  const topic = h('input', { id: 'room-topic', maxlength: 120, dir: 'auto', autocomplete: 'off' });
  const problem = h('p.problem', { role: 'alert' });
  const onsubmit = async (event) => {
    event.preventDefault();
    const people = names.value.split('\n').filter((name) => name.trim());
    if (people.length < 2 || people.length > 12) { problem.textContent = say('web_room_names_missing'); names.focus(); return; }
    await does({ do: 'open', names: people, topic: topic.value, ...chosen });
  };
  return h('form', { onsubmit, novalidate: true }, h('p', null, say('web_rooms_about')),
    h('p.field', null, h('label', { for: 'room-names' }, say('web_room_names')), names, h('small', { id: 'room-names-how' }, say('web_room_names_how'))),
    h('p.field', null, h('label', { for: 'room-topic' }, say('web_room_topic')), topic),
    choose(say('set_up_words_kept'), 'room-keep', chosen.keep, keeps(), (v) => { chosen.keep = v; }),
    desk.languages.length > 1 && choose(say('web_room_language'), 'room-language', chosen.language,
      desk.languages.map(({ tag, name }) => [tag, name]), (v) => { chosen.language = v; }),
    problem, h('button.main', { type: 'submit' }, say('web_rooms_open')));
}
