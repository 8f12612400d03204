package org.turnstone.rehearsal;

import java.util.List;
import java.util.Optional;

/** Whose eyes see a replayed chat. */
public sealed interface Onlooker {
    /** What of {@code seen}, all that the bot did at one message, this onlooker can see. */
    List<Seen> sees(List<Seen> seen);

    /** Everyone's eyes at once, for measuring the bot. */
    record Everyone() implements Onlooker {
        /** A step aside stands for the pause that it looks like. */
        @Override
        public List<Seen> sees(List<Seen> seen) {
            boolean aside = seen.stream().anyMatch(Seen::isAside);
            return seen.stream().filter(s -> !aside || s.isAside()).toList();
        }
    }

    /** Somebody in the room whose private notes are nobody's here. */
    record Bystander() implements Onlooker {
        @Override
        public List<Seen> sees(List<Seen> seen) {
            return seen.stream().filter(s -> s.to().isEmpty()).toList();
        }
    }

    /** One of the people: what all see, and what is for them alone. Another's step aside is a pause to them. */
    record Someone(String name) implements Onlooker {
        @Override
        public List<Seen> sees(List<Seen> seen) {
            List<Seen> mine = seen.stream()
                    .filter(s -> s.to().isEmpty() || s.to().equals(Optional.of(name)))
                    .toList();
            return new Everyone().sees(mine);
        }
    }
}
