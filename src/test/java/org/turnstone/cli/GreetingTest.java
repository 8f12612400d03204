package org.turnstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.turnstone.Settings;
import org.turnstone.web.QrCode;

/** What {@code serve} prints. */
class GreetingTest {
    private static final List<URI> LINKS = List.of(
            URI.create("http://192.168.1.7:8420/r/room/1#one"), URI.create("http://192.168.1.7:8420/r/room/2#two"));

    private static String greeting(String settings, Optional<String> network) {
        return new Greeting(Settings.load(Map.of(), "a file", settings), LINKS, network).text();
    }

    @Test
    void each_has_a_link_and_the_partners_is_drawn_where_a_phone_can_follow_it() {
        String code = QrCode.of(LINKS.get(1).toString()).inHalfBlocks();
        assertThat(greeting("{}", Optional.empty()))
                .contains("for you           " + LINKS.get(0), "for your partner  " + LINKS.get(1))
                .doesNotContain(code);
        assertThat(greeting("{}", Optional.of("192.168.1.7"))).contains(code);
        assertThat(greeting("{\"server\": {\"publicUrl\": \"https://turns.example.org\"}}", Optional.empty()))
                .contains(code);
    }

    @Test
    void it_says_who_can_open_them() {
        assertThat(greeting("{}", Optional.empty())).contains("on this computer only", "serve --lan");
        assertThat(greeting("{}", Optional.of("192.168.1.7")))
                .contains("unencrypted")
                .doesNotContain("only", "--lan");
        assertThat(greeting("{\"server\": {\"publicUrl\": \"https://turns.example.org\"}}", Optional.empty()))
                .doesNotContain("unencrypted", "--lan");
    }
}
