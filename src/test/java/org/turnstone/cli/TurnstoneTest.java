package org.turnstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class TurnstoneTest {

    @Test
    void a_command_that_is_given_is_looked_for_alone_under_its_own_name() {
        Turnstone.in(Map.of()).getSubcommands().forEach((name, command) -> {
            CommandLine line = Turnstone.in(Map.of(), name);
            assertThat(line.getSubcommands()).containsOnlyKeys(name);
            assertThat(line.getSubcommands()
                            .get(name)
                            .getCommandSpec()
                            .userObject()
                            .getClass())
                    .isEqualTo(command.getCommandSpec().userObject().getClass());
        });
    }

    @Test
    void everything_else_sees_all_commands() {
        assertThat(Turnstone.in(Map.of(), "--help").getSubcommands())
                .containsKeys("serve", "doctor", "learn-crisis", "practice")
                .hasSameSizeAs(Turnstone.in(Map.of(), "serv").getSubcommands());
        assertThat(Turnstone.in(Map.of(), new String[0]).getSubcommands()).containsOnlyKeys("serve");
    }
}
