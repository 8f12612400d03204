package org.turnstone.floor;

import java.util.Objects;

/**
 * Words at which the bot stepped aside.
 *
 * @param words the latest of them
 * @param care what their writer may do
 */
public record Disclosure(Words words, Care care) {
    public Disclosure {
        Objects.requireNonNull(words);
        Objects.requireNonNull(care);
    }

    /** Further words of the same person: what was withheld stays withheld. */
    Disclosure and(Disclosure further) {
        return new Disclosure(further.words, care.and(further.care));
    }
}
