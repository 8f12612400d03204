package org.turnstone.discord.loopback;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The gateway frame by frame: logging in, what is refused and with which close code, resuming, and who gets what. */
class GatewayTest {
    private static final long TALKING =
            Intents.GUILDS | Intents.GUILD_MESSAGES | Intents.DIRECT_MESSAGES | Intents.MESSAGE_CONTENT;

    private final Household house = Household.talking();
    private final String token = house.discord.app().token();

    @AfterEach
    void stop() {
        house.close();
    }

    @Test
    void it_greets_lets_in_and_shows_the_guilds() throws InterruptedException {
        RawGateway app = new RawGateway(house.discord).identify(token, TALKING);
        assertThat(app.next().at("/d/heartbeat_interval").asInt()).isEqualTo(41_250);
        JsonNode ready = app.event("READY").path("d");
        assertThat(ready.at("/resume_gateway_url").asText()).isEqualTo(house.discord.gatewayUrl() + "/resume");
        assertThat(ready.at("/guilds/0/unavailable").asBoolean()).isTrue();
        assertThat(ready.at("/application/id").asLong())
                .isEqualTo(house.discord.app().id());
        JsonNode guild = app.event("GUILD_CREATE").path("d");
        assertThat(guild.path("name").asText()).isEqualTo("Home");
        assertThat(guild.path("members"))
                .as("without the members intent only the bot")
                .hasSize(1);
        assertThat(guild.path("member_count").asInt()).isEqualTo(4);
    }

    @Test
    void a_heartbeat_is_acknowledged() throws InterruptedException {
        RawGateway app = new RawGateway(house.discord).send("{'op':1,'d':null}");
        assertThat(List.of(app.next().path("op").asInt(), app.next().path("op").asInt()))
                .containsExactly(10, 11);
    }

    @Test
    void who_sends_no_heartbeat_is_cut_off_and_may_resume() throws InterruptedException {
        Duration usual = house.discord.limits().heartbeat();
        RawGateway app = open().identify(token, TALKING);
        String session = app.event("READY").at("/d/session_id").asText();
        // Not before it is in, nor for the connection after: either could be cut before it came to say anything.
        house.discord.limits().heartbeat(Duration.ofMillis(50));
        house.discord.gateway().expectHeartbeats();
        assertThat(app.closeCode()).isEqualTo(1006);
        house.discord.limits().heartbeat(usual);
        open().resume(token, session, 1).event("RESUMED");
    }

    @Test
    void what_is_refused_has_its_close_code() throws InterruptedException {
        assertThat(open().identify("nonsense", TALKING).closeCode()).isEqualTo(4004);
        assertThat(open().identify(token, 1L << 40).closeCode()).isEqualTo(4013);
        assertThat(open().identify(token, TALKING | Intents.GUILD_MEMBERS).closeCode())
                .isEqualTo(4014);
        assertThat(open().identify(token, TALKING).identify(token, TALKING).closeCode())
                .isEqualTo(4005);
        assertThat(open().send("{'op':99}").closeCode()).isEqualTo(4001);
        assertThat(open().send("this is no json").closeCode()).isEqualTo(4002);
        assertThat(open().send("{'op':1,'d':'" + "x".repeat(4096) + "'}").closeCode())
                .isEqualTo(4002);
        assertThat(open().send("{'op':3,'d':{}}").closeCode()).isEqualTo(4003);
        assertThat(open().send("{'op':2,'d':{'token':'" + token + "','intents':1,'shard':[3,2]}}")
                        .closeCode())
                .isEqualTo(4010);
        assertThat(new RawGateway(house.discord.gatewayUrl() + "?v=9&encoding=json").closeCode())
                .isEqualTo(4012);
    }

    @Test
    void a_privileged_intent_must_be_switched_on() throws InterruptedException {
        house.discord.app().privileged();
        assertThat(open().identify(token, TALKING).closeCode()).isEqualTo(4014);
        house.discord.app().privileged(Application.Privilege.MESSAGE_CONTENT, Application.Privilege.GUILD_MEMBERS);
        open().identify(token, TALKING | Intents.GUILD_MEMBERS).event("READY");
    }

