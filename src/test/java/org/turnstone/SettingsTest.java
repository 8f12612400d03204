package org.turnstone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private static final String TOKEN = "MTIzNDU2Nzg5.marker-secret.do-not-print";

    @TempDir
    Path place;

    @Test
    void without_a_file_and_an_environment_the_defaults_hold() {
        Settings settings = Settings.defaults();

        assertThat(settings.home()).isEqualTo(Path.of("turnstone-data"));
        assertThat(settings.server().host()).isEqualTo("127.0.0.1");
        assertThat(settings.server().port()).isEqualTo(8420);
        assertThat(settings.server().publicUrl()).isEmpty();
        assertThat(settings.local().timezone()).isEqualTo(ZoneId.systemDefault());
        assertThat(settings.conversation().waits().invitation()).isEqualTo(Duration.ofMinutes(30));
        assertThat(settings.conversation().day().nightFrom()).isEqualTo(LocalTime.of(23, 0));
        assertThat(settings.discord().token()).isEmpty();
        assertThat(settings.discord().api()).isEqualTo(URI.create("https://discord.com/api/v10/"));
    }

    @Test
    void a_file_changes_what_it_names_and_nothing_else() {
        Settings settings = read("""
                // at home
                {"local": {"country": "IE", "timezone": "Europe/Dublin"},
                 "conversation": {"waits": {"bubbles": "45 s"}, "nudges": {"perTalk": 0}},
                 "discord": {"turns": "modal"}, /* trailing commas are forgiven */
                }
                """);

        assertThat(settings.local().country()).contains("IE");
        assertThat(settings.local().timezone()).isEqualTo(ZoneId.of("Europe/Dublin"));
        assertThat(settings.conversation().waits().bubbles()).isEqualTo(Duration.ofSeconds(45));
        assertThat(settings.conversation().waits().quiet()).isEqualTo(Duration.ofMinutes(2));
        assertThat(settings.conversation().nudges()).isEqualTo(new Settings.Nudges(1, 0));
        assertThat(settings.discord().turns()).isEqualTo(Settings.Turns.MODAL);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"servers": {}}                      | my.json:1: servers is not a setting; remove it, or did you mean server?
                    {"server": {"prot": 1}}              | my.json:1: server.prot is not a setting; remove it, or did you mean server.port?
                    {"port": 1}                          | my.json:1: port is not a setting; remove it, or did you mean server.port?
                    {"conversation": {"bubles": "90 s"}} | my.json:1: conversation.bubles is not a setting; remove it, or did you mean conversation.waits.bubbles?
                    {"xyzzy": {}}                        | my.json:1: xyzzy is not a setting; remove it
                    {"server": {"port": "8420"}}         | my.json:1: server.port is "8420"; it must be a whole number from 1 to 65535
                    {"server": {"port": 0}}              | my.json:1: server.port is 0; it must be a whole number from 1 to 65535
                    {"server": {"port": 1e99}}           | my.json:1: server.port is 1.0E99; it must be a whole number from 1 to 65535
                    {"server": {"port": null}}           | my.json:1: server.port is null; it must be a whole number from 1 to 65535
                    {"server": 8420}                     | my.json:1: server is 8420; it must be an object in braces: { ... }
                    {"server": {"host": "a b"}}          | my.json:1: server.host is "a b"; it must be a host name or address
                    {"server": {"publicUrl": "ftp://x"}} | my.json:1: server.publicUrl is "ftp://x"; it must be an address such as "https://turns.example.org", or empty
                    {"local": {"country": "uk"}}         | my.json:1: local.country is "uk"; it must be an ISO code of two capitals such as "GB", or empty
                    {"local": {"timezone": "Dublin"}}    | my.json:1: local.timezone is "Dublin"; it must be "system" or a zone such as "Europe/Dublin"
                    {"words": {"web": "for ever"}}       | my.json:1: words.web is "for ever"; it must be "day" or "talk" or "week"
                    {"words": {"held": "25 h"}}          | my.json:1: words.held is "25 h"; it must be a time from "1 h" to "24 h", written like "90 s", "30 min", "12 h", "7 days"
                    {"words": {"held": 24}}              | my.json:1: words.held is 24; it must be a time from "1 h" to "24 h", written like "90 s", "30 min", "12 h", "7 days"
                    {"discord": {"floor": "firm"}}       | my.json:1: discord.floor is "firm"; it must be "hard" or "soft"
                    []                                   | my.json: holds no object; it must begin with { and end with }
                    {"server": {"port": 1}               | my.json:1:23: ends too early; a closing brace or quote is missing
                    {"server" {"port": 1}}               | my.json:1:11: cannot be read from here on; look for a missing comma, quote or brace just before
                    {"local": {}, "local": {}}           | my.json:1:22: the key just before this place stands twice; keep one of the two
                    """)
    void a_setting_that_will_not_do_is_refused_with_its_place_and_a_way_on(String text, String problem) {
        assertThat(problems(text)).containsExactly(problem);
    }

    @Test
    void every_problem_of_a_file_is_told_at_once_each_with_its_line() {
        assertThat(problems("""
                        {
                          "server": {
                            "port": -1,
                            "colour": "red"
                          },
                          "conversation": {"day": {"nightFrom": "01:00"}, "waits": {"shortestPause": "24 h", "longestPause": "1 h"}}
                        }
                        """))
                .containsExactlyInAnyOrder(
                        "my.json:3: server.port is -1; it must be a whole number from 1 to 65535",
                        "my.json:4: server.colour is not a setting; remove it",
                        "my.json:6: conversation.day.nightFrom is \"01:00\"; it must be a time of day from \"18:00\" to \"23:59\"",
                        "my.json:6: conversation.waits.shortestPause is longer than longestPause; make it the shorter one");
    }

    @Test
    void many_problems_and_long_values_are_cut_short() {
        String keys = IntStream.range(0, 500)
                .mapToObj(n -> "\"" + "x".repeat(500) + n + "\": 1")
                .collect(Collectors.joining(","));

        List<String> problems = problems("{" + keys + "}");

        assertThat(problems).hasSize(21).last().isEqualTo("(and 480 more)");
        assertThat(problems).allMatch(problem -> problem.length() < 200);
    }

    @Test
    void a_secret_in_the_file_is_refused_and_never_repeated() {
        assertThat(problems("{\"discord\": {\"token\": \"" + TOKEN + "\"}}"))
                .singleElement()
                .asString()
                .startsWith(
                        "my.json:1: discord.token is not a setting: secrets are never kept in this file; set DISCORD_TOKEN")
                .doesNotContain("marker");
        assertThat(problems("{\"discord\": {\"token\": " + TOKEN + "}}").toString())
                .doesNotContain("marker");
    }

    @Test
    void the_token_comes_from_the_environment_and_prints_as_set() {
        Settings settings = Settings.load(Map.of("DISCORD_TOKEN", " " + TOKEN + "\n"), "my.json", "{}");

        assertThat(settings.discord().token().map(Secret::reveal)).contains(TOKEN);
        assertThat(settings.toString()).contains("token=Optional[(set)]").doesNotContain("marker");
    }

    @Test
    void the_token_may_stand_in_a_file_of_its_own() throws IOException {
        Path file = Files.writeString(place.resolve("token"), TOKEN + "\n");

        Settings settings = Settings.load(at(place, Map.of("DISCORD_TOKEN_FILE", file.toString())));

        assertThat(settings.discord().token()).contains(new Secret(TOKEN));
    }

    @Test
    void a_token_given_twice_or_broken_is_refused_without_repeating_it() throws IOException {
        Path file = Files.writeString(place.resolve("token"), TOKEN);

        assertThat(refused(at(place, Map.of("DISCORD_TOKEN_FILE", file.toString(), "DISCORD_TOKEN", TOKEN))))
                .containsExactly("DISCORD_TOKEN and DISCORD_TOKEN_FILE: both are set; keep one of them");
        assertThat(refused(at(place, Map.of("DISCORD_TOKEN", "Bot " + TOKEN))))
                .containsExactly(
                        "DISCORD_TOKEN: has a space or an unusual character in it; copy the token again, alone");
        assertThat(refused(at(
                        place,
                        Map.of("DISCORD_TOKEN_FILE", place.resolve("none").toString()))))
                .containsExactly(place.resolve("none") + ": is not there; create it, or name another file");
    }

    @Test
    void addresses_in_the_environment_are_checked() {
        Settings settings = Settings.load(
                Map.of("DISCORD_API_URL", "http://127.0.0.1:9/api/", "DISCORD_GATEWAY_URL", "ws://127.0.0.1:9/"),
                "my.json",
                "{}");

        assertThat(settings.discord().api()).isEqualTo(URI.create("http://127.0.0.1:9/api/"));
        assertThat(settings.discord().gateway()).contains(URI.create("ws://127.0.0.1:9/"));
        assertThat(refused(at(place, Map.of("DISCORD_API_URL", "ws://x", "DISCORD_GATEWAY_URL", "not an address"))))
                .containsExactlyInAnyOrder(
                        "DISCORD_API_URL: is not an address; it begins with http:// or https:// and a host",
                        "DISCORD_GATEWAY_URL: is not an address; it begins with ws:// or wss:// and a host");
    }

    @ParameterizedTest
    @CsvSource({"0-3/16,16,0,3", "5/16,16,5,5", "15-15/16,16,15,15", "auto/16,16,,", "auto/1,1,,", ",1,,"})
    void the_environment_says_which_shards_are_ours(String value, int total, Integer first, Integer last) {
        Map<String, String> environment = value == null ? Map.of() : Map.of("DISCORD_SHARDS", value);
        Settings.Shards shards =
                Settings.load(environment, "my.json", "{}").discord().shards();
        assertThat(shards.total()).isEqualTo(total);
        assertThat(shards.ours())
                .isEqualTo(first == null ? Optional.empty() : Optional.of(new Settings.Shards.Range(first, last)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"16", "0-3", "3-0/16", "0-16/16", "16/16", "auto/0", "-1/4", "auto/99999", "0-3/16; drop", "a/b"
            })
    void shards_that_cannot_be_are_refused(String value) {
        assertThat(refused(at(place, Map.of("DISCORD_SHARDS", value))))
                .singleElement()
                .asString()
                .startsWith("DISCORD_SHARDS: must be like 0-3/16")
                .doesNotContain("drop");
    }

    @Test
    void the_environment_has_the_last_word_on_the_address_to_listen_on() {
        Map<String, String> environment = Map.of("TURNSTONE_HOST", "0.0.0.0");

        assertThat(Settings.load(environment, "my.json", "{\"server\": {\"host\": \"10.0.0.1\"}}")
                        .server()
                        .host())
                .isEqualTo("0.0.0.0");
        assertThat(refused(at(place, Map.of("TURNSTONE_HOST", "every where"))))
                .containsExactly(
                        "TURNSTONE_HOST: is not a host name or address; set 127.0.0.1, or 0.0.0.0 in a container");
    }

    @Test
    void the_file_beside_the_data_is_read_unless_another_is_named() throws IOException {
        Files.writeString(place.resolve("turnstone.json"), "{\"server\": {\"port\": 1111}}");
        Path other = Files.writeString(place.resolve("other.json"), "\uFEFF{\"server\": {\"port\": 2222}}");

        assertThat(Settings.load(at(place, Map.of())).server().port()).isEqualTo(1111);
        Settings named = Settings.load(at(place, Map.of("TURNSTONE_CONFIG", other.toString())));
        assertThat(named.server().port()).isEqualTo(2222);
        assertThat(named.file()).contains(other);
    }

    @Test
    void a_file_that_is_not_one_is_refused_in_plain_words() throws IOException {
        Path latin = Files.write(place.resolve("latin.json"), new byte[] {'{', (byte) 0xe9, '}'});
        Path huge = Files.write(place.resolve("huge.json"), new byte[2_000_000]);
        Path deep = Files.writeString(place.resolve("deep.json"), "{\"a\":".repeat(100_000));

        assertThat(refusedFile(latin))
                .containsExactly(latin + ": is not text in UTF-8; save it as UTF-8, or name another file");
        assertThat(refusedFile(huge))
                .containsExactly(huge + ": has more than 1024 kB, which no such file needs; name another file");
        assertThat(refusedFile(place)).containsExactly(place + ": is a directory; name the file in it");
        assertThat(refusedFile(place.resolve("no.json")))
                .containsExactly(place.resolve("no.json") + ": is not there; create it, or name another file");
        assertThat(refusedFile(deep))
                .singleElement()
                .asString()
                .startsWith(deep + ":")
                .hasSizeLessThan(300);
    }

    private List<String> refusedFile(Path file) {
        return refused(at(place, Map.of("TURNSTONE_CONFIG", file.toString())));
    }

    private static Map<String, String> at(Path home, Map<String, String> more) {
        Map<String, String> all = new java.util.HashMap<>(more);
        all.put("TURNSTONE_HOME", home.toString());
        return all;
    }

    private static Settings read(String text) {
        return Settings.load(Map.of(), "my.json", text);
    }

    private static List<String> problems(String text) {
        return catchThrowableOfType(SettingsRefused.class, () -> read(text)).problems();
    }

    private static List<String> refused(Map<String, String> environment) {
        return catchThrowableOfType(SettingsRefused.class, () -> Settings.load(environment))
                .problems();
    }

    @Test
    void a_shared_database_is_named_in_the_environment_and_its_password_is_never_shown() throws IOException {
        Path file = Files.writeString(place.resolve("password"), TOKEN + "\n");
        Settings settings = Settings.load(at(
                place,
                Map.of(
                        "TURNSTONE_DATABASE_URL",
                        "postgresql://db:5432/turnstone",
                        "TURNSTONE_DATABASE_PASSWORD_FILE",
                        file.toString())));
        assertThat(settings.shared().orElseThrow().password()).contains(new Secret(TOKEN));
        assertThat(settings.toString()).doesNotContain(TOKEN);
        assertThat(refused(at(place, Map.of("TURNSTONE_DATABASE_URL", "postgresql://me:" + TOKEN + "@db/x"))))
                .containsExactly("TURNSTONE_DATABASE_URL: names a user; set TURNSTONE_DATABASE_USER and"
                        + " TURNSTONE_DATABASE_PASSWORD instead");
        assertThat(refused(at(place, Map.of("TURNSTONE_DATABASE_USER", "me"))))
                .containsExactly(
                        "TURNSTONE_DATABASE_URL: is not set, but its user or password is; set it, or take those"
                                + " away");
    }
}
