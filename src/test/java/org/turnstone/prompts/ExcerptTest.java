package org.turnstone.prompts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.turnstone.reading.Finding;
import org.turnstone.reading.Kind;

class ExcerptTest {
    private static String of(String message, String... words) {
        List<Finding> findings = new ArrayList<>();
        for (String part : words) {
            int start = message.indexOf(part);
            findings.add(new Finding(Kind.YES_BUT, "r", start, start + part.length()));
        }
        return Excerpt.of(message, findings);
    }

    @Test
    void the_words_found_stand_in_their_order_with_dots_for_what_lies_between() {
        assertThat(of(
                        "I hear you, but I only did it the other day because you never ask.",
                        "you never",
                        "I only did it"))
                .isEqualTo("I only did it ... you never");
    }

    @Test
    void overlapping_and_neighbouring_words_are_one() {
        assertThat(of("I only did it because of you", "only did", "did it", "because"))
                .isEqualTo("only did it because");
        assertThat(of("I only did it because of you", "only did it because", "did"))
                .isEqualTo("only did it because");
    }

    @Test
    void one_or_two_words_between_are_kept() {
        assertThat(of("You never want to talk to anybody.", "You never", "talk to anybody"))
                .isEqualTo("You never want to talk to anybody");
        assertThat(of("You never want to talk to me.", "You never", "to talk")).isEqualTo("You never want to talk");
    }

    @Test
    void line_breaks_become_spaces() {
        assertThat(of("you\n\n always", "you\n\n always")).isEqualTo("you always");
    }

    @Test
    void without_findings_it_is_the_message_shortened_at_a_word() {
        assertThat(Excerpt.of("  so\nwhat ", List.of())).isEqualTo("so what");
        String cut = Excerpt.of("word ".repeat(50), List.of());
        assertThat(cut).endsWith("word ...").hasSizeLessThanOrEqualTo(124);
    }

    @Test
    void no_character_is_cut_in_half() {
        String cut = Excerpt.of("x" + "😀".repeat(100), List.of());
        assertThat(cut.codePoints()).noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
    }
}
