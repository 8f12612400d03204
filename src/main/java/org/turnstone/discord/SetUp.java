package org.turnstone.discord;

import java.util.List;
import org.turnstone.prompts.Text;
import org.turnstone.room.Scribe;

/** Set-up, each alone, in private messages that only they see. Threads may share it. */
final class SetUp {
    /** The kind of its buttons. */
    static final String STEP = "up";

    private final Scribe scribe;

    SetUp(Scribe scribe) {
        this.scribe = scribe;
    }

    void begin(Presses.Act act) {
        act.answer().say(scribe.book(act.who()).text(Text.SET_UP_NEEDED), List.of());
    }

    void me(Presses.Act act) {
        begin(act);
    }

    void step(Presses.Act act, String step, String choice) {
        begin(act);
    }
}
