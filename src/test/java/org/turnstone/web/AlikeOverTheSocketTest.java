package org.turnstone.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Everything that reaches the partner over the bare socket, byte for byte: the same after a step aside as after a pause, and
 * the same after a "not for me" as after a private "not today" for a week.
 */
class AlikeOverTheSocketTest {
    @TempDir
    private Path one;

    @TempDir
    private Path other;

    /** Two in a room at an hour that stands still; what Ben gets over his line while something happens. */
    private static List<String> whatBenGets(Path home, BiConsumer<RoomHere, Two> happens) {
        try (RoomHere room = RoomHere.in(home)) {
            room.standsOnTheMinute();
            try (Wire ana = new Wire(room.links().get(0)).isHere("Ana");
                    Wire ben = new Wire(room.links().get(1)).isHere("Ben")) {
                ana.rest();
                ben.rest();
                Two two = new Two(ana, ben, room.house().clock().millis(), new ArrayList<>());
                happens.accept(room, two);
                return two.got();
            }
        }
    }

    /** @param since milliseconds; moments are told from there, so that they are compared to the millisecond */
    private record Two(Wire ana, Wire ben, long since, List<String> got) {
        private static final Pattern MOMENT = Pattern.compile("\\b17\\d{11}\\b");
        private static final Pattern ROOM = Pattern.compile("web:[A-Za-z0-9_-]+");

        /**
         * What came to Ben since, and then all that a page of his is told that comes anew. How often it is told in between how
         * things stand depends on the machine: only the last of these counts.
         */
        void look() {
            ana.rest();
            ben.hello(0);
            got.add(plain(ben.hello(0))); // what was told after the first has come before the second
            List<JsonNode> came = ben.rest();
            came.stream().filter(m -> !isState(m)).map(this::plain).forEach(got::add);
            came.stream()
                    .filter(Two::isState)
                    .reduce((one, next) -> next)
                    .map(this::plain)
                    .ifPresent(got::add);
        }

        private static boolean isState(JsonNode message) {
            return message.path("t").asText().equals("state");
        }

        /** Without what names this room or this message. */
        private String plain(JsonNode message) {
            if (message instanceof ObjectNode object) {
                object.remove("id");
            }
            String written = MOMENT.matcher(Json.write(message))
                    .replaceAll(moment -> "+" + (Long.parseLong(moment.group()) - since));
            return ROOM.matcher(written).replaceAll("web:ROOM");
        }
    }

    private static void anEveningWith(RoomHere room, Two two, Runnable pause) {
        two.ana().presses("ask_longer");
        two.look();
        two.ben().presses("here");
        two.look();
        two.ana().writes("I felt sick before you came home.");
        two.look();
        pause.run();
        two.look();
        two.ben().writes("What is it?");
        two.look();
        room.passes(Duration.ofMinutes(21));
        two.look();
        two.ben().presses("go_on");
        two.look();
        two.ana().presses("go_on");
        two.look();
    }

    @Test
    void a_step_aside_and_an_ordinary_pause() {
        List<String> paused = whatBenGets(
                one, (room, two) -> anEveningWith(room, two, () -> two.ana().presses("pause")));
        List<String> aside = whatBenGets(
                other, (room, two) -> anEveningWith(room, two, () -> two.ana().writes("You hit me last week.")));
        assertThat(aside).isEqualTo(paused);
        assertThat(paused).hasSizeGreaterThan(10).anyMatch(m -> m.contains("pause"));
    }

    private static void aWeekAfter(RoomHere room, Two two, Runnable first) {
        first.run();
        two.look();
        for (Duration wait : List.of(Duration.ofHours(1), Duration.ofDays(3), Duration.ofDays(3), Duration.ofDays(2))) {
            room.passes(wait);
            two.look();
            two.got().add(two.ben().presses("ask").path("how").asText());
            two.look();
            two.ana().presses("here");
            two.look();
            two.ben().presses("stop");
            two.look();
        }
    }

    @Test
    void a_not_for_me_and_a_private_not_today_for_a_week() {
        List<String> notForMe = whatBenGets(
                one,
                (room, two) -> aWeekAfter(
                        room,
                        two,
                        () -> two.ana()
                                .says(Json.message("setUp").put("keep", "WEEK").put("notForMe", true))));
        List<String> notToday = whatBenGets(
                other,
                (room, two) -> aWeekAfter(
                        room, two, () -> two.ana().says(Json.message("wish").put("resting", "week"))));
        assertThat(notToday).isEqualTo(notForMe);
        assertThat(notForMe).hasSizeGreaterThan(10);
    }
}
