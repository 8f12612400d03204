package org.turnstone.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstone.prompts.Text;

/** Whoever runs this computer opens further rooms, and hands out a link for each person. */
class FurtherRoomsTest {
    @TempDir
    private Path home;

    private RoomHere room;
    private Wire host;

    @BeforeEach
    void serve() {
        room = RoomHere.in(home);
        host = new Wire(room.links().get(0)).joins("Ana");
    }

    @AfterEach
    void stop() {
        host.close();
        room.close();
    }

    private static JsonNode desk(Wire who, Consumer<ObjectNode> asked) {
        HttpResponse<String> answer = who.post("rooms", asked);
        assertThat(answer.statusCode()).isEqualTo(200);
        return Json.read(answer.body());
    }

    private JsonNode opens(List<String> names, Consumer<ObjectNode> more) {
        JsonNode desk = desk(host, b -> {
            b.put("do", "open").putPOJO("names", names);
            more.accept(b);
        });
        return find(desk, desk.path("opened").asText());
    }

    private static JsonNode find(JsonNode desk, String id) {
        for (JsonNode room : desk.path("rooms")) {
            if (room.path("id").asText().equals(id)) {
                return room;
            }
        }
        return Json.object();
    }

    private static Wire guest(JsonNode room, int number) {
        return new Wire(
                URI.create(room.path("seats").get(number - 1).path("link").asText()));
    }

    private static JsonNode enters(Wire who) {
        return Json.read(who.post("enter", b -> b.put("secret", who.secret())).body());
    }

    @Test
    void a_couple_gets_a_room_of_its_own_with_its_names_its_topic_its_time_and_its_language() {
        JsonNode opened = opens(
                List.of("Eva", "Luis"),
                b -> b.put("topic", "Las vacaciones").put("keep", "WEEK").put("language", "es"));
        Wire luis = guest(opened, 2);
        JsonNode door = enters(luis);
        assertThat(door.path("host").asText()).isEqualTo("Ana");
        assertThat(door.path("isHost").asBoolean()).isFalse();
        assertThat(door.path("name").asText()).isEqualTo("Luis");
        assertThat(door.path("topic").asText()).isEqualTo("Las vacaciones");
        assertThat(luis.get(luis.path() + "/words").body()).contains(RoomHere.SPANISH.text(Text.WEB_COME_IN));
        JsonNode welcome = luis.joins("Luis").connects().hello(0);
        assertThat(welcome.path("mine").path("keep").asText()).isEqualTo("WEEK");
        assertThat(welcome.path("topic").asText()).isEqualTo("Las vacaciones");
        assertThat(welcome.path("people").get(0).path("name").asText()).isEqualTo("Eva");
        assertThat(welcome.path("people").get(0).path("here").asBoolean()).isFalse();
        luis.close();
    }

    @Test
    void a_circle_gets_a_link_for_each_person() {
        JsonNode opened = opens(List.of("Ana", "Ben", "Cleo", "Dara"), b -> {});
        assertThat(opened.path("seats")).hasSize(4);
        Wire dara = guest(opened, 4);
        assertThat(enters(dara).path("people").asInt()).isEqualTo(4);
        assertThat(dara.joins("Dara").connects().hello(0).path("people")).hasSize(4);
        assertThat(room.rooms()
                        .conversation("web:" + opened.path("id").asText())
                        .orElseThrow()
                        .circle()
                        .isCouple())
                .isFalse();
        dara.close();
    }

    @Test
    void a_circle_of_four_goes_round_with_a_page_each() {
        JsonNode opened = opens(List.of("Ana", "Ben", "Cleo", "Dara"), b -> b.put("keep", "WEEK"));
        List<Wire> all = List.of("Ana", "Ben", "Cleo", "Dara").stream()
                .map(name -> guest(opened, "ABCD".indexOf(name.charAt(0)) + 1).isHere(name))
                .toList();
        all.get(0).does("asks", m -> m.put("length", "quick"));
        all.subList(1, 4).forEach(each -> each.presses("here"));
        all.get(0).hearsState("speaking");
        all.get(0).does("witnesses", m -> m.put("number", 1));
        all.get(0).writes("I lost my job and have told nobody.");
        assertThat(all.get(1).writes("I hear how heavy that is.").path("how").asText())
                .isEqualTo("MOVED");
        all.get(0).presses("thats_it");
        JsonNode ben = all.get(1)
                .hears(m -> m.path("to").asText().endsWith("/2")
                        && m.path("phase").asText().equals("speaking"));
        assertThat(ben.path("moves").toString()).contains("\"pass\"");
        all.get(1).presses("pass");
        for (Wire each : all) {
            each.breaks();
            assertThat(each.connects().hello(0).path("lines").toString())
                    .contains("I lost my job", "I hear how heavy", "Cleo")
                    .doesNotContain("Did you feel heard");
            each.close();
        }
    }