    @Test
    void more_than_120_frames_a_minute_are_too_many() throws InterruptedException {
        RawGateway app = open();
        for (int i = 0; i < 121; i++) {
            app.send("{'op':1,'d':null}");
        }
        assertThat(app.closeCode()).isEqualTo(4008);
    }

    @Test
    void after_a_cut_missed_events_come_again_in_order_and_then_resumed() throws InterruptedException {
        RawGateway app = open().identify(token, TALKING);
        String session = app.event("READY").at("/d/session_id").asText();
        house.ann.says(house.kitchen, "one");
        int seen = app.event("MESSAGE_CREATE").path("s").asInt();
        app.abort();
        house.ann.says(house.kitchen, "two");
        house.ben.says(house.kitchen, "three");
        List<JsonNode> replay = open().resume(token, session, seen).until("RESUMED");
        assertThat(replay).extracting(f -> f.at("/d/content").asText()).containsSubsequence("two", "three");
        assertThat(replay).extracting(f -> f.path("t").asText()).doesNotContain("READY");
        assertThat(replay)
                .filteredOn(f -> f.has("s") && !f.path("s").isNull())
                .extracting(f -> f.path("s").asInt())
                .containsExactly(seen + 1, seen + 2, seen + 3);
    }

    @Test
    void a_session_ends_with_a_goodbye_or_with_time_and_its_events_are_lost() throws InterruptedException {
        RawGateway polite = open().identify(token, TALKING);
        String left = polite.event("READY").at("/d/session_id").asText();
        polite.close(1000);
        house.discord.gateway().awaitGone();
        assertThat(invalid(open().resume(token, left, 1))).isTrue();
        RawGateway cut = open().identify(token, TALKING);
        String lost = cut.event("READY").at("/d/session_id").asText();
        cut.abort();
        awaitAlone(1);
        house.discord.clock().advance(Duration.ofMinutes(4));
        assertThat(invalid(open().resume(token, lost, 1))).isTrue();
        assertThat(invalid(open().resume(token, "none", 1))).isTrue();
    }

    @Test
    void a_seq_that_was_never_sent_is_refused() throws InterruptedException {
        RawGateway app = open().identify(token, TALKING);
        String session = app.event("READY").at("/d/session_id").asText();
        app.abort();
        assertThat(open().resume(token, session, 1000).closeCode()).isEqualTo(4007);
    }

    @Test
    void events_come_by_intent_and_only_from_channels_the_bot_can_see() throws InterruptedException {
        Channel secret = house.home.privateChannel("secret", house.ann);
        secret.overwriteBot(0, Permission.VIEW_CHANNEL.bit());
        RawGateway all = open().identify(token, TALKING);
        RawGateway direct = open().identify(token, Intents.DIRECT_MESSAGES);
        all.event("READY");
        direct.event("READY");
        house.ann.says(secret, "unheard");
        house.ann.says(house.kitchen, "in the kitchen");
        house.ann.says(house.ann.directChannel(), "to you alone");
        assertThat(all.event("MESSAGE_CREATE").at("/d/content").asText()).isEqualTo("in the kitchen");
        assertThat(all.event("MESSAGE_CREATE").at("/d/content").asText()).isEqualTo("to you alone");
        assertThat(direct.next().at("/d/content").asText()).isEqualTo("to you alone");
    }

    @Test
    void between_two_people_the_bot_hears_nothing() throws InterruptedException {
        RawGateway app = open().identify(token, TALKING);
        app.event("READY");
        house.ann.says(house.ann.directChannelWith(house.ben), "only us");
        house.ann.says(house.kitchen, "all");
        assertThat(app.event("MESSAGE_CREATE").at("/d/content").asText()).isEqualTo("all");
    }

    @Test
    void without_the_content_intent_words_are_empty_but_for_some() throws InterruptedException {
        RawGateway app = open().identify(token, TALKING & ~Intents.MESSAGE_CONTENT);
        app.event("READY");
        house.ann.says(house.kitchen, "hidden");
        assertThat(content(app)).isEmpty();
        house.ann.says(house.kitchen, "hey <@" + house.discord.app().botId() + ">");
        assertThat(content(app)).startsWith("hey");
        house.says("{'content':'my own'}");
        assertThat(content(app)).isEqualTo("my own");
        house.ann.replies(house.ann.awaits(house.kitchen, "my own"), "answering you");
        assertThat(content(app)).isEqualTo("answering you");
        house.ann.says(house.ann.directChannel(), "in private");
        assertThat(content(app)).isEqualTo("in private");
    }

