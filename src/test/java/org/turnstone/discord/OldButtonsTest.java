package org.turnstone.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstone.discord.loopback.Interaction;
import org.turnstone.discord.loopback.Person;
import org.turnstone.discord.loopback.Post;
import org.turnstone.floor.Move;
import org.turnstone.floor.Speaking;
import org.turnstone.prompts.Text;

/** Buttons and menus from another version, in a post that the bot's own account left: each has a kind answer, in time. */
class OldButtonsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int IN_A_ROW = 5;
    private static final int IN_A_POST = 25;

    /** Every kind that there is, with what it does not expect, and some that there never were. */
    private static final List<String> BUTTONS = Stream.of(
                    "0:do:pass",
                    "1:do:",
                    "1:do:no_such_move",
                    "1:when:later:never",
                    "1:say",
                    "1:up:no_such_step",
                    "1:up:ask:9",
                    "1:my:rest:no_such_time",
                    "1:my:hear:9",
                    "1:my:no_such_wish:x",
                    "1:my:lang:xx",
                    "1:data:no_such_thing",
                    "1:me",
                    "1:me:::::",
                    "1:mend:99 99",
                    "1:block:NO_SUCH_BLOCK",
                    "1",
                    "x",
                    "1:server:language:xx",
                    "1:keep:no_such_ref:yes",
                    "\u00e9:\ud83d\ude22",
                    "1:do:misread:no_such_note",
                    "1:do:show_to_partner",
                    "1:do:go_on",
                    "1:do:thats_it")
            .toList();

    private static final List<String> MENUS =
            List.of("1:mend::0", "1:block::0", "1:when:pause_until:0", "1:when:pass:0", "1:my:lang:0");

    @TempDir
    private Path home;

    private Flat flat;

    @BeforeEach
    void begin() {
        flat = new Flat(home).setUp();
        flat.asks("us").awaitPost();
        flat.presses(flat.ben, Move.HERE);
        flat.awaitPhase(Speaking.class);
    }

    @AfterEach
    void close() {
        assertThat(flat.server.wire().refusals()).isEmpty();
        flat.close();
    }

    /** Posts these rows as the bot's account. */
    private void leaves(ArrayNode rows) {
        ObjectNode body = JSON.createObjectNode().put("content", "from another time");
        body.set("components", rows);
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(flat.server.apiUrl() + "channels/" + flat.kitchen.id() + "/messages"))
                .header("Authorization", "Bot " + flat.server.app().token())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        try {
            var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static ArrayNode buttons() {
        ArrayNode rows = JSON.createArrayNode();
        for (int from = 0; from < Math.min(BUTTONS.size(), IN_A_POST); from += IN_A_ROW) {
            ArrayNode row = rows.addObject().put("type", 1).putArray("components");
            for (String id : BUTTONS.subList(from, Math.min(BUTTONS.size(), from + IN_A_ROW))) {
                row.addObject()
                        .put("type", 2)
                        .put("style", 2)
                        .put("label", "old")
                        .put("custom_id", id);
            }
        }
        return rows;
    }

    private static ArrayNode menus() {
        ArrayNode rows = JSON.createArrayNode();
        for (String id : MENUS) {
            ObjectNode menu = rows.addObject()
                    .put("type", 1)
                    .putArray("components")
                    .addObject()
                    .put("type", 3)
                    .put("custom_id", id);
            menu.putArray("options").addObject().put("label", "old").put("value", "no such value");
        }
        return rows;
    }

    private Post left() {
        return flat.ann.awaits(flat.kitchen, "from another time");
    }

    private static List<String> answered(List<Interaction> pressed) {
        List<String> answers = new ArrayList<>();
        pressed.forEach(i -> {
            i.awaitAnswer();
            i.post()
                    .filter(Post::isPrivate)
                    .ifPresent(p -> answers.add(i.awaitPost().text()));
        });
        return answers;
    }

    @Test
    void every_old_button_and_menu_is_answered_kindly() {
        leaves(buttons());
        List<Interaction> pressed = new ArrayList<>();
        for (Person person : List.of(flat.ann, flat.eve)) {
            BUTTONS.forEach(id -> pressed.add(person.presses(left(), id)));
        }
        List<String> answers = answered(pressed);
        assertThat(answers).hasSizeGreaterThan(BUTTONS.size()).doesNotContain(wrong(), "");
        leaves(menus());
        List<Interaction> chosen = new ArrayList<>();
        MENUS.forEach(id -> chosen.add(flat.ann.chooses(left(), id, "no such value")));
        assertThat(answered(chosen)).doesNotContain(wrong(), "").isNotEmpty();
        assertThat(flat.conversation().phase()).isInstanceOf(Speaking.class);
        assertThat(flat.people.of(Flat.id(flat.ann)).language()).isEqualTo("en");
    }

    private static String wrong() {
        return Flat.BOOK.text(Text.SOMETHING_WENT_WRONG);
    }
}
