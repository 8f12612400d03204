package org.turnstone.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstone.discord.loopback.Person;
import org.turnstone.discord.loopback.Post;
import org.turnstone.discord.loopback.Role;
import org.turnstone.prompts.Text;

/** The few commands: said in every language, and answered wherever they are offered. */
class CommandsTest {
    @TempDir
    private Path home;

    private Flat flat;

    @BeforeEach
    void open() {
        flat = new Flat(home).setUp();
    }

    @AfterEach
    void close() {
        assertThat(flat.server.wire().refusals()).isEmpty();
        flat.close();
    }

    private JsonNode registered() {
        return flat.server
                .wire()
                .requests(r -> r.method().equals("PUT") && r.path().endsWith("/commands"))
                .get(0)
                .body();
    }

    private static Stream<JsonNode> descriptions(JsonNode command) {
        List<JsonNode> all = new ArrayList<>(List.of(command));
        command.path("options").forEach(option -> descriptions(option).forEach(all::add));
        return all.stream();
    }

    @Test
    void every_part_is_described_in_every_language_that_is_installed() {
        JsonNode turn = registered().get(0);
        assertThat(descriptions(turn)).allSatisfy(part -> {
            JsonNode words = part.path("description_localizations");
            assertThat(words.path("es-ES").asText()).isNotEmpty();
            assertThat(words.path("es-419").asText())
                    .isEqualTo(words.path("es-ES").asText());
            assertThat(words.path("es-ES").asText())
                    .isNotEqualTo(part.path("description").asText());
            assertThat(words.path("en-GB").asText())
                    .isEqualTo(part.path("description").asText());
        });
        assertThat(turn.path("options"))
                .extracting(part -> part.path("name").asText())
                .contains("start", "talk", "pause", "stop", "check", "me", "settings", "help");
    }

    @Test
    void the_command_on_a_message_has_a_name_in_every_language() {
        JsonNode names = registered().get(1).path("name_localizations");
        assertThat(names.path("es-ES").asText()).isEqualTo(Bot.SPANISH.text(Text.COMMAND_READ_MY_WORDS));
    }

    @Test
    void ones_own_message_is_read_to_its_writer_and_anothers_is_not() {
        Post bens = flat.ben.says(flat.kitchen, "I only talked to them because you were with your friends.");
        Post read = flat.ben
                .usesMessageCommand(bens, Flat.BOOK.text(Text.COMMAND_READ_MY_WORDS))
                .awaitPost();
        assertThat(read.text()).contains("because you", Flat.BOOK.text(Text.READING_OPENING));
        assertThat(read.isPrivate()).isTrue();
        Post refused = flat.ann
                .usesMessageCommand(bens, Flat.BOOK.text(Text.COMMAND_READ_MY_WORDS))
                .awaitPost();
        assertThat(refused.text()).isEqualTo(Flat.BOOK.text(Text.ONLY_YOUR_OWN_WORDS));
        assertThat(refused.isPrivate()).isTrue();
    }

    @Test
    void without_leave_to_read_messages_it_can_still_read_ones_own_to_one() {
        flat.stop();
        flat.server.app().privileged();
        flat.start(Turns.MODAL);
        Post bens = flat.ben.says(flat.kitchen, "I only talked to them because you were with your friends.");
        Post read = flat.ben
                .usesMessageCommand(bens, Flat.BOOK.text(Text.COMMAND_READ_MY_WORDS))
                .awaitPost();
        assertThat(read.text()).contains("because you");
    }

    @Test
    void in_the_bots_own_direct_channel_it_answers_too() {
        Post me = flat.ben.runs(flat.ben.directChannel(), "/turn me").awaitPost();
        assertThat(me.text()).contains(Flat.BOOK.text(Text.SENSITIVITY_QUESTION));
        Post start = flat.ben
                .runs(flat.ben.directChannel(), "/turn start", Map.of("partner", flat.ann))
                .awaitPost();
        assertThat(start.text()).isEqualTo(Flat.BOOK.text(Text.PARTNER_NOT_HERE));
    }

    @Test
    void help_says_what_else_there_is() {
        Post help = flat.ben.runs(flat.kitchen, "/turn help").awaitPost();
        assertThat(help.text()).contains(Flat.BOOK.text(Text.HELP), "/turn me", "Read my words");
    }

    @Test
    void what_a_server_chooses_is_for_those_who_manage_it() {
        Post refused = flat.ben.runs(flat.kitchen, "/turn settings").awaitPost();
        assertThat(refused.text()).isEqualTo(Flat.BOOK.text(Text.SETTINGS_ARE_FOR_OTHERS));
        assertThat(refused.controls()).isEmpty();
    }

    @Test
    void the_language_of_a_server_is_that_of_its_posts_and_nobodys_own() {
        Person host = manager();
        Post settings = host.runs(flat.kitchen, "/turn settings").awaitPost();
        host.chooses(settings, settings.controls().get(0).customId(), "es").awaitAnswer();
        flat.asks("us").awaitPost();
        Post card = flat.ben.awaits(flat.kitchen, "the invitation", p -> p.has(spanish(Text.JUST_FOR_ME)));
        Post mine = flat.ben.presses(card, spanish(Text.JUST_FOR_ME)).awaitPost();
        assertThat(mine.text()).isEqualTo(Flat.BOOK.text(Text.NOT_TODAY_OFFERED));
    }

    private static String spanish(Text text) {
        return Bot.SPANISH.text(text);
    }

    private Person manager() {
        Person host = flat.server.person("Hanna");
        Role manages = flat.guild.role("host", org.turnstone.discord.loopback.Permission.valueOf("MANAGE_GUILD"));
        flat.guild.join(host).give(host, manages);
        return host;
    }
}
