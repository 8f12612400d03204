package org.turnstone.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes over the socket of a web room: in order, once, and to nobody else. */
class LiveTest {
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

    private void aLongerTalkBegins() {
        ana.does("asks", m -> m.put("length", "longer"));
        ben.presses("here");
        ana.hearsState("speaking");
        ben.hearsState("speaking");
    }

    private static List<String> texts(JsonNode lines) {
        return StreamSupport.stream(lines.spliterator(), false)
                .filter(line -> line.has("by"))
                .map(line -> line.path("text").asText())
                .toList();
    }

    private static List<String> held(JsonNode state) {
        return StreamSupport.stream(state.path("held").spliterator(), false)
                .map(words -> words.path("text").asText())
                .toList();
    }

    @Test
    void a_message_sent_twice_counts_once() {
        aLongerTalkBegins();
        ana.does("the-same-id", "wrote", m -> m.put("text", "I felt alone."));
        ana.breaks();
        ana.connects();
        assertThat(texts(ana.hello(0).path("lines"))).containsExactly("I felt alone.");
        assertThat(ana.does("the-same-id", "wrote", m -> m.put("text", "I felt alone."))
                        .path("how")
                        .asText())
                .isEqualTo("AGAIN");
        assertThat(texts(new Again(ben).lines())).containsExactly("I felt alone.");
    }

    /** Another page of the same person. */
    private record Again(Wire who) {
        JsonNode lines() {
            who.breaks();
            return who.connects().hello(0).path("lines");
        }
    }

    @Test
    void a_page_that_was_away_gets_what_it_missed_in_order() {
        aLongerTalkBegins();
        ana.writes("one");
        long seq = ben.hears(m -> m.path("line").path("text").asText().equals("one"))
                .path("line")
                .path("seq")
                .asLong();
        ben.breaks();
        for (String text : List.of("two", "three", "four")) {
            ana.writes(text);
        }
        assertThat(texts(ben.connects().hello(seq).path("lines"))).containsExactly("two", "three", "four");
    }

    @Test
    void one_person_can_have_two_pages() {
        Wire second = new Wire(room.links().get(0));
        second.post("enter", b -> b.put("secret", second.secret()).put("passphrase", Guest.PASSPHRASE));
        second.connects().hello(0);
        aLongerTalkBegins();
        ana.writes("on both pages");
        second.hears(m -> m.path("line").path("text").asText().equals("on both pages"));
        second.close();
    }

    @Test
    void words_out_of_turn_are_kept_for_their_writer_and_can_be_changed_and_let_go() {
        aLongerTalkBegins();
        ben.writes("but I was there");
        ben.hears("said");
        JsonNode state = ben.hears(m -> held(m).contains("but I was there"));
        String ref = state.path("held").get(0).path("ref").asText();
        ben.does("wrote", m -> m.put("text", "I was there").put("replaces", ref));
        JsonNode changed = ben.hears(m -> held(m).equals(List.of("I was there")));
        ana.says(Json.message("unkeep")
                .put("ref", changed.path("held").get(0).path("ref").asText()));
        assertThat(ana.rest().toString()).doesNotContain("I was there", "but I was there");
        ben.says(Json.message("hello").put("after", 0));
        ben.hears(m -> held(m).equals(List.of("I was there")));
        ben.says(Json.message("unkeep")
                .put("ref", changed.path("held").get(0).path("ref").asText()));
        ben.hears(m -> m.path("t").asText().equals("state") && held(m).isEmpty());
    }

    @Test
    void words_that_were_misread_are_kept_only_where_their_writer_says_so() {
        aLongerTalkBegins();
        ana.writes("I felt alone.");
        ana.presses("pass");
        ben.hears("note");
        ben.writes("Oh please, you always exaggerate. It was not that bad.");
        JsonNode note = ben.hears(m -> m.path("note").path("misreadable").asBoolean());
        ben.says(
                Json.message("misread").put("note", note.path("note").path("id").asLong()));
        JsonNode keep = ben.hears("keep");
        assertThat(keep.path("words").asText()).contains("you always exaggerate");
        ana.says(Json.message("keeps").put("ref", keep.path("ref").asText()).put("yes", true));
        assertThat(ana.hears("said").path("text").asText()).isEqualTo("They're gone.");
        ben.says(Json.message("keeps").put("ref", keep.path("ref").asText()).put("yes", true));
        ben.hears(m -> m.path("text").asText().startsWith("They're kept"));
    }