    @Test
    void a_message_command_carries_its_message_with_or_without_the_intent() {
        house.discord.app().privileged();
        house.registersCommands();
        Post post = house.ann.says(house.kitchen, "these words");
        Interaction command = house.ann.usesMessageCommand(post, "Read my words");
        assertThat(command.json()
                        .at("/data/resolved/messages/" + post.id() + "/content")
                        .asText())
                .isEqualTo("these words");
        RawBot.Answer history = house.bot.get("channels/" + house.kitchen.id() + "/messages");
        assertThat(history.body().at("/0/content").asText())
                .as("by REST the switch in the portal counts")
                .isEmpty();
    }

    @Test
    void shards_share_the_guilds_and_the_first_gets_the_direct_messages() throws InterruptedException {
        String login = "{'op':2,'d':{'token':'" + token + "','intents':" + TALKING + ",'shard':[%d,2]}}";
        int mine = (int) ((house.home.id() >> 22) % 2);
        RawGateway with = open().send(String.format(login, mine));
        RawGateway without = open().send(String.format(login, 1 - mine));
        assertThat(with.event("READY").at("/d/guilds")).hasSize(1);
        assertThat(without.event("READY").at("/d/guilds")).isEmpty();
        house.ann.says(house.kitchen, "in the kitchen");
        house.ann.says(house.ann.directChannel(), "to you alone");
        RawGateway first = mine == 0 ? with : without;
        assertThat(with.event("MESSAGE_CREATE").at("/d/content").asText()).isEqualTo("in the kitchen");
        assertThat(first.event("MESSAGE_CREATE").at("/d/content").asText()).isEqualTo("to you alone");
    }

    @Test
    void members_are_told_when_asked_for() throws InterruptedException {
        RawGateway app = open().identify(token, TALKING);
        app.event("READY");
        app.send("{'op':8,'d':{'guild_id':'" + house.home.id() + "','user_ids':['" + house.ben.id()
                + "'],'nonce':'n'}}");
        JsonNode chunk = app.event("GUILD_MEMBERS_CHUNK").path("d");
        assertThat(chunk.at("/members/0/user/global_name").asText()).isEqualTo("Ben");
        assertThat(chunk.path("members")).hasSize(1);
        assertThat(chunk.path("nonce").asText()).isEqualTo("n");
    }

    @Test
    void the_platform_can_ask_to_reconnect_or_take_the_session_away() throws InterruptedException {
        RawGateway app = open().identify(token, TALKING);
        app.event("GUILD_CREATE");
        house.discord.gateway().askToReconnect();
        assertThat(app.next().path("op").asInt()).isEqualTo(7);
        house.discord.gateway().stumble();
        assertThat(app.next().path("d").asBoolean()).isTrue();
        house.discord.gateway().invalidate();
        assertThat(app.next().path("d").asBoolean(true)).isFalse();
        assertThat(house.discord.gateway().isConnected()).isFalse();
    }

    @Test
    void a_new_token_closes_what_is_open() throws InterruptedException {
        RawGateway app = open().identify(token, TALKING);
        app.event("READY");
        house.discord.app().resetToken();
        assertThat(app.closeCode()).isEqualTo(4004);
    }

    private RawGateway open() {
        return new RawGateway(house.discord);
    }

    private void awaitAlone(int earlier) {
        house.discord.gateway().awaitGone();
        assertThat(house.discord.gateway().identified()).isEqualTo(earlier + 1);
    }

    private static String content(RawGateway app) throws InterruptedException {
        return app.event("MESSAGE_CREATE").at("/d/content").asText();
    }

    private static boolean invalid(RawGateway app) throws InterruptedException {
        app.next();
        JsonNode frame = app.next();
        app.abort();
        return frame.path("op").asInt() == 9 && !frame.path("d").asBoolean(true);
    }
}
