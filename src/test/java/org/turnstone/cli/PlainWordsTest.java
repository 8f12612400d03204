package org.turnstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class PlainWordsTest {

    @Command(name = "fails")
    private static final class Fails implements Callable<Integer> {
        @Override
        public Integer call() {
            throw new IllegalStateException("marker: somebody's words");
        }
    }

    @Test
    void settings_that_will_not_do_are_told_without_a_stack_trace() {
        Terminal serve = Terminal.run(Map.of("TURNSTONE_CONFIG", "/nowhere/turnstone.json"), "serve");

        assertThat(serve.exit()).isEqualTo(1);
        assertThat(serve.out()).isEmpty();
        assertThat(serve.err())
                .isEqualTo("/nowhere/turnstone.json: is not there; create it, or name another file\n"
                        + "Nothing was started. Mend this and try again.\n");
    }

    @Test
    void an_unforeseen_fault_is_named_by_its_place_and_not_by_its_message() {
        StringWriter err = new StringWriter();

        int exit = new CommandLine(new Fails())
                .setErr(new PrintWriter(err))
                .setExecutionExceptionHandler(new PlainWords())
                .execute();

        assertThat(exit).isEqualTo(1);
        assertThat(err.toString())
                .startsWith(
                        "Turnstone has a fault and stopped: java.lang.IllegalStateException at org.turnstone.cli.PlainWordsTest$Fails:")
                .doesNotContain("marker")
                .hasLineCount(1);
    }

    @Test
    void a_mistyped_command_is_answered_with_the_known_ones() {
        Terminal mistyped = Terminal.run(Map.of(), "docter");

        assertThat(mistyped.exit()).isEqualTo(2);
        assertThat(mistyped.err()).contains("doctor");
    }

    @Test
    void every_command_explains_itself_and_its_version() {
        assertThat(Terminal.run(Map.of(), "--help").out()).contains("serve", "doctor", "health");
        assertThat(Terminal.run(Map.of(), "doctor", "--help").out()).contains("says what to do");
        assertThat(Terminal.run(Map.of(), "--version").out()).startsWith("Turnstone ");
    }
}
