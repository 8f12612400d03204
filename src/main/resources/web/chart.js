// Small charts that are also tables: the drawing is for the eye, the table for everybody.
import { h } from './dom.js';
import { say } from './words.js';

const NS = 'http://www.w3.org/2000/svg';
const HEIGHT = 96;

function svg(tag, attributes, ...children) {
  const element = document.createElementNS(NS, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** Stacked bars, one for each row of `rows` ([label, [value of each series]]); `series`: [name, class]. */
export function bars(title, series, rows) {
  const most = Math.max(1, ...rows.map(([, values]) => values.reduce((a, b) => a + b, 0)));
  const step = 100 / rows.length;
  const wide = Math.min(step * 0.6, 9);
  const drawing = svg('svg', { viewBox: `0 0 100 ${HEIGHT}`, class: 'chart', preserveAspectRatio: 'none', 'aria-hidden': 'true' });
  rows.forEach(([, values], i) => {
    let foot = HEIGHT;
    values.forEach((value, s) => {
      const tall = (value / most) * (HEIGHT - 4);
      foot -= tall;
      if (value) drawing.append(svg('rect', { x: i * step + (step - wide) / 2, y: foot, width: wide, height: Math.max(tall - 1.5, 1), rx: 1.2, class: series[s][1] }));
    });
  });
  return h('figure.drawn', null,
    h('figcaption', null, h('h3', null, title), h('ul.key', { role: 'list' }, series.map(([name, kind]) => h('li', null, h(`i.${kind}`), name)))),
    drawing,
    h('div.ends', { 'aria-hidden': 'true' }, h('small', null, rows[0][0]), rows.length > 1 && h('small', null, rows[rows.length - 1][0])),
    table(title, ['', ...series.map(([name]) => name)], rows.map(([label, values]) => [label, ...values])));
}

/** Lying bars, longest first, each with its words: they need no table beside them. */
export function ranks(title, rows) {
  const most = Math.max(1, ...rows.map(([, value]) => value));
  return h('figure.drawn', null, h('figcaption', null, h('h3', null, title)),
    h('ul.ranks', { role: 'list' }, rows.map(([name, value]) => h('li', null,
      h('span', null, name), h('span', null, value),
      svg('svg', { viewBox: '0 0 100 4', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
        svg('rect', { width: 100, height: 4, rx: 1, class: 'none' }),
        svg('rect', { width: (value / most) * 100, height: 4, rx: 1, class: 'warm' }))))));
}

function table(title, head, rows) {
  return h('details.table', null, h('summary', null, say('web_looking_table')),
    h('table', null, h('caption.hidden', null, title),
      h('thead', null, h('tr', null, head.map((text, i) => h('th', { scope: 'col' }, i ? text : say('web_looking_week'))))),
      h('tbody', null, rows.map(([label, ...values]) => h('tr', null, h('th', { scope: 'row' }, label), values.map((v) => h('td', null, v)))))));
}
