package org.turnstone.reading;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A phrase that says nothing itself but changes how the words around it are to be read; taken in in this order. */
enum Frame {
    /** "but", "however": what follows outweighs what precedes. */
    CONTRAST,
    /** "no wonder", "not only": looks like a negation and is none. */
    NO_NEGATION,
    /** "not", "never": what follows, within its reach, is denied. */
    NEGATION,
    /** "when I said": what follows is told, not said. */
    REPORTED,
    /** "my first instinct is to": what follows is what the writer holds back. */
    HELD_BACK,
    /** "you guys", "never mind": cues within are no cues. */
    HARMLESS,
    /** The writer speaks of being in pain. */
    PAIN;

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Frame> of(String label) {
        return Arrays.stream(values()).filter(f -> f.label().equals(label)).findFirst();
    }
}