    @Test
    void a_note_goes_to_its_person_only_and_stays_until_it_is_put_away() {
        aLongerTalkBegins();
        ana.writes("I felt alone.");
        ana.presses("pass");
        JsonNode note = ben.hears("note").path("note");
        assertThat(ana.rest().toString()).doesNotContain("\"note\"");
        ben.breaks();
        assertThat(ben.connects().hello(0).path("notes")).containsExactly(note);
        ana.says(Json.message("away").put("note", note.path("id").asLong()));
        ana.rest();
        ben.breaks();
        assertThat(ben.connects().hello(0).path("notes"))
                .as("it was not Ana's to put away")
                .hasSize(1);
        ben.says(Json.message("away").put("note", note.path("id").asLong()));
        ben.hears("gone");
        ben.breaks();
        assertThat(ben.connects().hello(0).path("notes")).isEmpty();
    }

    @Test
    void to_the_partner_a_step_aside_is_a_pause() {
        aLongerTalkBegins();
        ben.rest();
        ana.writes("you hit me last week");
        JsonNode aside = ben.hearsState("paused");
        assertThat(ben.rest().toString() + aside).doesNotContain("hit me", "Help is here", "misread", "\"note\"");
        assertThat(ana.hears("note").path("note").path("text").asText()).contains("Help is here");
        ana.presses("stop");
        ben.hearsState("open");

        aLongerTalkBegins();
        ben.rest();
        ana.presses("pause");
        JsonNode pause = ben.hearsState("paused");
        assertThat(fields(aside)).isEqualTo(fields(pause));
        assertThat(aside.path("moves")).isEqualTo(pause.path("moves"));
        assertThat(aside.path("held")).isEqualTo(pause.path("held"));
        assertThat(aside.path("until").asLong() - aside.path("from").asLong())
                .isEqualTo(pause.path("until").asLong() - pause.path("from").asLong());
    }

