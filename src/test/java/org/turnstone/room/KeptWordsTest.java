package org.turnstone.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.turnstone.floor.Circle;
import org.turnstone.floor.Conversation;
import org.turnstone.floor.Customs;
import org.turnstone.floor.Effect;
import org.turnstone.floor.Line;
import org.turnstone.floor.Move;
import org.turnstone.floor.Person;
import org.turnstone.floor.Prompt;
import org.turnstone.floor.Quote;
import org.turnstone.floor.Slots;
import org.turnstone.floor.Step;
import org.turnstone.floor.Words;

/** Words are kept where something refers to them, for as long as that needs, and otherwise not at all. */
class KeptWordsTest {
    private static final Person ANA = new Person("ana");
    private static final Person SAM = new Person("sam");
    private static final Instant NOW = Instant.parse("2026-03-01T19:00:00Z");
    private static final Words WORDS = new Words("ref", 4);
    private static final Words OTHERS = new Words("other", 4);
    private static final Line PLAIN = new Line(Prompt.YOUR_WORDS_BACK, 0, Slots.NONE);
    private static final Conversation CONVERSATION =
            Conversation.of(Circle.couple(ANA, SAM), Customs.in(ZoneId.of("Europe/Dublin")));
    private static final Input TYPED = new Input.Wrote("text", Optional.empty());

    private static Optional<Kept> kept(Input input, Effect... effects) {
        return new KeptWords("room", ANA, input, WORDS, NOW)
                .after(new Step(CONVERSATION, List.of(effects))).stream().findFirst();
    }

    private static Optional<Kept.Why> why(Input input, Effect... effects) {
        return kept(input, effects).map(Kept::why);
    }

    private static Effect quoting(Words words) {
        return new Effect.Whisper(
                ANA, List.of(PLAIN, new Line(Prompt.PRAISE, 0, Slots.quoting(new Quote(words, List.of())))), List.of());
    }

    @Test
    void what_is_to_be_shown_is_kept_until_it_is_and_a_day_at_the_most() {
        Kept shown = kept(TYPED, new Effect.Speak(ANA, WORDS)).orElseThrow();
        assertThat(shown.why()).isEqualTo(Kept.Why.TO_PLAY);
        assertThat(shown.until()).contains(NOW.plus(Duration.ofHours(24)));
        assertThat(shown.text()).isEqualTo("text");
        assertThat(why(TYPED, new Effect.Post(ANA, PLAIN, Optional.of(WORDS)))).contains(Kept.Why.TO_PLAY);
        assertThat(why(TYPED, quoting(WORDS))).contains(Kept.Why.TO_PLAY);
    }

    @Test
    void nothing_is_kept_for_what_shows_other_words_or_none() {
        assertThat(why(TYPED)).isEmpty();
        assertThat(why(TYPED, new Effect.Speak(ANA, OTHERS))).isEmpty();
        assertThat(why(TYPED, new Effect.Post(ANA, PLAIN, Optional.of(OTHERS)))).isEmpty();
        assertThat(why(TYPED, new Effect.Post(ANA, PLAIN, Optional.empty()))).isEmpty();
        assertThat(why(TYPED, quoting(OTHERS))).isEmpty();
        assertThat(why(TYPED, new Effect.Say(PLAIN))).isEmpty();
        assertThat(why(TYPED, new Effect.Hold(ANA, OTHERS, PLAIN))).isEmpty();
    }

    @Test
    void a_message_that_its_platform_shows_already_is_kept_only_to_quote_it() {
        Input message = new Input.Wrote("text", Optional.of("m/1"));
        assertThat(why(message, new Effect.Speak(ANA, WORDS))).isEmpty();
        assertThat(why(message, quoting(WORDS))).contains(Kept.Why.TO_PLAY);
    }

    @Test
    void what_waits_for_a_turn_is_held_and_what_was_given_stays() {
        assertThat(why(TYPED, new Effect.Hold(ANA, WORDS, PLAIN))).contains(Kept.Why.HELD);
        Kept given = kept(new Input.WroteFor(Move.NEXT_STEP, "text")).orElseThrow();
        assertThat(given.why()).isEqualTo(Kept.Why.GIVEN);
        assertThat(given.until()).isEmpty();
        assertThat(why(new Input.WroteFor(Move.PASS, "text"))).isEmpty();
        assertThat(why(new Input.Pressed(Move.PASS), new Effect.Speak(ANA, WORDS)))
                .as("no words")
                .isEmpty();
    }
}
