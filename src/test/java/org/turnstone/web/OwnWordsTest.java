package org.turnstone.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstone.floor.Person;

/** What somebody wrote is theirs: to take along, to erase, and to give away only together. */
class OwnWordsTest {
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
        ana.does("asks", m -> m.put("length", "longer").put("text", "the party"));
        ben.presses("here");
        ana.hearsState("speaking");
    }

    @AfterEach
    void stop() {
        ana.close();
        ben.close();
        room.close();
    }

    private void bothWrite() {
        ana.writes("I felt alone at the window.");
        ben.writes("but I was right beside you");
        ben.hears(m -> m.path("held").toString().contains("right beside you"));
    }

    private static String file(Wire who, String what) {
        return who.fetches(what).body();
    }

    private static String copy(Wire who) {
        who.rest();
        return who.hello(0).path("mine").path("copy").asText();
    }

    private static void answers(Wire who, String answer) {
        who.says(Json.message("wish").put("copy", answer));
    }

    @Test
    void everybody_can_take_along_what_is_kept_of_them_and_of_nobody_else() {
        bothWrite();
        assertThat(file(ana, "mine"))
                .contains("I felt alone at the window.", "the party")
                .doesNotContain("right beside");
        assertThat(file(ben, "mine")).contains("right beside you").doesNotContain("alone", "the party");
        assertThat(ana.fetches("mine").headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(how -> assertThat(how).startsWith("attachment"));
        assertThat(new Wire(room.links().get(0)).fetches("mine").statusCode())
                .as("a link alone gets nothing")
                .isEqualTo(403);
    }

    @Test
    void erased_words_are_gone_from_the_room_the_drafts_the_notes_and_the_files() throws IOException {
        bothWrite();
        ben.says(Json.message("wish").put("erase", true));
        assertThat(ana.hears("erased").path("by").asText()).endsWith("/2");
        ben.hears(m -> m.path("t").asText().equals("state") && m.path("held").isEmpty());
        Person writer = new Person(room.room() + "/2");
        assertThat(room.house().store().keptFor(writer)).isEmpty();
        assertThat(room.house().notes().waiting(room.room(), writer)).isEmpty();
        assertThat(file(ben, "mine")).doesNotContain("right beside");
        assertThat(file(ana, "mine")).as("hers stay").contains("I felt alone at the window.");
        ana.presses("pass");
        assertThat(ben.writes("You stood there alone.").path("how").asText())
                .as("the talk goes on")
                .isEqualTo("MOVED");
    }

    @Test
    void whoever_is_forgotten_leaves_no_name_no_passphrase_and_no_way_in() {
        bothWrite();
        Person ben2 = new Person(room.room() + "/2");
        room.house().holdings().forget(ben2, room.house().clock().instant());
        assertThat(ben.fetches("mine").statusCode()).isEqualTo(403);
        Wire next = new Wire(room.links().get(1));
        assertThat(Wire.door(next.post("enter", b -> b.put("secret", next.secret()))))
                .isEqualTo("new");
        ana.breaks();
        assertThat(ana.connects().hello(0).path("people").toString()).doesNotContain("Ben");
    }

    @Test
    void nothing_that_was_written_can_be_read_in_any_file() throws IOException {
        bothWrite();
        try (Stream<Path> files = Files.list(home)) {
            for (Path file : files.toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain("at the window", "right beside", "the party", Guest.PASSPHRASE, ana.secret());
            }
        }
    }

    @Test
    void a_copy_of_what_was_said_is_made_only_if_both_agree_and_for_once() {
        bothWrite();
        answers(ana, "yes");
        assertThat(copy(ana)).isEqualTo("ASKED");
        assertThat(copy(ben)).isEqualTo("QUESTION");
        assertThat(ana.fetches("copy").statusCode()).isEqualTo(403);
        answers(ben, "yes");
        assertThat(copy(ben)).isEqualTo("READY");
        assertThat(copy(ana)).isEqualTo("READY");
        ana.writes("said after the copy");
        for (Wire each : List.of(ana, ben)) {
            assertThat(file(each, "copy"))
                    .contains("Ana: I felt alone at the window.")
                    .doesNotContain("right beside you", "said after the copy");
        }
        room.passes(Duration.ofMinutes(61));
        assertThat(ben.fetches("copy").statusCode()).as("for this once").isEqualTo(403);
    }

    @Test
    void a_no_looks_like_no_answer_and_the_question_does_not_come_again_soon() {
        answers(ana, "yes");
        assertThat(copy(ana)).isEqualTo("ASKED");
        answers(ben, "no");
        assertThat(copy(ben)).isEqualTo("NONE");
        assertThat(copy(ana)).as("as before").isEqualTo("ASKED");
        assertThat(ana.fetches("copy").statusCode()).isEqualTo(403);
        answers(ana, "no");
        assertThat(copy(ana)).as("taken back").isEqualTo("NONE");
        answers(ana, "yes");
        assertThat(copy(ana)).as("not again for a while").isEqualTo("NONE");
        room.passes(Duration.ofHours(13));
        answers(ana, "yes");
        assertThat(copy(ana)).isEqualTo("ASKED");
    }

    @Test
    void what_somebody_erases_after_agreeing_is_not_in_the_copy() {
        bothWrite();
        answers(ana, "yes");
        answers(ben, "yes");
        ben.hears(m -> m.path("mine").path("copy").asText().equals("READY"));
        ana.says(Json.message("wish").put("erase", true));
        ben.hears("erased");
        assertThat(file(ben, "copy")).doesNotContain("alone at the window");
    }
}
