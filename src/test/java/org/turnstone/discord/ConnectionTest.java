package org.turnstone.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstone.discord.loopback.EventFault;
import org.turnstone.discord.loopback.LoopbackDiscord;
import org.turnstone.discord.loopback.OpenModal;
import org.turnstone.discord.loopback.Permission;
import org.turnstone.discord.loopback.Post;
import org.turnstone.floor.Checking;
import org.turnstone.floor.Closing;
import org.turnstone.floor.LeaningIn;
import org.turnstone.floor.Move;
import org.turnstone.floor.Speaking;
import org.turnstone.prompts.Text;

/** Coming, going, and what Discord may refuse. */
class ConnectionTest {
    @TempDir
    private Path home;

    private String refused(LoopbackDiscord server, String token) {

        Access access = new Access(
                token, URI.create(server.apiUrl()), Optional.of(URI.create(server.gatewayUrl())), Turns.MESSAGES);
        try (Bot bot = new Bot(home, access)) {
            assertThat(bot.start()).isFalse();
            return bot.trouble();
        }
    }

    @Test
    void without_leave_to_read_messages_it_says_what_to_do() {
        try (LoopbackDiscord server = LoopbackDiscord.start()) {
            server.app().privileged();
            assertThat(refused(server, server.app().token()))
                    .contains("Message Content Intent")
                    .contains("discord.turns");
        }
    }

    @Test
    void a_token_that_is_not_known_is_said_so_and_not_shown() {
        try (LoopbackDiscord server = LoopbackDiscord.start()) {
            assertThat(refused(server, "wr0ng-s3cret"))
                    .contains("Developer Portal")
                    .doesNotContain("wr0ng-s3cret");
        }
    }

    @Test
    void a_certificate_that_nobody_vouches_for_is_refused_and_said_so() throws Exception {
        HttpsServer server = selfSigned();
        server.start();
        URI address = URI.create("https://127.0.0.1:" + server.getAddress().getPort() + "/api/v10/");
        try (Bot bot = new Bot(home, new Access("wr0ng-s3cret", address, Optional.empty(), Turns.MESSAGES))) {
            Thread starting = new Thread(bot::start);
            starting.setDaemon(true);
            starting.start();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(bot.trouble())
                            .contains("certificate was refused")
                            .contains("clock")
                            .doesNotContain("wr0ng-s3cret"));
        } finally {
            server.stop(0);
        }
    }

    /** A server with a certificate that it signed itself. */
    private HttpsServer selfSigned() throws Exception {
        Path store = home.resolve("self.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        String[] makes = {
            keytool,
            "-genkeypair",
            "-keyalg",
            "EC",
            "-alias",
            "self",
            "-dname",
            "CN=127.0.0.1",
            "-validity",
            "2",
            "-storetype",
            "PKCS12",
            "-storepass",
            "changeit",
            "-keystore",
            store.toString()
        };
        assertThat(new ProcessBuilder(makes).start().waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance(store.toFile(), "changeit".toCharArray());
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "changeit".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return server;
    }

    @Test
    void what_was_said_while_it_was_away_is_taken_in_once_and_in_order() {
        try (Flat flat = begun(Turns.MESSAGES)) {
            flat.stop();
            flat.ann.says(flat.kitchen, "I felt alone at the party.");
            flat.ben.says(flat.kitchen, "It sounds like you were lonely there.");
            flat.start(Turns.MESSAGES);
            flat.awaitPhase(Checking.class);
            flat.presses(flat.ann, Move.THATS_IT);
            flat.awaitPhase(Closing.class);
            assertThat(flat.conversation().talk().hadTurn()).hasSize(1);
        }
    }

    @Test
    void a_session_that_is_lost_for_good_loses_nothing() {
        try (Flat flat = begun(Turns.MESSAGES)) {
            flat.server.gateway().forgetSessions();
            flat.server.gateway().cut();
            flat.ann.says(flat.kitchen, "I felt alone at the party.");
            org.awaitility.Awaitility.await()
                    .atMost(java.time.Duration.ofMinutes(3))
                    .until(() -> flat.conversation().phase() instanceof LeaningIn);
        }
    }

    @Test
    void what_is_delivered_twice_counts_once() {
        try (Flat flat = begun(Turns.MESSAGES)) {
            flat.server.faults().nextEvent("MESSAGE_CREATE", EventFault.TWICE);
            flat.ann.says(flat.kitchen, "I felt alone at the party.");
            flat.awaitPhase(LeaningIn.class);
            flat.server.faults().nextEvent("MESSAGE_CREATE", EventFault.TWICE);
            Post said = flat.ben.says(flat.kitchen, "That makes sense to me.");
            flat.awaitPhase(Checking.class);
            flat.ben.edits(said, "That makes no sense to me.");
            flat.ben.deletes(said);
            flat.presses(flat.ann, Move.THATS_IT);
            flat.awaitPhase(Closing.class);
        }
    }

    @Test
    void without_reading_messages_a_whole_turn_is_written_in_forms() {
        try (Flat flat = begun(Turns.MODAL)) {
            flat.ann.says(flat.kitchen, "This is not read.");
            writes(flat, flat.ann, "I felt *alone* at the party.");
            flat.awaitPhase(LeaningIn.class);
            assertThat(flat.botPosts()).contains("Ann says:\n> I felt \\*alone\\* at the party.");
            writes(flat, flat.ben, "That makes sense to me.");
            flat.awaitPhase(Checking.class);
            flat.presses(flat.ann, Move.THATS_IT);
            flat.awaitPhase(Closing.class);
            assertThat(flat.server.wire().refusals()).isEmpty();
        }
    }

    private static void writes(Flat flat, org.turnstone.discord.loopback.Person who, String words) {
        String button = Flat.BOOK.text(Text.WRITE_HERE);
        Post card = who.awaits("the card", p -> p.state() == Post.State.STANDS && p.has(button));
        OpenModal form = who.presses(card, button).awaitModal();
        who.submits(form, Map.of(form.fields().get(0).customId(), words)).awaitAnswer();
    }

    @Test
    void a_missing_permission_is_named_to_the_one_who_tried() {
        try (Flat flat = new Flat(home).setUp()) {
            flat.kitchen.overwriteBot(0, Permission.of(Permission.SEND_MESSAGES));
            org.awaitility.Awaitility.await().until(() -> {
                Post answer = flat.asks("us").awaitPost();
                return answer.isPrivate() && answer.text().contains("Send Messages");
            });
            assertThat(flat.botPosts()).isEmpty();
        }
    }

    private Flat begun(Turns turns) {
        Flat flat = new Flat(home, turns).setUp();
        flat.asks("us").awaitPost();
        flat.presses(flat.ben, Move.HERE);
        flat.awaitPhase(Speaking.class);
        flat.ann.awaits("the card", p -> p.has(Flat.BOOK.label(Move.PASS)));
        return flat;
    }
}
