// What a person does: at once where a tap is enough, and after a small question where it is not.
import { toast } from './dom.js';
import { say } from './words.js';
import { model, press } from './model.js';
import { exit } from './notes.js';
import { compose } from './composer.js';
import { quickExit } from './place.js';
import * as sheets from './sheets.js';
import { showSetUp } from './setup.js';

const again = new Map(); // what to do once more after set-up, by the id of what was done

const asking = {
  later: () => sheets.askTime('later', 'later_question', 'putsOff'),
  pause_until: () => sheets.askTime('pause', 'pause_question', 'pauses'),
  repair: sheets.askRepair,
  flooding: sheets.askFlooding,
  name_block: sheets.askBlock,
  witnesses: sheets.askWitnesses,
  try_again: (then) => sheets.askWords('try_again', 'try_again_question', then),
  appreciate: () => sheets.askWords('appreciate', 'appreciation_question'),
  next_step: () => sheets.askWords('next_step', 'next_step_question'),
  park: () => sheets.askWords('park', 'park_question'),
  one_line: () => sheets.askWords('one_line', 'one_line_question'),
};

export const act = {
  do(move, then) {
    if (asking[move]) asking[move](then);
    else {
      this.remember(press(move), () => this.do(move));
      if (then) then();
    }
  },

  remember(id, repeat) {
    again.set(id, repeat);
  },

  /** The program's answer to what was done; words that were not taken come back to be mended. */
  answered(message) {
    const repeat = again.get(message.id);
    again.delete(message.id);
    if (message.how === 'SET_UP_FIRST') { showSetUp(repeat); return; }
    if (message.text) toast(message.text);
    if (message.words) compose(message.words);
  },

  quickExit,
  help: () => sheets.showText(say('help_for_hard_times'), model.help, exit()),
};
