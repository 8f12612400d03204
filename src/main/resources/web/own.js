// What one takes along: a file of what is kept of oneself, and a copy of what was said, if everybody agrees.
import { h, button, toast } from './dom.js';
import { say } from './words.js';
import { model, watch } from './model.js';
import { surely } from './live.js';
import { seat } from './place.js';
import { sheet } from './sheets.js';

/** The program sends it as a file to keep, so that this page stays where it is. */
const take = (what, name) => h('a.file', { href: `${seat}/${what}`, download: name }, say(what === 'mine' ? 'web_mine' : 'web_copy_take'));

export const myFile = () => take('mine', 'turnstone-mine.json');

const answer = (copy, close) => () => { close(); surely({ t: 'wish', copy }); };

const ways = {
  NONE: (close) => [h('p', null, say('web_copy_how')), button(say('web_copy_ask'), answer('yes', close), 'main')],
  QUESTION: (close) => [h('p', null, say('web_copy_question')),
    h('div.row', null, button(say('web_copy_yes'), answer('yes', close)), button(say('web_copy_no'), answer('no', close)))],
  ASKED: (close) => [h('p', null, say('web_copy_asked')), button(say('web_copy_no'), answer('no', close))],
  READY: () => [h('p', null, say('web_copy_ready')), take('copy', 'turnstone-room.txt')],
};

export function openCopy() {
  sheet(say('web_copy'), (close) => (ways[model.mine.copy] || ways.NONE)(close));
}

let before = 'NONE';

/** A question, or the copy, is announced without saying what it is: somebody may be looking on. */
watch(() => {
  const { copy } = model.mine;
  if (copy && copy !== before && (copy === 'QUESTION' || copy === 'READY')) toast(say('something_for_you'));
  before = copy || before;
});
