// Something for the meantime of a pause: five small steps, each of which can be skipped, and a circle to breathe with.
import { h, fill, button } from './dom.js';
import { say } from './words.js';
import { sheet } from './sheets.js';

const STEPS = 5;
const BREATH = 2; // the step that has the circle

export function openCalm() {
  const place = h('div.calm', { 'aria-live': 'polite' });
  const dialog = sheet(say('web_calm'), () => place);
  show(place, 1, () => dialog.close());
}

function show(place, step, close) {
  const last = step === STEPS;
  fill(place,
    h('p.lead', null, say('calming_' + step)),
    step === BREATH && h('div.breath', { 'aria-hidden': 'true' }, h('i'), h('span', null, say('web_breathe_in')), h('span', null, say('web_breathe_out'))),
    h('div.row', null,
      h('small', null, say('web_step', { number: step, count: STEPS })),
      button(say('calming_skip'), close),
      button(say(last ? 'web_done' : 'calming_next'), () => (last ? close() : show(place, step + 1, close)), 'main')));
  place.querySelector('.main').focus();
}
