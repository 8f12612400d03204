package org.turnstone.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.turnstone.floor.Effect;
import org.turnstone.floor.Line;
import org.turnstone.floor.Person;
import org.turnstone.floor.Prompt;
import org.turnstone.floor.Quote;
import org.turnstone.floor.Slots;
import org.turnstone.floor.Words;
import org.turnstone.reading.Finding;
import org.turnstone.reading.Kind;

class MisreadingsTest {
    private static final Person ANA = new Person("ana");
    private static final Person SAM = new Person("sam");
    private static final Instant EVENING = Instant.parse("2026-03-01T19:00:00Z");

    private final MemoryRooms store = new MemoryRooms();
    private final MemoryPeople people = new MemoryPeople();
    private final Misreadings misreadings = new Misreadings(store, people);

    private void noted(Person who, String text, Prompt told, String... rules) {
        Words words = new Words("w", text.length());
        List<Finding> found = List.of(rules).stream()
                .map(rule -> new Finding(Kind.DENIAL, rule, 0, 1))
                .toList();
        Line line = new Line(told, 0, Slots.quoting(new Quote(words, found)));
        Effect whisper = new Effect.Whisper(who, List.of(line), List.of());
        misreadings.saw("room", text, words, List.of(whisper), EVENING);
    }

    private Misreadings.Asked misread(Person who, String... rules) {
        return misreadings
                .misread("room", who, List.of(rules), EVENING.plusSeconds(60))
                .orElse(null);
    }

    @Test
    void the_rules_are_heard_of_no_more_and_the_words_asked_for() {
        noted(SAM, "I never said that.", Prompt.NUDGE, "denial/a", "denial/b");
        assertThat(misread(SAM, "denial/b", "denial/a").words()).isEqualTo("I never said that.");
        assertThat(people.of(SAM).muted()).containsExactly("denial/a", "denial/b");
        assertThat(store.kept(Kept.Why.MISREAD)).isEmpty();
    }

    @Test
    void kept_words_are_a_row_to_learn_from_without_whose_they_are() {
        noted(SAM, "You never listen.", Prompt.SOFTEN, "start/a");
        assertThat(misreadings.keep(misread(SAM, "start/a").ref(), SAM)).isTrue();
        assertThat(Misreadings.rows(store))
                .containsExactly("{\"reply\":\"You never listen.\",\"role\":\"speaker\",\"label\":\"neutral\","
                        + "\"why\":\"its writer was misread\",\"misread\":[\"start/a\"]}");
        assertThat(store.keptFor(SAM)).hasSize(1);
        assertThat(misread(SAM, "start/a")).as("nothing is asked twice").isNull();
    }

    @Test
    void only_the_writer_can_let_their_words_be_kept() {
        noted(SAM, "I never said that.", Prompt.NUDGE, "denial/a");
        Misreadings.Asked asked = misread(SAM, "denial/a");
        assertThat(misreadings.keep(asked.ref(), ANA)).isFalse();
        assertThat(misread(ANA, "denial/a")).isNull();
        assertThat(misreadings.keep(asked.ref(), SAM)).isTrue();
    }

    @Test
    void words_let_go_or_older_than_a_day_or_forgotten_are_gone() {
        noted(SAM, "I never said that.", Prompt.NUDGE, "denial/a");
        misreadings.letGo(misread(SAM, "denial/a").ref(), SAM);
        assertThat(misread(SAM, "denial/a")).isNull();
        noted(SAM, "I never said that.", Prompt.NUDGE, "denial/a");
        assertThat(misreadings.misread("room", SAM, List.of("denial/a"), EVENING.plus(Duration.ofDays(1))))
                .isEmpty();
        misreadings.forget(SAM);
        assertThat(misread(SAM, "denial/a")).isNull();
    }

    @Test
    void the_note_that_was_misread_decides_which_words() {
        noted(SAM, "first", Prompt.NUDGE, "denial/a");
        noted(SAM, "second", Prompt.NUDGE, "contempt/a");
        noted(SAM, "praised", Prompt.PRAISE, "denial/a");
        assertThat(misread(SAM, "denial/a").words()).isEqualTo("first");
    }
}
