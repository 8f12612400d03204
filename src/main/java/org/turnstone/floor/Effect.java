package org.turnstone.floor;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Something that a room should do. Effects are values, stored before they are played; a {@link Stage} plays them in
 * order. None holds anybody's words, only references.
 */
public sealed interface Effect {
    void playOn(Stage stage);

    /** Post a line where all can see it. */
    record Say(Line line) implements Effect {
        public Say {
            Objects.requireNonNull(line);
        }

        @Override
        public void playOn(Stage stage) {
            stage.say(this);
        }
    }

    /**
     * Let everyone see words that somebody wrote. Where the platform shows what people write by itself, there is nothing
     * to do.
     */
    record Speak(Person by, Words words) implements Effect {
        public Speak {
            Objects.requireNonNull(by);
            Objects.requireNonNull(words);
        }

        @Override
        public void playOn(Stage stage) {
            stage.speak(this);
        }
    }

    /**
     * Post in somebody's name, and at their wish, where all can see it: a chosen phrase, a second try, a next step.
     *
     * @param by whose words they are
     * @param line the phrase, or a heading for their words
     * @param words their words, where there are any
     */
    record Post(Person by, Line line, Optional<Words> words) implements Effect {
        public Post {
            Objects.requireNonNull(by);
            Objects.requireNonNull(line);
            Objects.requireNonNull(words);
        }

        @Override
        public void playOn(Stage stage) {
            stage.post(this);
        }
    }

    /**
     * Tell one person, and nobody else.
     *
     * @param lines what, in order; each may quote that person's own words
     * @param moves what they may do about it
     */
    record Whisper(Person to, List<Line> lines, List<Move> moves) implements Effect {
        public Whisper {
            Objects.requireNonNull(to);
            lines = List.copyOf(lines);
            moves = List.copyOf(moves);
        }

        @Override
        public void playOn(Stage stage) {
            stage.whisper(this);
        }
    }

    /** Keep words that came out of turn for their writer, who is told so in {@code line}, alone. */
    record Hold(Person from, Words words, Line line) implements Effect {
        @Override
        public void playOn(Stage stage) {
            stage.hold(this);
        }
    }

    /** Give kept words back to their writer alone, oldest first. */
    record Release(Person to, List<Words> words, Line line) implements Effect {
        public Release {
            words = List.copyOf(words);
        }

        @Override
        public void playOn(Stage stage) {
            stage.release(this);
        }
    }

    /**
     * Offer private help to the one who wrote {@code words}. The room sees an ordinary pause.
     *
     * @param moves what they may do about it; none where there is no talk, and so no pause
     */
    record StepAside(Person to, Words words, Care care, List<Move> moves) implements Effect {
        public StepAside {
            moves = List.copyOf(moves);
        }

        @Override
        public void playOn(Stage stage) {
            stage.stepAside(this);
        }
    }

    /**
     * From now on these wait for their turn, and nobody else does. Only where both partners want the floor held does a
     * platform keep anyone from writing; everywhere else there is nothing to do.
     *
     * @param waiting whose words would be out of turn
     */
    record Restrict(Set<Person> waiting) implements Effect {
        public Restrict {
            waiting = Sorted.set(waiting);
        }

        @Override
        public void playOn(Stage stage) {
            stage.restrict(this);
        }
    }

    /** Bring the status line up to date, in place. */
    record Show(Status status) implements Effect {
        @Override
        public void playOn(Stage stage) {
            stage.show(this);
        }
    }
}