    private static List<String> fields(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void a_message_far_too_long_is_refused_kindly() {
        aLongerTalkBegins();
        JsonNode answer = ana.writes("x".repeat(100_000));
        assertThat(answer.path("how").asText()).isEqualTo("TOO_LONG");
        assertThat(answer.path("text").asText()).contains("4000");
        assertThat(ana.writes(" \n ").path("text").asText()).contains("no words");
        assertThat(ana.writes("I felt alone.").path("how").asText()).isEqualTo("MOVED");
    }

    @Test
    void a_message_beyond_all_measure_ends_the_connection_and_nothing_else() {
        aLongerTalkBegins();
        ana.saysAsFarAsHeard("{\"t\":\"do\",\"text\":\"" + "x".repeat(600_000) + "\"}");
        ana.isClosed();
        assertThat(ben.presses("repair").path("how").asText()).isEqualTo("NOTHING");
    }

    @Test
    void what_no_page_of_ours_would_send_ends_the_connection() {
        ana.saysRaw("not json at all");
        assertThat(ana.isClosed()).isEqualTo(1008);
    }

    @Test
    void somebody_elses_press_gets_a_kind_answer() {
        aLongerTalkBegins();
        JsonNode answer = ben.presses("pass");
        assertThat(answer.path("how").asText()).isEqualTo("NOTHING");
        assertThat(answer.path("text").asText()).contains("Ana has the floor");
    }

    @Test
    void a_second_start_in_a_busy_room_raises_a_hand() {
        aLongerTalkBegins();
        assertThat(ben.does("asks", m -> m.put("length", "quick")).path("how").asText())
                .isEqualTo("MOVED");
        assertThat(ben.hears("note").path("note").path("text").asText()).isNotBlank();
        assertThat(ana.hearsState("speaking").path("to").asText()).endsWith("/1");
    }

    @Test
    void strange_words_arrive_as_they_were_written() {
        aLongerTalkBegins();
        List<String> strange = List.of(
                "<script>alert(1)</script> **bold** @everyone",
                "\u05e9\u05dc\u05d5\u05dd",
                "\ud83d\ude22",
                "a\u200bb",
                "x");
        strange.forEach(ana::writes);
        assertThat(texts(new Again(ben).lines())).isEqualTo(strange);
    }

    @Test
    void whoever_erases_their_words_takes_them_off_every_page_and_out_of_the_store() {
        aLongerTalkBegins();
        ana.writes("take this back");
        ana.says(Json.message("wish").put("erase", true));
        assertThat(ben.hears("erased").path("by").asText()).endsWith("/1");
        assertThat(texts(new Again(ben).lines())).isEmpty();
    }

    @Test
    void a_page_that_was_away_learns_which_of_its_lines_are_gone() {
        aLongerTalkBegins();
        ana.writes("take this back");
        long seq = ben.hears(m -> m.path("line").path("text").asText().equals("take this back"))
                .path("line")
                .path("seq")
                .asLong();
        ben.breaks();
        assertThat(ben.connects().hello(seq).path("stand"))
                .extracting(JsonNode::asLong)
                .contains(seq);
        ben.breaks();
        ana.says(Json.message("wish").put("erase", true));
        ana.hears("erased");
        assertThat(ben.connects().hello(seq).path("stand"))
                .extracting(JsonNode::asLong)
                .isNotEmpty()
                .doesNotContain(seq);
    }

    @Test
    void kept_words_that_are_being_changed_are_not_said_when_the_turn_has_come_meanwhile() {
        aLongerTalkBegins();
        ben.writes("but I was there");
        String ref = ben.hears(m -> held(m).contains("but I was there"))
                .path("held")
                .get(0)
                .path("ref")
                .asText();
        ana.writes("I felt alone.");
        ana.presses("pass");
        ben.writes("That sounds lonely.");
        ben.presses("reply_done");
        ana.hearsState("checking");
        ana.presses("thats_it");
        ben.hears(m -> m.path("note").path("words").asText().equals("but I was there"));
        JsonNode answer = ben.does("wrote", m -> m.put("text", "I was there").put("replaces", ref));
        assertThat(answer.path("how").asText()).isEqualTo("NOT_KEPT");
        assertThat(answer.path("text").asText()).contains("your turn came");
        assertThat(texts(new Again(ana).lines())).doesNotContain("I was there");
    }

    @Test
    void that_somebody_writes_is_told_only_where_they_allowed_it_and_never_of_words_that_wait() {
        aLongerTalkBegins();
        ana.says(Json.message("typing"));
        ana.rest();
        assertThat(ben.rest().toString()).doesNotContain("typing\",\"by");
        for (Wire each : List.of(ana, ben)) {
            each.says(Json.message("wish").put("typing", true));
            each.hears(m -> m.path("mine").path("typing").asBoolean());
        }
        ana.says(Json.message("typing"));
        assertThat(ben.hears("typing").path("by").asText()).endsWith("/1");
        ben.says(Json.message("typing"));
        ben.rest();
        assertThat(ana.rest().toString()).as("he writes for his turn").doesNotContain("typing\",\"by");
    }

    @Test
    void a_talk_goes_on_where_it_was_after_a_restart() {
        aLongerTalkBegins();
        ana.writes("before the restart");
        ben.writes("kept over the restart");
        room.restart();
        assertThat(texts(ana.connects().hello(0).path("lines"))).containsExactly("before the restart");
        ana.hearsState("speaking");
        ben.connects().hello(0);
        ben.hears(m -> held(m).equals(List.of("kept over the restart")));
    }

    @Test
    void silence_is_shown_on_every_page_when_its_time_has_come() {
        ana.does("asks", m -> m.put("length", "quick"));
        ben.hearsState("inviting");
        room.passes(Duration.ofMinutes(31));
        ben.hearsState("open");
        ana.hearsState("open");
    }

    @Test
    void a_page_that_floods_is_slowed_down_and_told_so() {
        JsonNode last = Json.object();
        for (int i = 0; i < 60 && !last.path("how").asText().equals("TOO_FAST"); i++) {
            last = ana.presses("pass");
        }
        assertThat(last.path("how").asText()).isEqualTo("TOO_FAST");
    }

    /** Whoever watches the wire of a page cannot tell that the other read a note, kept words or said how they are. */
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
                        || message.path("line").path("text").asText().contains("pause"));
    }
}
