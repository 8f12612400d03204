package org.turnstone.safety;

import java.util.EnumSet;
import java.util.Set;

/**
 * What the one whose words made the bot step aside may choose afterwards, alone and privately, besides saying that they
 * were misread, which is always theirs to say.
 */
public enum Afterwards {
    /** To come back before the pause is over, which looks like any early return by the one who called it. */
    GO_ON,
    /** To show the words to the partner. */
    SHOW;

    /**
     * What may follow words of {@code concern}. After being hurt, controlled or threatened nothing may: whoever shows
     * such words, or goes on as if nothing had been said, may be made to. After a threat the one threatened needs the
     * pause more than its writer needs to end it.
     */
    public static Set<Afterwards> of(Concern concern) {
        return switch (concern) {
            case SELF_HARM -> EnumSet.allOf(Afterwards.class);
            case PARTNER_VIOLENCE, THREAT -> EnumSet.noneOf(Afterwards.class);
        };
    }
}
