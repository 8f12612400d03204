package org.turnstone.prompts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.turnstone.floor.Line;
import org.turnstone.floor.Move;
import org.turnstone.floor.Person;
import org.turnstone.floor.Prompt;
import org.turnstone.floor.Quote;
import org.turnstone.floor.Slot;
import org.turnstone.floor.Slots;
import org.turnstone.floor.Status;
import org.turnstone.floor.Words;

class PromptBookTest {
    private static final Person ANA = new Person("Ana");
    private static final Person BEN = new Person("Ben");
    private static final PromptBook BOOK = Books.english();

    /** A line of {@code prompt} with every place filled that it has. */
    static Line line(Prompt prompt, int wording) {
        Slots all = new Slots(
                Optional.of(ANA),
                Optional.of(BEN),
                Optional.of(Instant.EPOCH),
                Optional.of(new Quote(new Words("w", 3), List.of())),
                Optional.of(Duration.ofMinutes(45)));
        return new Line(
                prompt,
                wording,
                new Slots(
                        all.to().filter(p -> prompt.slots().contains(Slot.TO)),
                        all.other().filter(p -> prompt.slots().contains(Slot.OTHER)),
                        all.when().filter(p -> prompt.slots().contains(Slot.WHEN)),
                        all.quote().filter(p -> prompt.slots().contains(Slot.QUOTE)),
                        all.taking().filter(p -> prompt.slots().contains(Slot.MINUTES))));
    }

    /** English with the section of {@code heading} replaced. */
    private static String with(String heading, String... lines) {
        StringBuilder changed = new StringBuilder();
        boolean inside = false;
        for (String line : Books.ENGLISH.split("\n")) {
            boolean starts = line.startsWith("[") && line.endsWith("]") && line.indexOf(']') == line.length() - 1;
            inside = starts ? line.equals("[" + heading + "]") : inside;
            if (starts && inside) {
                changed.append(line)
                        .append('\n')
                        .append(String.join("\n", lines))
                        .append('\n');
            } else if (!inside) {
                changed.append(line).append('\n');
            }
        }
        return changed.toString();
    }

    private static void refused(String text, String... parts) {
        assertThatThrownBy(() -> PromptBook.parse("my.txt", text))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .contains(parts);
    }

    @Test
    void wordings_are_said_in_turn_and_then_from_the_beginning() {
        PromptBook book = PromptBook.parse("my.txt", with("passed", "{to} passes.", "Nothing from {to}."));
        assertThat(List.of(0, 1, 2, 7))
                .extracting(n -> book.say(new Line(Prompt.PASSED, n, Slots.to(ANA)), Books.PLAIN))
                .containsExactly("Ana passes.", "Nothing from Ana.", "Ana passes.", "Nothing from Ana.");
    }

    @Test
    void every_line_is_never_said_the_same_twice_running() {
        for (Prompt prompt : Prompt.values()) {
            int wordings = BOOK.wordings(prompt).size();
            for (int n = 0; wordings > 1 && n < 2 * wordings; n++) {
                assertThat(BOOK.say(line(prompt, n), Books.PLAIN))
                        .as(prompt + " " + n)
                        .isNotEqualTo(BOOK.say(line(prompt, n + 1), Books.PLAIN));
            }
        }
    }

    @Test
    void what_stands_in_a_place_is_never_looked_into() {
        Line line = new Line(
                Prompt.STATUS_SPEAKING, 0, Slots.to(new Person("{other}")).and(new Person("{to}$1\\")));
        assertThat(BOOK.say(line, Books.PLAIN)).isEqualTo("{other} has the floor. Next: {to}$1\\.");
        assertThat(BOOK.text(Text.ASIDE_LINE, Map.of("name", "{contact}", "contact", "{name}")))
                .isEqualTo("{contact}: {name}");
    }

