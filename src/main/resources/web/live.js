// The line to the program: connects again by itself, goes on where it was, and loses, doubles and disorders nothing. What was
// done here goes out one after another, the next when the one before is confirmed, and again after every break: the program
// knows the ids that it has taken in.
import { seat } from './place.js';

const BREATH = 1500; // until something that came too fast is tried again, in milliseconds

const listeners = [];
const shelf = 'turnstone out ' + seat; // survives a reload of this tab, and goes with it
const waiting = new Map(restored()); // what was done here and has not been confirmed, by its id, in order
let socket = null;
let welcomed = false;
let underWay = null; // the id of the one that was sent on this connection and is not confirmed
let tries = 0;
let lastHeard = 0;
let timer = null;
let cursor = () => 0;

function restored() {
  try { return JSON.parse(sessionStorage.getItem(shelf)) || []; } catch (e) { return []; }
}

function remember() {
  try { sessionStorage.setItem(shelf, JSON.stringify([...waiting])); } catch (e) { /* then only a reload could lose it */ }
}

export const listen = (f) => listeners.push(f);
const tell = (message) => listeners.forEach((f) => f(message));

/** An id that nobody else makes; also where the page is not served over HTTPS. */
export function newId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (b) => b.toString(16).padStart(2, '0')).join('');
}

/** Connects; `after` says which line was the last that this page has. */
export function connect(after) {
  cursor = after;
  open();
  setInterval(beat, 10000);
  addEventListener('online', retryNow);
  addEventListener('offline', () => socket && socket.close());
  document.addEventListener('visibilitychange', () => { if (!document.hidden) retryNow(); });
}

function open() {
  clearTimeout(timer);
  const scheme = location.protocol === 'https:' ? 'wss://' : 'ws://';
  const mine = new WebSocket(scheme + location.host + seat + '/live');
  socket = mine;
  welcomed = false;
  underWay = null;
  mine.onopen = () => mine.send(JSON.stringify({ t: 'hello', after: cursor() }));
  mine.onmessage = (event) => { if (mine === socket) hear(JSON.parse(event.data)); };
  mine.onclose = () => { if (mine === socket) lost(); };
}

function hear(message) {
  lastHeard = Date.now();
  if (message.t === 'welcome') {
    welcomed = true;
    tries = 0;
  }
  if (message.t === 'taken' && message.id === underWay) {
    underWay = null;
    if (message.how === 'TOO_FAST') { setTimeout(goOn, BREATH); return; }
    if (waiting.delete(message.id)) remember();
    goOn();
  }
  tell(message);
  if (message.t === 'welcome') goOn();
}

/** Sends what is next, if nothing is under way. */
function goOn() {
  const next = welcomed && !underWay && waiting.keys().next();
  if (!next || next.done) return;
  underWay = next.value;
  socket.send(waiting.get(underWay));
}

function lost() {
  if (welcomed || tries === 0) tell({ t: 'lost' });
  welcomed = false;
  tries += 1;
  const wait = Math.min(15000, 400 * 2 ** Math.min(tries, 6)) * (0.7 + Math.random() * 0.6);
  clearTimeout(timer);
  timer = setTimeout(knock, wait);
}

/** Before the socket is tried again: may this device still come in? A restarted program may have forgotten it. */
async function knock() {
  try {
    const answer = await fetch(seat + '/enter', { method: 'POST', body: '{}' });
    if (answer.status === 403) { tell({ t: 'out' }); return; }
    open();
  } catch (e) {
    lost();
  }
}

function retryNow() {
  if (!socket || socket.readyState > 1) { tries = 0; clearTimeout(timer); knock(); }
}

function beat() {
  if (!welcomed) return;
  if (Date.now() - lastHeard > 35000) { socket.close(); return; }
  socket.send('{"t":"ping"}');
}

export const isOn = () => welcomed;

/** Something that changes nothing by being lost. */
export function send(message) {
  if (welcomed) socket.send(JSON.stringify(message));
}

/** What a person did, as the floor knows it. Gives its id. */
export const does = (what, fields = {}) => surely({ t: 'do', do: what, ...fields });

/** Something that must arrive, once: kept until it is confirmed. Gives its id. */
export function surely(message) {
  const id = newId();
  const text = JSON.stringify({ ...message, id });
  waiting.set(id, text);
  remember();
  setTimeout(goOn); // after whoever did it has noted the id
  return id;
}

/** What has been done here and is not confirmed yet, oldest first. */
export const unconfirmed = () => [...waiting.values()].map((text) => JSON.parse(text));
