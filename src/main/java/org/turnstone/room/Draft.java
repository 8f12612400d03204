package org.turnstone.room;

import java.util.Objects;
import java.util.Optional;
import org.turnstone.reading.Reading;
import org.turnstone.reading.Role;
import org.turnstone.safety.Concern;

/**
 * Words as they would be read if their writer said them now. For that writer alone; nothing of it is kept.
 *
 * @param role in which they would be read
 * @param concern what they would make the bot step aside for; then there is no reading
 * @param place what would become of them
 */
public record Draft(Role role, Optional<Concern> concern, Reading reading, Place place) {
    /** What would become of the words. */
    public enum Place {
        /** There is no talk that they could be part of. */
        NOWHERE,
        /** They would be said. */
        FLOOR,
        /** It is not their writer's turn: they would be kept for them. */
        WAITS
    }

    public Draft {
        Objects.requireNonNull(role);
        Objects.requireNonNull(concern);
        Objects.requireNonNull(reading);
        Objects.requireNonNull(place);
    }
}
