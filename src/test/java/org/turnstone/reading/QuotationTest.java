package org.turnstone.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose words they are: what is quoted is not said by the writer. */
class QuotationTest {
    /** The words that are somebody else's. */
    private static String quoted(String text) {
        Tokens tokens = Tokens.of(text);
        BitSet quoted = Quotation.in(tokens);
        return IntStream.range(0, tokens.size())
                .filter(i -> quoted.get(i) && tokens.isWord(i))
                .mapToObj(tokens::word)
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "You said \"you never listen\" and left. | you never listen",
                "\"One\" two \"three\" four. | one three",
                "You said “calm down” to me. | calm down",
                "You said 'calm down' to me. | calm down",
                "'Calm down', you said. | calm down",
                "You said 'calm down'. Then you left. | calm down",
                "You said it again: 'calm down' | calm down"
            })
    void what_stands_between_marks(String text, String words) {
        assertThat(quoted(text)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "She said \"you never listen",
                "Don't say it's all right, I'm not",
                "The kids' rooms and the neighbours' cat",
                "Rock 'n roll is what we had",
                "He said 'n she said 'n nobody listened",
                "You ' said ' calm down",
                "Nothing here is quoted."
            })
    void an_apostrophe_and_a_mark_that_is_never_closed_quote_nothing(String text) {
        assertThat(quoted(text)).isEmpty();
    }

    @Test
    void a_quotation_in_single_marks_is_short() {
        assertThat(quoted("'" + "word ".repeat(28) + "word' and mine")).hasSize(29 * 5 - 1);
        assertThat(quoted("'" + "word ".repeat(29) + "word' and mine")).isEmpty();
        assertThat(quoted("\"" + "word ".repeat(29) + "word\" and mine")).hasSize(30 * 5 - 1);
    }

    @Test
    void a_line_that_begins_with_an_angle_is_anothers_to_its_end() {
        assertThat(quoted("> you never listen\nI hear that.")).isEqualTo("you never listen");
        assertThat(quoted("I hear that.\n> you never listen")).isEqualTo("you never listen");
        assertThat(quoted(">>> you never\nI hear that.")).isEqualTo("you never");
        assertThat(quoted("mine > yours")).isEmpty();
        assertThat(quoted(">mine")).isEmpty();
        assertThat(quoted("> you said \"never\" and left\nbut I did not")).isEqualTo("you said never and left");
    }
}
