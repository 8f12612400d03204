package org.turnstone.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstone.store.Postgres;
import org.turnstone.store.Server;

/** One room, served by two processes over one PostgreSQL: Ana's page is open at the one, Ben's at the other. */
class TwoProcessesTest {
    @TempDir
    private Path homes;

    private RoomHere hers;
    private RoomHere his;
    private Wire ana;
    private Wire ben;

    @BeforeEach
    void both_are_here() throws IOException {
        Server server = Postgres.database();
        hers = RoomHere.over(server, homes.resolve("hers"));
        Files.createDirectory(homes.resolve("his"));
        Files.copy(homes.resolve("hers/turnstone.key"), homes.resolve("his/turnstone.key"));
        his = RoomHere.over(server, homes.resolve("his"));
        ana = new Wire(hers.links().get(0)).isHere("Ana");
        ben = new Wire(his.links().get(1)).isHere("Ben");
    }

    @AfterEach
    void stop() {
        ana.close();
        ben.close();
        his.close();
        hers.close();
    }

    private static List<String> texts(JsonNode lines) {
        return StreamSupport.stream(lines.spliterator(), false)
                .map(line -> line.path("text").asText())
                .toList();
    }

    /** Until a line is here: from the page's own process as one, from another's with all that is new. */
    private static void seesLine(Wire who, String text) {
        who.hears(message -> message.path("line").path("text").asText().equals(text)
                || texts(message.path("lines")).contains(text));
    }

    private void aLongerTalkBegins() {
        ana.does("asks", m -> m.put("length", "longer"));
        ben.hears(message -> message.toString().contains("here"));
        ben.presses("here");
        ana.hearsState("speaking");
        ben.hearsState("speaking");
    }

    @Test
    void what_is_said_at_one_is_seen_at_the_other_once_and_in_order() {
        aLongerTalkBegins();
        ana.writes("I felt alone at the party.");
        ana.writes("You were with your friends all night.");
        seesLine(ben, "You were with your friends all night.");
        ben.breaks();
        ben.connects();
        assertThat(texts(ben.hello(0).path("lines")))
                .containsOnlyOnce("I felt alone at the party.")
                .containsSubsequence("I felt alone at the party.", "You were with your friends all night.");
        ana.presses("pass");
        ben.hears(message -> message.path("moves").toString().contains("thats_it")
                || message.path("phase").asText().equals("leaning_in"));
        ben.writes("That sounds lonely.");
        seesLine(ana, "That sounds lonely.");
    }

    @Test
    void what_is_erased_at_one_goes_from_the_pages_at_the_other() {
        aLongerTalkBegins();
        ana.writes("I felt alone at the party.");
        seesLine(ben, "I felt alone at the party.");
        ana.says(Json.message("wish").put("erase", true));
        ben.hears(message -> message.path("t").asText().equals("welcome")
                && !texts(message.path("lines")).contains("I felt alone at the party."));
    }

    /** Not even a sign that there is something: her page hears of his pause, and of nothing before it. */
    @Test
    void of_what_is_private_to_one_nothing_at_all_reaches_the_other() {
        aLongerTalkBegins();
        ana.hello(0);
        ana.hearsAllUntil(message -> message.path("t").asText().equals("state"));
        ben.writes("But I was there the whole time.");
        ben.hears("said");
        ben.does("measures", m -> m.put("level", 5));
        ben.presses("pause");
        assertThat(ana.hearsAllUntil(message -> message.path("phase").asText().equals("paused")))
                .allMatch(message -> message.path("phase").asText().equals("paused")
                        || texts(message.path("lines")).toString().contains("pause"));
    }

    @Test
    void that_somebody_writes_is_seen_at_the_other_where_they_allow_it_and_only_for_what_is_said_aloud() {
        aLongerTalkBegins();
        ana.says(Json.message("typing"));
        ana.says(Json.message("wish").put("typing", true));
        ben.says(Json.message("wish").put("typing", true));
        ana.hears(message -> message.path("mine").path("typing").asBoolean());
        ben.hears(message -> message.path("mine").path("typing").asBoolean());
        ben.says(Json.message("typing"));
        ana.says(Json.message("typing"));
        assertThat(ben.hearsAllUntil(message -> message.path("t").asText().equals("typing")))
                .last()
                .satisfies(message -> assertThat(message.path("by").asText()).endsWith("/1"));
        ana.writes("I felt alone at the party.");
        seesLine(ben, "I felt alone at the party.");
        ben.does("measures", m -> m.put("level", 5));
        ben.presses("pause");
        assertThat(ana.hearsAllUntil(message -> message.path("phase").asText().equals("paused")))
                .as("what he writes is for his turn")
                .noneMatch(message -> message.path("t").asText().equals("typing"));
    }
}
