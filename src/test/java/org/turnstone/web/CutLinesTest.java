package org.turnstone.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Talks over lines that break at random moments: nothing that anybody wrote is lost, doubled or out of order, in the room and
 * among the words that wait for a turn. Five of them by default, three hundred with {@code -Pthorough}.
 */
class CutLinesTest {
    private static final boolean THOROUGH = "yes".equals(System.getProperty("thorough"));
    private static final int TALKS = THOROUGH ? 300 : 5;
    private static final int AT_ONCE = 4;

    /** Bytes that a connection lasts for: a welcome, and then some. */
    private static final int LONGEST = 6_000;

    @TempDir
    private Path home;

    private RoomHere room;
    private Wire host;

    @BeforeEach
    void serve() {
        room = RoomHere.in(home);
        host = new Wire(room.links().get(0)).joins("Host");
    }

    @AfterEach
    void stop() {
        host.close();
        room.close();
    }

    @Test
    void nothing_is_lost_doubled_or_out_of_order() throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(AT_ONCE);
        List<Future<Integer>> talks = new ArrayList<>();
        for (int talk = 0; talk < TALKS; talk++) {
            long seed = 20_261_125L + talk;
            talks.add(people.submit(() -> new Talk(couple(), seed).goes()));
        }
        int breaks = 0;
        for (Future<Integer> talk : talks) {
            breaks += talk.get();
        }
        people.shutdown();
        System.out.printf("%d talks, %d connections broken%n", TALKS, breaks);
        assertThat(breaks).as("the lines did break").isGreaterThan(TALKS * 3);
    }

    /** The clock goes on, so that the door does not find all these people too many at once. */
    private synchronized List<Wire> couple() {
        room.passes(Duration.ofSeconds(3));
        JsonNode desk = Json.read(host.post(
                        "rooms", b -> b.put("do", "open").put("keep", "WEEK").putPOJO("names", List.of("Ana", "Ben")))
                .body());
        for (JsonNode opened : desk.path("rooms")) {
            if (opened.path("id").equals(desk.path("opened"))) {
                return Stream.of(0, 1)
                        .map(seat -> opened.path("seats").get(seat).path("link").asText())
                        .map(link -> new Wire(URI.create(link)).isHere("Somebody"))
                        .toList();
            }
        }
        throw new AssertionError("no room: " + desk);
    }

    /** One talk: both write at once, one aloud and one for their turn; then the answer, and the floor goes over. */
    private final class Talk {
        private final List<Wire> couple;
        private final Random dice;
        private final long seed;

        Talk(List<Wire> couple, long seed) {
            this.couple = couple;
            this.seed = seed;
            this.dice = new Random(seed);
        }

        /** Gives the number of connections that broke. */
        int goes() {
            int port = room.links().get(0).getPort();
            try (CutLine line = CutLine.to(port, seed, LONGEST);
                    Messenger ana = new Messenger(couple.get(0), line.port(), "ana");
                    Messenger ben = new Messenger(couple.get(1), line.port(), "ben");
                    Messenger secondTab = new Messenger(couple.get(0), line.port(), "tab")) {
                couple.forEach(Wire::close);
                begins(ana, ben);
                both(ana, ben);
                theFloorGoesOver(ana, ben);
                line.mends();
                List<String> all = ana.said();
                for (Messenger page : List.of(ben, secondTab)) {
                    page.until("all " + all.size(), m -> m.said().size() >= all.size());
                    assertThat(page.said()).as("seed " + seed).isEqualTo(all);
                }
                assertThat(ana.refused()).isEmpty();
                assertThat(ben.refused()).isEmpty();
                return line.connections() - 3;
            }
        }

        private void begins(Messenger ana, Messenger ben) {
            ana.does("asks", m -> m.put("length", "longer"));
            ben.untilPhase("inviting");
            ben.presses("here");
            ana.untilPhase("speaking");
        }

        private void both(Messenger ana, Messenger ben) {
            List<String> aloud = words("aloud", 4 + dice.nextInt(8));
            List<String> kept = words("kept", 1 + dice.nextInt(5));
            int next = 0;
            for (String text : aloud) {
                ana.writes(text);
                while (next < kept.size() && dice.nextInt(3) == 0) {
                    ben.writes(kept.get(next++));
                }
            }
            kept.subList(next, kept.size()).forEach(ben::writes);
            ana.untilConfirmed();
            ben.untilConfirmed();
            ana.until("her words", m -> m.said().size() >= aloud.size());
            ben.until("his kept words", m -> m.held().size() >= kept.size());
            assertThat(ana.said()).as("seed " + seed).isEqualTo(aloud);
            assertThat(ben.held()).as("seed " + seed).isEqualTo(kept);
            theAnswer(ana, ben, aloud, kept);
        }

        private void theAnswer(Messenger ana, Messenger ben, List<String> aloud, List<String> kept) {
            ana.presses("pass");
            ben.untilPhase("leaning_in");
            List<String> answer = words("answer", 1 + dice.nextInt(6));
            answer.forEach(ben::writes);
            ben.presses("reply_done");
            ana.untilPhase("checking");
            ana.presses("thats_it");
            ben.untilPhase("speaking");
            ben.until("his words back", m -> m.back().size() >= kept.size());
            assertThat(ben.back()).as("seed " + seed).isEqualTo(kept);
            assertThat(ana.said())
                    .as("seed " + seed)
                    .isEqualTo(Stream.concat(aloud.stream(), answer.stream()).toList());
        }

        private void theFloorGoesOver(Messenger ana, Messenger ben) {
            int before = ana.said().size();
            List<String> turn = words("turn", 1 + dice.nextInt(6));
            turn.forEach(ben::writes);
            ben.untilConfirmed();
            ana.until("his turn", m -> m.said().size() >= before + turn.size());
            List<String> said = ana.said();
            assertThat(said.subList(before, said.size())).as("seed " + seed).isEqualTo(turn);
        }

        private List<String> words(String what, int number) {
            return IntStream.rangeClosed(1, number)
                    .mapToObj(n -> what + " " + n + " "
                            + "and so on ".repeat(dice.nextInt(30)).strip())
                    .map(String::strip)
                    .toList();
        }
    }
}
