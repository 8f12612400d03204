// Every word that the page shows comes from the program's prompt book.

import { seat } from './place.js';

let book = { texts: {}, moves: {}, blocks: [], repairs: [] };

export async function loadWords() {
  book = await (await fetch(seat ? seat + '/words' : '/words')).json();
  document.documentElement.lang = say('language_tag');
}

/** A text of the prompt book, its places filled. */
export function say(name, places = {}) {
  const text = book.texts[name] || '';
  return text.replace(/\{(\w+)\}/g, (whole, place) => (place in places ? places[place] : whole));
}

export const label = (move) => book.moves[move] || move;
export const blocks = () => book.blocks;
export const repairs = () => book.repairs;
