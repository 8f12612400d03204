package org.turnstone.floor;

import java.util.Optional;

/**
 * What makes it hard to lean in just now. The first three are Julie Menanno's; naming one counts as a reply, because it is
 * one: "It's hard for me to stay open when I feel criticized."
 *
 * @param what which
 * @param words the person's own, where they chose their own
 */
public record Block(What what, Optional<Words> words) {
    /** The kinds of block. */
    public enum What {
        /** Past wounds make being open feel risky. */
        PAST_WOUNDS,
        /** Something between us is still unresolved. */
        UNRESOLVED,
        /** It would feel like agreeing. The answer to this one: getting it is not agreeing. */
        AGREEING,
        /** In one's own words. */
        OWN_WORDS
    }

    public Block {
        if ((what == What.OWN_WORDS) != words.isPresent()) {
            throw new IllegalArgumentException("own words go with OWN_WORDS, and only with it");
        }
    }

    public static Block of(What what) {
        return new Block(what, Optional.empty());
    }

    public static Block inOwnWords(Words words) {
        return new Block(What.OWN_WORDS, Optional.of(words));
    }
}