    @Test
    void what_is_talked_of_in_one_room_stays_in_it() {
        JsonNode opened = opens(List.of("Eva", "Luis"), b -> {});
        Wire eva = guest(opened, 1).joins("Eva").connects();
        eva.hello(0);
        eva.writes("for this room alone");
        assertThat(host.connects().hello(0).path("lines")).isEmpty();
        eva.close();
    }

    @Test
    void nobody_but_the_one_who_runs_the_computer_has_a_desk() {
        Wire ben = new Wire(room.links().get(1)).joins("Ben");
        assertThat(ben.post("rooms", b -> b.put("do", "look")).statusCode()).isEqualTo(403);
        JsonNode opened = opens(List.of("Eva", "Luis"), b -> {});
        Wire eva = guest(opened, 1).joins("Eva");
        assertThat(eva.post("rooms", b -> b.put("do", "look")).statusCode()).isEqualTo(403);
        Wire stranger = new Wire(room.links().get(0));
        assertThat(stranger.post("rooms", b -> b.put("do", "look")).statusCode())
                .as("the link alone is not enough")
                .isEqualTo(403);
    }

    @Test
    void a_link_is_shown_until_it_is_used_and_can_be_renewed_until_then() {
        JsonNode opened = opens(List.of("Eva", "Luis"), b -> {});
        String id = opened.path("id").asText();
        Wire lost = guest(opened, 2);
        JsonNode renewed =
                find(desk(host, b -> b.put("do", "renew").put("room", id).put("seat", 2)), id);
        assertThat(enters(lost).path("door").asText())
                .as("the old link opens nothing any more")
                .isEqualTo("unknown");
        guest(renewed, 2).joins("Luis");
        JsonNode taken = find(
                        desk(host, b -> b.put("do", "renew").put("room", id).put("seat", 2)), id)
                .path("seats")
                .get(1);
        assertThat(taken.path("taken").asBoolean()).isTrue();
        assertThat(taken.has("link")).as("it is theirs from now on").isFalse();
        Wire again = guest(renewed, 2);
        assertThat(enters(again).path("door").asText())
                .as("a used link cannot be renewed by somebody else")
                .isEqualTo("locked");
    }

    @Test
    void everybody_can_renew_their_own_link_and_so_end_the_old_one() {
        Wire old = new Wire(room.links().get(0));
        JsonNode link = Json.read(host.post("link", b -> b.put("do", "show")).body());
        assertThat(link.path("link").asText()).isEqualTo(room.links().get(0).toString());
        JsonNode fresh = Json.read(host.post("link", b -> b.put("do", "renew")).body());
        assertThat(enters(old).path("door").asText()).isEqualTo("unknown");
        Wire phone = new Wire(URI.create(fresh.path("link").asText()));
        assertThat(enters(phone).path("door").asText()).isEqualTo("locked");
        assertThat(Wire.door(
                        phone.post("enter", b -> b.put("secret", phone.secret()).put("passphrase", Guest.PASSPHRASE))))
                .isEqualTo("in");
        assertThat(new Wire(room.links().get(1)).post("link", b -> {}).statusCode())
                .as("nobody gets a link without being in")
                .isEqualTo(403);
    }

    @Test
    void a_closed_room_is_gone_for_everybody_and_the_first_one_stays() {
        JsonNode opened = opens(List.of("Eva", "Luis"), b -> {});
        Wire eva = guest(opened, 1).isHere("Eva");
        eva.writes("soon gone");
        String id = opened.path("id").asText();
        assertThat(find(desk(host, b -> b.put("do", "close").put("room", id)), id)
                        .isEmpty())
                .isTrue();
        eva.isClosed();
        assertThat(enters(eva).path("door").asText()).isEqualTo("unknown");
        assertThat(room.rooms().conversation("web:" + id)).isEmpty();
        JsonNode first = desk(
                        host,
                        b -> b.put("do", "close")
                                .put("room", room.links().get(0).getPath().split("/")[2]))
                .path("rooms");
        assertThat(first).hasSize(1);
        eva.close();
    }

    @Test
    void too_few_names_open_nothing() {
        JsonNode desk = desk(host, b -> b.put("do", "open").putPOJO("names", List.of("Eva", " \u200b ")));
        assertThat(desk.path("problem").asText()).isEqualTo("names");
        assertThat(desk.path("rooms")).hasSize(1);
    }

    @Test
    void it_says_that_links_open_here_only() {
        assertThat(desk(host, b -> {}).path("reach").asText()).isEqualTo("HERE");
    }
}
