package org.turnstone.rehearsal;

import java.util.List;
import java.util.Optional;
import org.turnstone.floor.Effect;
import org.turnstone.floor.Person;
import org.turnstone.reading.Reading;
import org.turnstone.reading.Role;

/**
 * What the bot made of one message.
 *
 * @param message the message
 * @param who wrote it
 * @param before effects of what had to happen first: a pass, a swap, a return
 * @param effects of the message itself, in order
 * @param reading of the message, where it was read, with the role in which it was
 * @param aside whether its words made the bot step aside
 */
record Happened(
        Message message,
        Person who,
        List<Effect> before,
        List<Effect> effects,
        Optional<Read> reading,
        Optional<Effect.StepAside> aside) {

    /** A reading and the role it was made in. */
    record Read(Role role, Reading reading) {}

    Happened {
        before = List.copyOf(before);
        effects = List.copyOf(effects);
    }
}
