package org.turnstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PracticeTest {
    @TempDir
    private Path home;

    private String practise(String... answers) {
        InputStream before = System.in;
        String lines = String.join("\n", answers) + "\n";
        System.setIn(new ByteArrayInputStream(lines.getBytes(Charset.defaultCharset())));
        try {
            Terminal ran = Terminal.run(Map.of("TURNSTONE_HOME", home.toString()), "practice");
            assertThat(ran.exit()).as(ran.err()).isZero();
            return ran.out();
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void an_answer_that_defends_is_explained_and_gets_a_beginning_that_leans_in() {
        assertThat(practise("That's not true, I only did it because you never help me."))
                .contains("I came home, saw the kitchen, and just sat down on the floor")
                .contains("What may sound like defending:")
                .contains("I only did it because you\"")
                .contains("Another way in, to finish in your own words:")
                .contains("You came home with nothing left, and the kitchen was ...")
                .contains("At dinner I told you about my sister");
    }

    @Test
    void it_grows_harder_once_two_answers_lean_in() {
        assertThat(practise(
                        "That sounds exhausting. I can see why you sat down.",
                        "It makes sense that you stopped. What were you going to tell me?"))
                .contains("What leans in:")
                .contains("The next one is a little harder to hear.")
                .contains("Every time we plan something");
    }

    @Test
    void where_nothing_is_noticed_it_asks_what_the_other_would_hear() {
        assertThat(practise("The shelf is blue.")).contains("I notice nothing in particular here.");
    }

    @Test
    void words_of_crisis_get_help_and_no_remarks() {
        assertThat(practise("I want to kill myself."))
                .doesNotContain("Another way in")
                .doesNotContain("The room sees")
                .contains("https://findahelpline.com");
    }

    /** Neither the answers nor that there were any: the command writes nothing at all. */
    @Test
    void nothing_is_stored() throws IOException {
        practise("That sounds exhausting.");
        try (Stream<Path> files = Files.walk(home)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }
}
