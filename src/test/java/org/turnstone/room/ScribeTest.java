package org.turnstone.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.turnstone.floor.Care;
import org.turnstone.floor.Effect;
import org.turnstone.floor.Line;
import org.turnstone.floor.Move;
import org.turnstone.floor.Person;
import org.turnstone.floor.Prompt;
import org.turnstone.floor.Quote;
import org.turnstone.floor.Slots;
import org.turnstone.floor.Words;
import org.turnstone.prompts.Filling;
import org.turnstone.prompts.PromptBook;
import org.turnstone.prompts.Text;
import org.turnstone.reading.Finding;
import org.turnstone.reading.Kind;
import org.turnstone.room.RoomStore.Owed;
import org.turnstone.safety.Concern;

class ScribeTest {
    private static final Person ANA = new Person("ana");
    private static final Instant NOW = Instant.parse("2026-03-01T19:00:00Z");
    private static final Words KEPT = new Words("kept", 24);
    private static final Words GONE = new Words("gone", 4);
    private static final Line PLAIN = new Line(Prompt.YOUR_WORDS_BACK, 0, Slots.NONE);
    private static final Scribe.Hand HAND = new Scribe.Hand() {
        @Override
        public String name(Person person) {
            return "<" + person.id() + ">";
        }

        @Override
        public String when(Instant moment, PromptBook book) {
            return "@" + moment.getEpochSecond();
        }
    };

    private final MemoryPeople people = new MemoryPeople();
    private PromptBook english;
    private Scribe scribe;

    @BeforeEach
    void reads_the_texts_that_ship() throws IOException {
        english = PromptBook.parse("en.txt", Files.readString(Path.of("config/prompts/en.txt")));
        PromptBook spanish = PromptBook.parse("es.txt", Files.readString(Path.of("config/prompts/es.txt")), english);
        scribe = new Scribe(
                tag -> tag.equals("es") ? spanish : english,
                words -> Optional.of("But I was there, always.").filter(text -> words.equals(KEPT)),
                people,
                (concern, country, book) -> String.join(
                        "\n",
                        book.text(Text.ASIDE_PARTNER_VIOLENCE),
                        book.text(Text.ASIDE_ROOM_SEES_A_PAUSE),
                        "Help: " + concern + " " + country.orElse("anywhere")));
    }

    private static Owed owed(Effect effect) {
        return new Owed(5, "room", "event", NOW, effect);
    }

    @Test
    void a_note_says_its_lines_and_names_each_rule_once() {
        Finding but = new Finding(Kind.YES_BUT, "but", 0, 3);
        Quote quote = new Quote(KEPT, List.of(but, but, new Finding(Kind.ABSOLUTES, "always", 17, 23)));
        Effect.Whisper whisper = new Effect.Whisper(
                ANA, List.of(new Line(Prompt.PRAISE, 0, Slots.quoting(quote)), PLAIN), List.of(Move.PAUSE));
        Note note = scribe.note(owed(whisper), whisper, HAND);
        assertThat(note.rules()).containsExactly("but", "always");
        assertThat(note.moves()).containsExactly(Move.PAUSE);
        assertThat(note.to()).isEqualTo(ANA);
        assertThat(note.words()).isEmpty();
        assertThat(note.text().lines()).hasSize(2).allMatch(said -> !said.isBlank());
    }

    @Test
    void held_words_are_in_their_writers_note_and_given_back_only_while_there_are_any() {
        Effect.Hold hold = new Effect.Hold(ANA, KEPT, PLAIN);
        assertThat(scribe.note(owed(hold), hold, HAND).words()).contains("But I was there, always.");
        Effect.Release both = new Effect.Release(ANA, List.of(KEPT, GONE), PLAIN);
        assertThat(scribe.note(owed(both), both, HAND).orElseThrow().words()).contains("But I was there, always.");
        Effect.Release none = new Effect.Release(ANA, List.of(GONE), PLAIN);
        assertThat(scribe.note(owed(none), none, HAND)).isEmpty();
    }

    @Test
    void a_line_is_filled_by_whoever_shows_it_and_quotes_what_is_still_there() {
        Filling filling = scribe.filling(english, HAND);
        assertThat(filling.name(ANA)).isEqualTo("<ana>");
        assertThat(filling.when(NOW)).isEqualTo("@" + NOW.getEpochSecond());
        assertThat(filling.quote(new Quote(KEPT, List.of(new Finding(Kind.YES_BUT, "but", 0, 3)))))
                .isEqualTo("But");
        assertThat(filling.quote(new Quote(GONE, List.of()))).isEqualTo("...");
    }

    @Test
    void everybody_reads_their_own_language() {
        people.save(ANA, Manners.UNSAID.withLanguage("es"));
        assertThat(scribe.book(ANA)).isSameAs(scribe.bookOf("es")).isNotSameAs(english);
    }

    @Test
    void help_says_of_the_room_and_of_words_only_where_there_are_any() {
        people.save(ANA, Manners.UNSAID.withCountry(Optional.of("IE")));
        String pause = english.text(Text.ASIDE_ROOM_SEES_A_PAUSE);
        String words = english.text(Text.ASIDE_PARTNER_VIOLENCE);
        assertThat(scribe.helpAtHand(ANA)).isEqualTo("Help: PARTNER_VIOLENCE IE");
        assertThat(scribe.helpAbout(Concern.SELF_HARM, ANA)).isEqualTo(words + "\nHelp: SELF_HARM IE");
        assertThat(aside(List.of(Move.PAUSE))).isEqualTo(words + "\n" + pause + "\nHelp: SELF_HARM IE");
        assertThat(aside(List.of())).doesNotContain(pause);
    }

    private String aside(List<Move> moves) {
        Effect.StepAside aside = new Effect.StepAside(
                ANA, KEPT, new Care(Concern.SELF_HARM.name(), Care.Leave.GIVEN, Care.Leave.GIVEN), moves);
        return scribe.note(owed(aside), aside).text();
    }
}
