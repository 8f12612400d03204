package org.turnstone.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstone.floor.Person;
import org.turnstone.room.Kept;

/** Words go when the time is up that their writers chose, the sealed ones too; the room can be come back to until then. */
class RetentionTest {
    private static final String TOPIC = "the party";
    private static final String LINE = "I felt alone at the window.";

    @TempDir
    private Path home;

    private RoomHere room;
    private Wire ana;
    private Wire ben;

    @BeforeEach
    void both_are_here() {
        room = RoomHere.in(home);
        ana = new Wire(room.links().get(0)).isHere("Ana");
        ben = new Wire(room.links().get(1)).isHere("Ben");
    }

    @AfterEach
    void stop() {
        ana.close();
        ben.close();
        room.close();
    }

    private void keeps(String ananas, String bens) {
        ana.says(Json.message("wish").put("keep", ananas));
        ana.hears("mine");
        ben.says(Json.message("wish").put("keep", bens));
        ben.hears("mine");
    }

    private void aTalk() {
        ana.does("asks", m -> m.put("length", "longer").put("text", TOPIC));
        ben.presses("here");
        ana.hearsState("speaking");
        ana.writes(LINE);
    }

    private String lines() {
        return room.house().text().after(room.room(), 0).toString()
                + room.house().text().after(room.room(), 0).stream()
                        .map(line -> line.text())
                        .toList();
    }

    private List<String> given() {
        return room.house().store().keptFor(new Person(room.room() + "/1")).stream()
                .filter(kept -> kept.why() == Kept.Why.GIVEN)
                .map(Kept::text)
                .toList();
    }

    @Test
    void after_a_day_the_lines_and_what_was_given_are_gone() {
        keeps("DAY", "WEEK");
        aTalk();
        room.passes(Duration.ofHours(23));
        assertThat(lines()).contains(LINE);
        assertThat(given()).containsExactly(TOPIC);
        room.passes(Duration.ofHours(2));
        assertThat(lines()).doesNotContain(LINE, TOPIC);
        assertThat(given()).isEmpty();
        ben.breaks();
        assertThat(ben.connects().hello(0).path("lines").toString()).doesNotContain(LINE);
    }

    @Test
    void a_week_holds_only_if_both_want_it() {
        keeps("WEEK", "WEEK");
        aTalk();
        room.passes(Duration.ofDays(6));
        assertThat(lines()).contains(LINE);
        room.passes(Duration.ofDays(2));
        assertThat(lines()).doesNotContain(LINE);
        assertThat(given()).isEmpty();
    }

    @Test
    void what_is_kept_until_the_talk_ends_goes_with_it_from_every_page() {
        keeps("TALK", "DAY");
        aTalk();
        room.passes(Duration.ofHours(1));
        assertThat(lines()).contains(LINE);
        ana.presses("stop");
        ben.hears("erased");
        assertThat(lines()).doesNotContain(LINE, TOPIC);
        room.passes(Duration.ofSeconds(1));
        assertThat(given()).isEmpty();
    }

    @Test
    void a_talk_that_never_ends_does_not_keep_words_for_ever() {
        keeps("TALK", "TALK");
        ana.writes("just so, between talks");
        room.passes(Duration.ofDays(6));
        assertThat(lines()).contains("between talks");
        room.passes(Duration.ofDays(2));
        assertThat(lines()).doesNotContain("between talks");
    }

    @Test
    void a_shorter_time_holds_for_what_stands_already_and_a_longer_one_only_for_what_comes() {
        keeps("WEEK", "WEEK");
        aTalk();
        keeps("WEEK", "DAY");
        keeps("WEEK", "WEEK");
        room.passes(Duration.ofHours(25));
        assertThat(lines()).doesNotContain(LINE);
        assertThat(given()).isEmpty();
    }

    @Test
    void a_room_is_there_to_come_back_to_and_goes_after_a_season_without_anybody() {
        JsonNode further = Json.read(ana.post(
                                "rooms", b -> b.put("do", "open").putPOJO("names", List.of("Eva", "Luis")))
                        .body())
                .path("rooms")
                .get(1);
        String id = further.path("id").asText();
        Wire eva = new Wire(URI.create(further.path("seats").get(0).path("link").asText())).isHere("Eva");
        eva.breaks();
        room.passes(Duration.ofDays(20));
        eva.connects().hello(0);
        eva.breaks();
        room.passes(Duration.ofDays(80));
        assertThat(room.rooms().conversation("web:" + id)).isPresent();
        assertThat(room.house().marks().get("web:" + id, "name/web:" + id + "/1"))
                .contains("Eva");
        room.passes(Duration.ofDays(11));
        assertThat(room.rooms().conversation("web:" + id)).isEmpty();
        assertThat(room.house().marks().get("web:" + id, "name/web:" + id + "/1"))
                .isEmpty();
        assertThat(room.rooms().conversation(room.room()))
                .as("the first room stays")
                .isPresent();
    }
}
