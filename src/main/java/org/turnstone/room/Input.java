package org.turnstone.room;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.turnstone.floor.Block;
import org.turnstone.floor.Move;
import org.turnstone.floor.Prompt;

/** What a person does in a room, raw, as a platform hears of it. */
public sealed interface Input {
    /** The most characters that one input may have; platforms say so before, where they can. */
    int LONGEST = 4_000;

    /** The text in it, which is read for safety before anything else is done with it. */
    default Optional<String> text() {
        return Optional.empty();
    }

    /**
     * Wrote a message.
     *
     * @param message the platform's id of it, where the platform shows it by itself; empty where it is ours to show
     */
    record Wrote(String words, Optional<String> message) implements Input {
        public Wrote {
            Objects.requireNonNull(words);
            Objects.requireNonNull(message);
        }

        @Override
        public Optional<String> text() {
            return Optional.of(words);
        }

        @Override
        public String toString() {
            return "Wrote[" + words.length() + " characters]";
        }
    }

    /** Pressed something that needs nothing further. */
    record Pressed(Move move) implements Input {}

    /** Asked for a turn, or for a longer talk. */
    record Asks(Length length, Optional<String> topic) implements Input {
        /** Which pace. */
        public enum Length {
            QUICK,
            LONGER
        }

        @Override
        public Optional<String> text() {
            return topic;
        }

        @Override
        public String toString() {
            return "Asks[" + length + "]";
        }
    }

    /** Asks for a longer talk about a topic that was parked under {@code ref}. */
    record TakesUp(String ref) implements Input {}

    /** Takes what was parked under {@code ref} off the list. */
    record LetsGo(String ref) implements Input {}

    /** Would rather talk at {@code until}. */
    record PutsOff(Instant until) implements Input {}

    /** Named a block, in one's own words where it has to be. */
    record Names(Block.What block, Optional<String> words) implements Input {
        @Override
        public Optional<String> text() {
            return words;
        }

        @Override
        public String toString() {
            return "Names[" + block + "]";
        }
    }

    /** Chose a repair phrase: which group, and which of its wordings. */
    record Repairs(Prompt phrase, int wording) implements Input {}

    /** Says how flooded they are, 0 to 10. */
    record Measures(int level) implements Input {}

    /** Calls a pause until a time, or changes its time. */
    record PausesUntil(Instant until) implements Input {}

    /** Asks for so many witnesses. */
    record AsksWitnesses(int number) implements Input {}

    /** Wrote something for one of {@link Move#TRY_AGAIN}, {@code APPRECIATE}, {@code NEXT_STEP}, {@code PARK} and {@code ONE_LINE}. */
    record WroteFor(Move move, String words) implements Input {
        @Override
        public Optional<String> text() {
            return Optional.of(words);
        }

        @Override
        public String toString() {
            return "WroteFor[" + move + "]";
        }
    }
}
