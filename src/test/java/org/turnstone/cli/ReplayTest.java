package org.turnstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PARTY = """
            Ana: When you talked to everyone else at the party I felt so alone.
            Ben: I only did it because you never want to talk to anybody. You always do this.
            Ana: I stood there like I didn't matter to you.
            Ben: It sounds like you felt invisible next to me. What was the worst moment?
            """;

    @TempDir
    private Path folder;

    private Terminal replay(String content, String... more) throws IOException {
        Path file = folder.resolve("chat");
        Files.writeString(file, content);
        List<String> arguments = new ArrayList<>(List.of("replay", file.toString()));
        arguments.addAll(List.of(more));
        Map<String, String> environment =
                Map.of("TURNSTONE_HOME", folder.resolve("home").toString());
        return Terminal.run(environment, arguments.toArray(String[]::new));
    }

    private List<JsonNode> objects(String content, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(more));
        arguments.add("--json");
        Terminal ran = replay(content, arguments.toArray(String[]::new));
        assertThat(ran.exit()).as(ran.err()).isZero();
        List<JsonNode> objects = new ArrayList<>();
        for (String line : ran.out().lines().toList()) {
            objects.add(JSON.readTree(line));
        }
        return objects;
    }

    private static List<String> effects(List<JsonNode> objects, int after) {
        return objects.stream()
                .filter(o -> o.path("after").asInt() == after)
                .map(o -> o.path("effect").asText())
                .toList();
    }

    private static String line(String from, String text, String as) {
        ObjectNode node = JSON.createObjectNode().put("from", from).put("text", text);
        return (as.isEmpty() ? node : node.put("as", as)) + "\n";
    }

    @Test
    void a_plain_transcript_becomes_a_mediated_conversation_without_private_notes() throws IOException {
        Terminal ran = replay(PARTY);
        assertThat(ran.exit()).isZero();
        assertThat(ran.out())
                .contains("Ana: When you talked to everyone else at the party I felt so alone.")
                .contains("    bot: Ana, the floor is yours.")
                .doesNotContain("to you only")
                .doesNotContain("sound like defending");
    }

    @Test
    void private_notes_are_shown_to_the_one_they_are_for() throws IOException {
        assertThat(replay(PARTY, "--me", "Ben").out()).contains("bot, to you only: \"I only did it because");
        assertThat(replay(PARTY, "--me", "Ana").out()).doesNotContain("sound like defending");
        Terminal nobody = replay(PARTY, "--me", "Eve");
        assertThat(nobody.exit()).isEqualTo(1);
        assertThat(nobody.err()).contains("Ana, Ben");
    }

    @Test
    void defending_is_flagged_and_leaning_in_is_noticed_for_the_writer() throws IOException {
        List<JsonNode> objects = objects(PARTY);
        assertThat(effects(objects, 1)).contains("flag");
        assertThat(effects(objects, 3)).contains("praise");
        JsonNode flag = objects.stream()
                .filter(o -> o.path("effect").asText().equals("flag"))
                .findFirst()
                .orElseThrow();
        assertThat(flag.path("to").asText()).isEqualTo("Ben");
        assertThat(flag.path("kinds")).extracting(JsonNode::asText).contains("justification");
        assertThat(flag.path("words").get(0).asText()).startsWith("I only did it because");
        assertThat(flag.has("shown")).isTrue();
        assertThat(objects)
                .allSatisfy(o -> assertThat(o.fieldNames())
                        .toIterable()
                        .containsExactly("after", "effect", "to", "kinds", "words", "text", "shown"));
    }

    @Test
    void a_given_role_decides_over_the_floor() throws IOException {
        String chat = line("Ana", "I only did it because you never listen.", "listener")
                + line("Ben", "You never listen. What is wrong with you?", "speaker")
                + line("Ana", "But that is not how it was.", "out_of_turn")
                + line("Ben", "It sounds like you felt alone there.", "listener")
                + line("Ben", "It sounds like you felt alone there.", "speaker");
        List<JsonNode> objects = objects(chat);
        assertThat(effects(objects, 0)).contains("flag");
        assertThat(effects(objects, 1)).contains("flag");
        assertThat(effects(objects, 2)).contains("hold").doesNotContain("flag");
        assertThat(effects(objects, 3)).contains("praise");
        assertThat(effects(objects, 4)).as("never for a speaker's own words").doesNotContain("praise");
    }

    @Test
    void a_plea_to_stop_pauses_and_the_next_message_resumes() throws IOException {
        for (String plea : List.of("need to stop", "can we pause")) {
            List<JsonNode> objects = objects(PARTY + "Ana: " + plea + "\nAna: I felt alone.\n");
            assertThat(effects(objects, 4)).as(plea).contains("pause");
            assertThat(effects(objects, 5)).as("it goes on").contains("say");
        }
    }

    @Test
    void after_a_step_aside_only_a_step_aside_may_follow() throws IOException {
        String chat = PARTY + "Ana: you hit me last week\n" + PARTY + "Ben: I want to kill myself\n";
        List<JsonNode> objects = objects(chat);
        assertThat(effects(objects, 4)).containsExactly("aside");
        assertThat(objects.stream().filter(o -> o.path("after").asInt() > 4))
                .extracting(
                        o -> o.path("after").asInt() + " " + o.path("effect").asText())
                .containsExactly("9 aside");
    }

    @Test
    void anothers_step_aside_is_a_pause() throws IOException {
        String chat = PARTY + "Ana: you hit me last week\n";
        assertThat(effects(objects(chat, "--me", "Ana"), 4)).containsExactly("aside");
        List<JsonNode> seenByBen = objects(chat, "--me", "Ben");
        assertThat(effects(seenByBen, 4)).containsExactly("pause");
        List<JsonNode> plain = objects(PARTY + "Ana: can we pause\n", "--me", "Ben");
        assertThat(seenByBen).as("what Ben can see is an ordinary pause").isEqualTo(plain);
        assertThat(replay(chat).out()).contains("bot: Taking a pause here").doesNotContain("hurt, threatened");
    }

    @Test
    void every_opening_message_may_be_the_one() throws IOException {
        assertThat(effects(objects("Ana: you hit me last week\nBen: what\n"), 0))
                .contains("aside");
    }

    /** A DiscordChatExporter file of over two hundred messages, from the labelled rows. */
    private static String discordExport() throws IOException {
        ObjectNode whole = JSON.createObjectNode();
        whole.putObject("channel").put("name", "us");
        ArrayNode messages = whole.putArray("messages");
        messages.addObject()
                .put("type", "ChannelPinnedMessage")
                .put("content", "")
                .putObject("author")
                .put("name", "ana");
        List<String> rows =
                Files.readAllLines(Path.of("src/learn/replies/c.jsonl")).subList(0, 110);
        int minute = 0;
        for (String row : rows) {
            JsonNode node = JSON.readTree(row);
            for (String side : List.of("partner", "reply")) {
                ObjectNode message = messages.addObject()
                        .put("type", "Default")
                        .put("content", node.path(side).asText());
                message.put(
                        "timestamp",
                        "2026-03-0" + (1 + minute / 600) + "T" + (10 + minute / 60 % 10) + ":" + (10 + minute % 50)
                                + ":00.123+00:00");
                minute++;
                String name = side.equals("partner") ? "ana" : "ben";
                message.putObject("author")
                        .put("name", name)
                        .put("nickname", name.toUpperCase())
                        .put("isBot", false);
            }
        }
        return JSON.writeValueAsString(whole);
    }

    @Test
    void a_discord_export_of_two_hundred_messages_is_mediated() throws IOException {
        String export = discordExport();
        Terminal ran = replay(export);
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out().lines().filter(l -> l.startsWith("ANA: ") || l.startsWith("BEN: ")))
                .hasSize(220);
        List<JsonNode> objects = objects(export);
        assertThat(objects).extracting(o -> o.path("after").asInt()).isSorted();
        assertThat(objects).extracting(o -> o.path("effect").asText()).contains("flag", "praise", "say", "offer");
    }

    @Test
    void a_slack_export_is_mediated() throws IOException {
        String slack = """
                [{"type":"message","subtype":"channel_join","user":"U1","text":"<@U1> has joined","ts":"1772395000.000100"},
                 {"type":"message","user":"U1","user_profile":{"real_name":"Ana","display_name":""},
                  "text":"I felt alone &amp; small.","ts":"1772395200.000200"},
                 {"type":"message","user":"U2","text":"I only did it because you never listen.","ts":"1772395260.000300"}]
                """;
        assertThat(replay(slack).out()).contains("Ana: I felt alone & small.").contains("U2: I only did it");
        assertThat(effects(objects(slack), 2)).contains("flag");
    }

    @Test
    void broken_files_are_refused_with_the_place_and_a_way_on() throws IOException {
        assertThat(replay("").err()).contains("is empty");
        assertThat(replay("no names here at all").err()).contains(":1 ").contains("Ana: I felt");
        assertThat(replay("{\"messages\":[{\"author\":").err()).contains(":1:").contains("Export it again");
        assertThat(replay("{\"x\":1}").err()).contains("of no form known");
        assertThat(replay(line("Ana", "hello", "") + "{\"from\":\"Ana\"}\n").err())
                .contains(":2")
                .contains("\"text\"");
        assertThat(replay(line("Ana", "hello", "shouter")).err()).contains(":1").contains("out_of_turn");
        assertThat(replay("{\"from\":\"A\",\"text\":\"b\",\"at\":\"soon\"}").err())
                .contains("2026-03-01T20:15:00Z");
        Terminal missing =
                Terminal.run(Map.of(), "replay", folder.resolve("none").toString());
        assertThat(missing.exit()).isEqualTo(1);
        assertThat(missing.err()).contains("does not exist").doesNotContain("Exception");
    }

    @Test
    void thirteen_people_are_too_many_and_three_are_a_circle() throws IOException {
        StringBuilder crowd = new StringBuilder();
        for (int i = 0; i < 13; i++) {
            crowd.append("P").append(i).append(": hello there everyone\n");
        }
        assertThat(replay(crowd.toString()).err()).contains("a circle holds 12");
        Terminal three = replay("Ana: I lost my job.\nBen: I'm sorry.\nCleo: Me too, last year.\n");
        assertThat(three.exit()).as(three.err()).isZero();
        assertThat(three.out()).contains("circle");
    }

    @Test
    void in_a_large_circle_anyone_can_be_the_one_who_answers() throws IOException {
        StringBuilder chat = new StringBuilder();
        for (String name : List.of("Ana", "Ben", "Cleo", "Dan", "Eve", "Finn")) {
            chat.append(line(name, "Hello everyone, good to be here tonight.", ""));
        }
        chat.append(line("Ana", "I felt so alone when nobody came.", "speaker"));
        chat.append(line("Finn", "I only did it because you never listen. You always do this.", "listener"));
        assertThat(effects(objects(chat.toString()), 7)).contains("flag").doesNotContain("hold");
    }

    @Test
    void two_people_with_one_nickname_stay_two() throws IOException {
        String chat = """
                {"messages":[
                 {"content":"I felt alone.","author":{"id":"1","name":"sam1","nickname":"Sam"}},
                 {"content":"You felt alone there.","author":{"id":"2","name":"sam2","nickname":"Sam"}}]}
                """;
        assertThat(replay(chat).out()).contains("Sam: I felt alone.").contains("Sam (sam2): You felt alone there.");
    }

    @Test
    void strange_text_is_taken_as_it_is() throws IOException {
        String strange = line("A\u202Ena", "\uD83D\uDE80\uD83D\uDE80", "")
                + line("Ben", "@everyone **bold** <b>x</b> \u200B\u200B", "listener")
                + line("A\u202Ena", "x".repeat(100_000), "speaker")
                + line("Ben", "\u0645\u0631\u062D\u0628\u0627", "listener");
        assertThat(replay(strange).exit()).isZero();
        assertThat(objects(strange)).isNotEmpty();
    }
}