    @Test
    void a_line_whose_place_is_empty_is_refused_and_not_said_with_a_hole() {
        Line line = new Line(Prompt.STATUS_SPEAKING, 0, Slots.to(ANA));
        assertThatThrownBy(() -> BOOK.say(line, Books.PLAIN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("{other}");
        assertThatThrownBy(() -> BOOK.text(Text.TOO_LONG))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("{limit}");
    }

    @Test
    void the_status_line_says_what_is_owed_and_what_is_parked() {
        Line open = new Line(Prompt.STATUS_OPEN, 0, Slots.NONE);
        assertThat(BOOK.status(new Status(open, List.of(), 0, List.of(), List.of()), Books.PLAIN))
                .isEqualTo("The floor is free. Anyone can ask for a turn.");
        assertThat(BOOK.status(new Status(open, List.of(ANA, BEN), 2, List.of(), List.of()), Books.PLAIN))
                .isEqualTo("The floor is free. Anyone can ask for a turn. A turn is kept for Ana and Ben."
                        + " For another time: 2.");
    }

    @Test
    void names_stand_in_a_row() {
        assertThat(BOOK.listed(List.of())).isEmpty();
        assertThat(BOOK.listed(List.of("Ana"))).isEqualTo("Ana");
        assertThat(BOOK.listed(List.of("Ana", "Ben", "Cleo"))).isEqualTo("Ana, Ben and Cleo");
    }

    @Test
    void a_chosen_phrase_is_shown_without_the_name_and_posted_with_it() {
        for (Prompt repair : Prompt.REPAIRS) {
            List<String> phrases = BOOK.phrases(repair);
            for (int i = 0; i < phrases.size(); i++) {
                String posted = BOOK.say(new Line(repair, i, Slots.to(ANA)), Books.PLAIN);
                assertThat(posted).isEqualTo("Ana: " + phrases.get(i));
            }
        }
    }

    @Test
    void a_missing_section_is_named() {
        refused(with("paused"), "[paused] says nothing", "add the heading");
        refused(with("button thats it"), "[button thats it] says nothing");
        refused(with("text help"), "[text help] says nothing");
        refused(Books.ENGLISH.replace("[text help]\n", ""), "my.txt: [text help] says nothing");
    }

    @Test
    void a_text_missing_in_another_language_is_lent_by_the_first_and_a_prompt_is_not() {
        String text = with("text help", "Pide un turno.").replace("[text not therapy]", "# [text not therapy]");
        assertThatThrownBy(() -> PromptBook.parse("es.txt", text)).hasMessageContaining("[text not therapy]");
        PromptBook other = PromptBook.parse("es.txt", text.replace("[text help]\nPide un turno.", ""), BOOK);
        assertThat(other.text(Text.HELP)).isEqualTo(BOOK.text(Text.HELP));
        assertThatThrownBy(() -> PromptBook.parse("es.txt", text.replace("[goodbye]", "# [goodbye]"), BOOK))
                .hasMessageContaining("[goodbye] says nothing");
    }

    @Test
    void an_unknown_section_is_refused_with_its_line() {
        refused("[lean inn]\nSomething.\n" + Books.ENGLISH, "my.txt:1: nothing is called [lean inn]", "mend its name");
        refused("[typed thats]\nyes\n" + Books.ENGLISH, "my.txt:1: nothing is called [typed thats]");
        refused("Something.\n" + Books.ENGLISH, "my.txt:1: these words stand under no heading");
        refused(Books.ENGLISH + "\n[paused]\nTwice {when}.", "[paused] stands in line", "join the two");
    }

    @Test
    void an_unknown_place_is_refused_with_what_may_stand_there() {
        refused(with("lean in", "{too}, listen.", "{to}, listen."), "[lean in] knows no {too}", "{other}, {to}");
        refused(with("lean yes", "Good, {to}.", "Good."), "[lean yes] knows no {to}", "it has no places");
        refused(with("button pass", "Over to {other}"), "[button pass] knows no {other}");
        refused(with("text too long", "Too long."), "[text too long] has no place for {limit}");
        refused(with("text too long", "{limit} {most}"), "[text too long] knows no {most}");
        refused(with("lean yes", "Good {.", "Good."), "a brace has no partner");
        refused(with("lean yes", "Good }.", "Good."), "a brace has no partner");
        refused(with("lean in", "{{to}}, listen.", "Listen."), "a brace has no partner");
    }

    @Test
    void what_would_be_said_twice_running_is_refused() {
        refused(with("passed", "{to} passes."), "[passed] has one wording", "add another");
        refused(with("passed", "{to} passes.", "{to} passes."), "the same wording stands here twice");
        refused(with("status open", "Free.", "Open."), "[status open] has several wordings", "keep one");
    }

    @Test
    void a_button_is_one_short_line() {
        refused(with("button pass", "Over to you", "Done"), "a button has one label");
        refused(with("button pass", "x".repeat(41)), "the label has 41 characters");
    }

    @Test
    void a_kind_has_a_name_and_one_sentence() {
        refused(with("kind denial", "It wasn't so"), "[kind denial] has not two lines");
        refused(with("kind denial", "It wasn't so", "It can sound like {this}."), "[kind denial] knows no {this}");
    }

    @Test
    void a_typed_phrase_that_cannot_be_understood_is_refused() {
        refused(with("typed pass", "(over to you"), "bracket is not closed", "mend the phrase");
    }

    @Test
    void all_that_is_wrong_is_said_at_once() {
        String text = with("passed", "{to} passes.").replace("[text help]", "[text halp]");
        refused(text, "[passed] has one wording", "[text help] says nothing", "nothing is called [text halp]");
    }

    @Test
    void several_lines_of_a_text_stay_several_lines() {
        PromptBook book = PromptBook.parse("my.txt", with("text help", "One.", "", "# not this", "Two."));
        assertThat(book.text(Text.HELP)).isEqualTo("One.\nTwo.");
    }

    @Test
    void a_file_from_another_system_reads_the_same() {
        PromptBook book = PromptBook.parse("my.txt", "\uFEFF" + Books.ENGLISH.replace("\n", "\r\n"));
        assertThat(book.label(Move.THATS_IT)).isEqualTo(BOOK.label(Move.THATS_IT));
        assertThat(book.text(Text.HELP)).isEqualTo(BOOK.text(Text.HELP));
    }
}
