// Builds the page out of elements. Whatever people wrote goes in as text and never as markup.

/** h('p.note', {lang: 'en', onclick: f}, 'text', child): an element. */
export function h(what, attributes, ...children) {
  const [tag, ...classes] = what.split('.');
  const element = document.createElement(tag || 'div');
  if (classes.length) element.className = classes.join(' ');
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name in element && typeof value === 'boolean') element[name] = value;
    else element.setAttribute(name, value === true ? '' : value);
  }
  append(element, children);
  return element;
}

function append(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child !== undefined && child !== null && child !== false) element.append(child);
  }
}

/** Puts these children in the place of all that were there. */
export function fill(element, ...children) {
  element.replaceChildren();
  append(element, children);
  return element;
}

export function button(label, onclick, kind = '') {
  return h(`button${kind ? '.' + kind : ''}`, { type: 'button', onclick }, label);
}

/** A text of the prompt book, several lines as paragraphs; a name in it does not turn its direction round. */
export function paragraphs(text) {
  return text.split('\n').filter(Boolean).map((line) => h('p', null, line));
}

const icons = {
  pause: 'M9 5v14M15 5v14',
  note: 'M12 20s-7-4.4-7-9.6A3.9 3.9 0 0 1 12 8a3.9 3.9 0 0 1 7 2.4C19 15.600 12 20 12 20z',
  send: 'M5 12h13M12 6l6 6-6 6',
  more: 'M6 12h.01M12 12h.01M18 12h.01',
  close: 'M6 6l12 12M18 6L6 18',
  lean: 'M8.5 9.5a2.5 2.5 0 1 0 0-.01M3.5 20c0-4 2-6.5 5-6.5s4 1.5 5 3M14 6h7v6h-3l-2.5 2.5V12H14z',
  ready: 'M4 20l1-4L16 5l3 3L8 19zM14 7l3 3',
  look: 'M5 20v-7M12 20V5M19 20v-10',
  lock: 'M7 11V8a5 5 0 0 1 10 0v3M6 11h12v9H6z',
};

/** A drawing beside words; it says nothing by itself. */
export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', icons[name]);
  svg.append(path);
  return svg;
}

let quiet;

/** A short word that goes by itself; a screen reader says it once. */
export function toast(text) {
  const place = document.getElementById('toast');
  if (!place) return; // on the way out nothing is said any more
  place.textContent = text;
  place.classList.add('shown');
  clearTimeout(quiet);
  quiet = setTimeout(() => { place.classList.remove('shown'); place.textContent = ''; }, Math.max(5000, text.length * 75));
}
