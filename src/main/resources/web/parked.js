// The list for another time: what a couple left out of a talk. Both see it; either takes a topic up, or lets it go.
import { h, fill, button } from './dom.js';
import { say } from './words.js';
import { model, may } from './model.js';
import { does } from './live.js';
import { act } from './acts.js';

export const parked = h('details.parked', { hidden: true });

export function showParked() {
  const { parked: topics, phase } = model.state;
  const canTake = may('ask_longer') && model.mine.setUp;
  parked.hidden = topics.length === 0 || !['open', 'closing'].includes(phase);
  const key = JSON.stringify([topics, canTake]);
  if (parked.dataset.key === key) return;
  parked.dataset.key = key;
  fill(parked, h('summary', null, `${say('web_parked')} (${topics.length})`),
    h('ul', { role: 'list' }, topics.map((topic) => item(topic, canTake))));
}

function item(topic, canTake) {
  return h('li', null,
    h('span', { dir: 'auto' }, topic.text),
    canTake && button(say('web_take_up'), () => takeUp(topic.ref), 'link'),
    button(say('web_let_go'), () => does('letsGo', { ref: topic.ref }), 'link'));
}

function takeUp(ref) {
  act.remember(does('takesUp', { ref }), () => takeUp(ref));
}
