// The door: who runs this computer and what that means, a name, a passphrase.
import { h, fill, button, icon } from './dom.js';
import { say } from './words.js';
import { seat, secret, hideSecret } from './place.js';

const app = document.getElementById('app');

async function post(what, body) {
  const answer = await fetch(`${seat}/${what}`, { method: 'POST', body: JSON.stringify({ secret, ...body }) });
  return answer.json();
}

export function showNoLink() {
  card(h('h1', null, 'Turnstone'), h('p', null, say('web_no_link')));
}

function card(...inside) {
  fill(app, h('main.door', null, h('div.stones', { 'aria-hidden': 'true' }, h('i'), h('i')), inside));
}

/** Shows the door, or goes straight in where this device may. */
export async function openDoor(go) {
  let answer;
  try {
    answer = await post('enter', {});
  } catch (e) {
    card(h('h1', null, 'Turnstone'), h('p', null, say('web_not_connected')));
    setTimeout(() => openDoor(go), 2000);
    return;
  }
  if (answer.door === 'in') enter(go);
  else if (answer.door === 'new') first(answer, go);
  else if (answer.door === 'locked') locked(go);
  else if (answer.door === 'slow') card(h('h1', null, 'Turnstone'), h('p', null, say('too_fast')));
  else card(h('h1', null, 'Turnstone'), h('p', null, say(secret ? 'room_not_found' : 'web_no_link')));
}

function enter(go) {
  hideSecret();
  go();
}

const problems = { short: 'web_passphrase_short', nameless: 'web_name_needed', wrong: 'web_passphrase_wrong', slow: 'too_fast', unknown: 'room_not_found' };

function form(fields, send, go) {
  const problem = h('p.problem', { role: 'alert', id: 'problem' });
  const submit = h('button.main', { type: 'submit' }, say('web_come_in'));
  const onsubmit = async (event) => {
    event.preventDefault();
    submit.disabled = true;
    let answer;
    try { answer = await send(); } catch (e) { answer = { door: 'away' }; }
    submit.disabled = false;
    if (answer.door === 'in') enter(go);
    else if (answer.door === 'locked') locked(go);
    else problem.textContent = say(problems[answer.door] || 'something_went_wrong');
  };
  return h('form', { onsubmit, novalidate: true }, fields, problem, submit);
}

function field(name, attributes, hint) {
  const id = 'f-' + name;
  const input = h('input', { id, name, required: true, 'aria-describedby': hint ? id + '-hint' : 'problem', ...attributes });
  const node = h('p.field', null, h('label', { for: id }, attributes.title), input,
    hint && h('small', { id: id + '-hint' }, hint));
  input.removeAttribute('title');
  return { input, node };
}

function first({ isHost, host, name: called, topic, people }, go) {
  const runs = isHost ? say('web_runs_here') : host ? say('web_runs_on', { name: host }) : say('web_runs_elsewhere');
  const name = field('name', { title: say('web_your_name'), autocomplete: 'nickname', maxlength: 60, dir: 'auto', value: called });
  const pass = field('passphrase', { title: say('web_new_passphrase'), type: 'password', autocomplete: 'new-password', maxlength: 200 },
    say('web_new_passphrase_why'));
  card(
    h('h1', null, say(people > 2 ? 'web_welcome_circle' : 'web_welcome')),
    topic && h('p', { dir: 'auto' }, say('web_about', { topic })),
    h('p', null, say('what_it_is')),
    h('p.runs', null, icon('lock'), runs),
    form([name.node, pass.node], () => post('join', { name: name.input.value, passphrase: pass.input.value }), go),
    h('p.small', null, say('not_therapy')));
  name.input.focus();
}

function locked(go) {
  const user = h('input.hidden', { autocomplete: 'username', value: 'Turnstone ' + seat, tabindex: -1, 'aria-hidden': 'true', readonly: true });
  const pass = field('passphrase', { title: say('web_passphrase'), type: 'password', autocomplete: 'current-password', maxlength: 200 });
  card(
    h('h1', null, say('web_welcome_back')),
    form([user, pass.node], () => post('enter', { passphrase: pass.input.value }), go));
  pass.input.focus();
}
