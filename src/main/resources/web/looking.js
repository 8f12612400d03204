// Looking back: what is everybody's, and what is only one's own. Counts, week by week.
import { h, fill, button, toast } from './dom.js';
import { say } from './words.js';
import { send, surely, listen } from './live.js';
import { sheet } from './sheets.js';
import { bars, ranks } from './chart.js';

const WEEKS = 12;
const DAY = 86400000;
let hear = () => {};

listen((message) => { if (message.t === 'looked') hear(message); });

export function openLooking() {
  const place = h('div.looking', null);
  sheet(say('web_looking'), () => place, 'tall');
  hear = (message) => show(place, message);
  send({ t: 'look' });
}

function show(place, { joint, own, helped }) {
  if (!joint.length && !own.length) { fill(place, h('p', null, say('web_looking_nothing'))); return; }
  const arrived = helped.filter((row) => row.times).sort((a, b) => b.times - a.times);
  fill(place,
    h('section', null, h('h3.big', null, say('web_looking_together')), h('p.small', null, say('web_looking_together_what')),
      figures(joint, ['talks', 'turns', 'both_heard', 'repairs']),
      joint.length > 0 && bars(say('web_count_talks'), [[say('web_count_both_heard'), 'warm'], [say('web_count_other_talks'), 'plain']],
        weeks(joint, (d) => [d.both_heard || 0, Math.max(0, (d.talks || 0) - (d.both_heard || 0))]))),
    h('section', null, h('h3.big', null, say('web_looking_own')), h('p.small', null, say('web_looking_own_what')),
      figures(own, ['answers', 'reached', 'tried_again', 'practised']),
      own.some((d) => d.answers) && bars(say('web_count_answers'),
        [[say('web_count_leaned_in'), 'warm'], [say('web_count_neither'), 'plain'], [say('web_count_guarded'), 'guard']], weeks(own, spread)),
      arrived.length > 0 && ranks(say('web_looking_helped'), arrived.map((row) => [row.name, row.times])),
      own.length > 0 && button(say('web_looking_clear'), () => {
        surely({ t: 'wish', clearCounts: true });
        toast(say('web_looking_cleared'));
        show(place, { joint, own: [], helped: [] });
      }, 'link')));
}

function spread(d) {
  const all = (d.answers || 0) + (d.tried_again || 0);
  return [d.leaned_in || 0, Math.max(0, all - (d.leaned_in || 0) - (d.guarded || 0)), d.guarded || 0];
}

function figures(days, names) {
  const sum = (name) => days.reduce((all, d) => all + (d[name] || 0), 0);
  return h('dl.figures', null, names.map((name) => h('div', null, h('dt', null, say('web_count_' + name)), h('dd', null, sum(name)))));
}

/** The last weeks in their order, those without anything between them too. */
function weeks(days, of) {
  const sums = new Map();
  for (const d of days) {
    const week = monday(d.day);
    const values = of(d);
    const before = sums.get(week) || values.map(() => 0);
    sums.set(week, before.map((v, i) => v + values[i]));
  }
  const last = Math.max(...sums.keys());
  const first = Math.max(Math.min(...sums.keys()), last - (WEEKS - 1) * 7 * DAY);
  const rows = [];
  for (let week = first; week <= last; week += 7 * DAY) {
    rows.push([new Date(week).toLocaleDateString(document.documentElement.lang, { day: 'numeric', month: 'short', timeZone: 'UTC' }), sums.get(week) || of({})]);
  }
  return rows;
}

function monday(day) {
  const at = Date.parse(day);
  return at - ((new Date(at).getUTCDay() + 6) % 7) * DAY;
}
