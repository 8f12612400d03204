// Where this page is: which seat of which room, and the secret that came with the link.

const here = /^\/r\/[A-Za-z0-9_-]+\/\d+/.exec(location.pathname);

export const seat = here ? here[0] : null;
export const secret = decodeURIComponent(location.hash.slice(1));

/** The secret has done its work: it need not stand in the address any longer. */
export function hideSecret() {
  history.replaceState(null, '', location.pathname);
}

/** Away from here at once, to a harmless page, with no way back in the history; this device has to sign in again. */
export function quickExit() {
  try { navigator.sendBeacon(seat + '/leave', ''); } catch (e) { /* leaving matters more */ }
  try { sessionStorage.clear(); } catch (e) { /* nothing was kept there */ }
  document.documentElement.replaceChildren();
  location.replace('/list');
}
