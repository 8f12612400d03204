// Links: one for each person, in letters, as a code for a camera, and with one touch on its way.
import { h, fill, button, toast } from './dom.js';
import { say } from './words.js';
import { seat } from './place.js';
import { sheet } from './sheets.js';

/** Asks the program for something that only this person may ask. */
export async function ask(what, body) {
  const answer = await fetch(`${seat}/${what}`, { method: 'POST', body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

function code({ path, size }, label) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', `0 0 ${size} ${size}`);
  svg.setAttribute('class', 'code');
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', label);
  const dark = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  dark.setAttribute('d', path);
  svg.append(dark);
  return svg;
}

/** Without a clipboard, as on pages that came without HTTPS, the link is marked so that it can be copied by hand. */
async function copy(field) {
  try {
    await navigator.clipboard.writeText(field.value);
    toast(say('web_link_copied'));
  } catch (e) {
    field.focus();
    field.select();
  }
}

/** A link with its code; `more` stands beside the copying. */
export function linkCard(place, name, more) {
  const field = h('input.link', { readonly: true, value: place.link, 'aria-label': say('web_link_for', { name }), dir: 'ltr' });
  return h('div.linked', null, code(place, say('web_link_code', { name })), field,
    h('div.row', null, button(say('web_link_copy'), () => copy(field), 'small'), more));
}

export const reach = (which) => (which === 'PROXY' ? null : h('p.small', null, say(which === 'HERE' ? 'web_reach_here' : 'web_reach_network')));

/** One's own link, for another device. */
export async function openMyLink() {
  const mine = h('div.own', null);
  const show = (place) => fill(mine, linkCard(place, say('web_you'),
    button(say('web_link_renew'), () => get('renew').then(() => toast(say('web_link_renewed'))), 'small')), reach(place.reach));
  const get = (what) => ask('link', { do: what }).then(show, () => toast(say('something_went_wrong')));
  sheet(say('web_link_mine'), () => [h('p', null, say('web_link_mine_why')), mine]);
  await get('show');
}
