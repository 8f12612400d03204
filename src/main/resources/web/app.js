// Begins: words first, then the door, then the room.
import { loadWords } from './words.js';
import { seat } from './place.js';
import { openDoor, showNoLink } from './door.js';
import { showRoom } from './room.js';

await loadWords();
if (seat) openDoor(showRoom);
else showNoLink();
