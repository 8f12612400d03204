package org.turnstone.reading;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * How far words of leaning in go, the least first. After Linehan's levels of validation, of which words alone can show
 * these; a level is for explaining and measuring, and nobody is shown it as a grade.
 */
public enum Level {
    /** Is here and interested. */
    ATTENDING(Kind.PRESENCE, Kind.CURIOSITY, Kind.NAMING_THE_BLOCK),
    /** Gives back what was said or meant. */
    REFLECTING(Kind.REFLECTION),
    /** Names a feeling that was not named, as a guess. */
    SAYING_THE_UNSPOKEN(Kind.EMPATHY),
    /** Sees why it is so for the other, or owns a part of why. */
    MAKING_SENSE(Kind.VALIDATION, Kind.OWNERSHIP),
    /** Both at once: the feeling is shared and makes sense. */
    FEELING_WITH();

    private final Set<Kind> kinds;

    Level(Kind... kinds) {
        this.kinds = kinds.length == 0 ? Set.of() : EnumSet.copyOf(Arrays.asList(kinds));
    }

    static Optional<Level> of(Set<Kind> found) {
        boolean both =
                found.contains(Kind.EMPATHY) && MAKING_SENSE.kinds.stream().anyMatch(found::contains);
        return both
                ? Optional.of(FEELING_WITH)
                : Arrays.stream(values())
                        .filter(level -> level.kinds.stream().anyMatch(found::contains))
                        .max(Comparator.naturalOrder());
    }
}
