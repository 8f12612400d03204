package org.turnstone.room;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.turnstone.floor.Effect;
import org.turnstone.floor.Line;
import org.turnstone.floor.Person;
import org.turnstone.floor.Quote;
import org.turnstone.floor.Step;
import org.turnstone.floor.Words;

/**
 * Decides whether an input's text is kept, for what and for how long: only when what follows from it refers to it.
 *
 * @param words the reference under which it would be kept
 */
record KeptWords(String room, Person who, Input input, Words words, Instant at) {
    /** After this time held words go back to their writer, and words that could not be played are gone. */
    static final Duration LONGEST = Duration.ofHours(24);

    List<Kept> after(Step step) {
        return input.text().flatMap(text -> why(step).map(why -> kept(text, why))).stream()
                .toList();
    }

    private Kept kept(String text, Kept.Why why) {
        Optional<Instant> until = why == Kept.Why.GIVEN ? Optional.empty() : Optional.of(at.plus(LONGEST));
        return new Kept(words.ref(), room, who, why, text, until);
    }

    private Optional<Kept.Why> why(Step step) {
        List<Effect> effects = step.effects();
        if (effects.stream()
                .anyMatch(e -> e instanceof Effect.StepAside aside
                        && !aside.moves().isEmpty()
                        && aside.words().equals(words))) {
            return Optional.of(Kept.Why.ASIDE);
        }
        if (effects.stream()
                .anyMatch(e -> e instanceof Effect.Hold hold && hold.words().equals(words))) {
            return Optional.of(Kept.Why.HELD);
        }
        if (isGiven() || step.next().keeps().contains(words)) {
            return Optional.of(Kept.Why.GIVEN);
        }
        return effects.stream().anyMatch(this::shows) ? Optional.of(Kept.Why.TO_PLAY) : Optional.empty();
    }

    private boolean isGiven() {
        return input instanceof Input.Asks
                || input instanceof Input.Names
                || (input instanceof Input.WroteFor wrote && wrote.move() == org.turnstone.floor.Move.NEXT_STEP);
    }

    /** Whether playing {@code effect} needs the text: to post it, to show it, or to quote it to its writer. */
    private boolean shows(Effect effect) {
        if (effect instanceof Effect.Post post) {
            return post.words().filter(words::equals).isPresent();
        }
        if (effect instanceof Effect.Speak speak) {
            boolean shownAlready =
                    input instanceof Input.Wrote wrote && wrote.message().isPresent();
            return speak.words().equals(words) && !shownAlready;
        }
        return effect instanceof Effect.Whisper whisper
                && quotes(whisper.lines()).anyMatch(words::equals);
    }

    private static Stream<Words> quotes(List<Line> lines) {
        return lines.stream().flatMap(line -> line.slots().quote().stream()).map(Quote::words);
    }
}
