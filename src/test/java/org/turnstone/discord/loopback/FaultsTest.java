package org.turnstone.discord.loopback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.events.session.SessionDisconnectEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes wrong on demand, and what the real JDA makes of it. */
class FaultsTest {
    private static final String SEND = "POST channels/*/messages";

    private final Household house = Household.talking();
    private final Faults faults = house.discord.faults();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private JDA jda;

    @BeforeEach
    void a_bot_logs_in() throws InterruptedException {
        jda = RealBot.start(house.discord, new Listener(heard));
    }

    @AfterEach
    void stop() {
        jda.shutdownNow();
        house.close();
    }

    private static final class Listener extends ListenerAdapter {
        private final BlockingQueue<String> heard;

        Listener(BlockingQueue<String> heard) {
            this.heard = heard;
        }

        @Override
        public void onMessageReceived(MessageReceivedEvent event) {
            if (!event.getAuthor().isBot()) {
                heard.add(event.getMessage().getContentRaw());
            }
        }

        @Override
        public void onSessionDisconnect(SessionDisconnectEvent event) {
            heard.add("disconnected");
        }
    }

    @Test
    void a_bad_gateway_is_tried_again_and_nothing_is_doubled() {
        faults.next(SEND, new Fault.ServerError(502, Fault.When.AFTER));
        sends("hello");
        assertThat(house.ann.sees()).extracting(Post::text).containsExactly("hello");
        assertThat(sent()).containsExactly(502, 200);
    }

    @Test
    void a_server_error_is_not_tried_again() {
        faults.next(SEND, new Fault.ServerError(500, Fault.When.BEFORE));
        assertThatThrownBy(() -> sends("hello")).hasMessageContaining("500");
        assertThat(house.ann.sees()).isEmpty();
        assertThat(sent()).containsExactly(500);
    }

    @Test
    void a_connection_that_is_cut_after_the_work_is_tried_again_with_the_same_nonce() {
        faults.next(SEND, new Fault.Cut(Fault.When.AFTER));
        sends("hello");
        assertThat(house.ann.sees()).extracting(Post::text).containsExactly("hello");
        assertThat(sent()).containsExactly(0, 200);
    }

    @Test
    void a_connection_that_is_cut_before_the_work_is_tried_again() {
        faults.next(SEND, new Fault.Cut(Fault.When.BEFORE));
        sends("hello");
        assertThat(house.ann.sees()).extracting(Post::text).containsExactly("hello");
    }

    @Test
    void a_limited_route_is_waited_for() {
        faults.next(SEND, new Fault.RateLimited(Duration.ofSeconds(1), Fault.RateLimited.Scope.ROUTE));
        sends("hello");
        assertThat(sent()).containsExactly(429, 200);
        assertThat(house.discord.wire().refusals()).isEmpty();
    }

    @Test
    void a_global_limit_is_waited_for() {
        faults.next(SEND, new Fault.RateLimited(Duration.ofSeconds(1), Fault.RateLimited.Scope.GLOBAL));
        sends("hello");
        assertThat(sent()).containsExactly(429, 200);
    }

    @Test
    void a_delay_takes_its_time() {
        faults.next(SEND, new Fault.Delay(Duration.ofMillis(300)));
        long start = System.nanoTime();
        sends("hello");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void an_event_can_come_twice() throws InterruptedException {
        faults.nextEvent("MESSAGE_CREATE", EventFault.TWICE);
        house.ann.says(house.kitchen, "one");
        house.ann.says(house.kitchen, "two");
        assertThat(hear(3)).containsExactly("one", "one", "two");
    }

    @Test
    void events_can_change_places() throws InterruptedException {
        faults.nextEvent("MESSAGE_CREATE", EventFault.SWAPPED);
        house.ann.says(house.kitchen, "one");
        house.ann.says(house.kitchen, "two");
        assertThat(hear(2)).containsExactly("two", "one");
        faults.nextEvent("MESSAGE_CREATE", EventFault.SWAPPED);
        house.ann.says(house.kitchen, "alone");
        assertThat(hear(1)).containsExactly("alone");
    }

    @Test
    void an_event_can_come_late() throws InterruptedException {
        faults.lateness(Duration.ofMillis(100));
        faults.nextEvent("MESSAGE_CREATE", EventFault.LATE);
        house.ann.says(house.kitchen, "one");
        house.ann.says(house.kitchen, "two");
        assertThat(hear(2)).containsExactly("two", "one");
    }

    @Test
    void the_connection_can_be_cut_at_an_event_which_then_comes_with_the_replay() throws InterruptedException {
        faults.nextEvent("MESSAGE_CREATE", EventFault.CUT);
        house.ann.says(house.kitchen, "one");
        assertThat(hear(2)).containsExactly("disconnected", "one");
        assertThat(house.discord.gateway().resumed()).isEqualTo(1);
    }

    @Test
    void asked_to_reconnect_the_bot_resumes() throws InterruptedException {
        house.discord.gateway().askToReconnect();
        assertThat(hear(1)).containsExactly("disconnected");
        house.ann.says(house.kitchen, "one");
        assertThat(hear(1)).containsExactly("one");
        assertThat(house.discord.gateway().resumed()).isEqualTo(1);
    }

    @Test
    void a_connection_without_heartbeats_is_given_up() throws InterruptedException {
        house.discord.limits().heartbeat(Duration.ofMillis(200));
        house.discord.gateway().cut();
        assertThat(hear(1)).containsExactly("disconnected");
        house.discord.gateway().awaitConnected();
        faults.ignoreHeartbeats();
        // JDA then mostly resumes, and now and then shuts itself down (its reading thread is interrupted while it
        // reconnects): what a bot makes of that is the bot's to test.
        assertThat(hear(1)).containsExactly("disconnected");
    }

    @Test
    void while_the_platform_is_down_nothing_comes_through_and_afterwards_everything_does() throws InterruptedException {
        house.discord.goesDown();
        house.ann.says(house.kitchen, "one");
        assertThatThrownBy(() -> sends("hello")).isInstanceOf(RuntimeException.class);
        house.discord.comesBack();
        assertThat(hear(2)).containsExactly("disconnected", "one");
        sends("hello");
        assertThat(house.ben.sees()).extracting(Post::text).containsExactly("one", "hello");
    }

    @Test
    void with_faults_on_a_third_of_requests_and_the_same_nonce_for_each_try_nothing_is_doubled_or_lost() {
        faults.requestsAtRandom(
                11,
                0.33,
                new Fault.Cut(Fault.When.BEFORE),
                new Fault.Cut(Fault.When.AFTER),
                new Fault.ServerError(500, Fault.When.AFTER),
                new Fault.Delay(Duration.ofMillis(5)));
        List<String> said = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            said.add("line " + i);
            sendsUntilTaken("line " + i, "talk-" + i);
        }
        assertThat(faults.fired()).hasSizeGreaterThan(15);
        assertThat(house.ann.sees()).extracting(Post::text).isEqualTo(said);
    }

    @Test
    void chance_is_the_same_for_the_same_seed() {
        List<List<String>> both = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Faults some = new Faults().requestsAtRandom(7, 0.5, new Fault.Cut(Fault.When.AFTER));
            for (int n = 0; n < 20; n++) {
                some.request("GET " + n);
            }
            both.add(some.fired());
        }
        assertThat(both.get(0)).isEqualTo(both.get(1)).hasSizeBetween(4, 16);
    }

    @Test
    void what_is_planned_for_one_kind_of_request_leaves_others_alone() {
        Faults some = new Faults().next("POST channels/*/messages", new Fault.Cut(Fault.When.AFTER));
        assertThat(some.request("POST channels/1/typing")).isEmpty();
        assertThat(some.request("POST channels/1/messages")).isPresent();
        assertThat(some.request("POST channels/1/messages")).isEmpty();
        assertThat(Map.of("fired", some.fired().size())).containsEntry("fired", 1);
    }

    private void sends(String text) {
        jda.getTextChannelById(house.kitchen.id()).sendMessage(text).complete();
    }

    private void sendsUntilTaken(String text, String nonce) {
        boolean taken = false;
        for (int tries = 0; !taken && tries < 20; tries++) {
            try {
                jda.getTextChannelById(house.kitchen.id())
                        .sendMessage(text)
                        .setNonce(nonce)
                        .complete();
                taken = true;
            } catch (RuntimeException e) {
                assertThat(e).hasMessageMatching("(?s).*(500|end of stream|reset|closed).*");
            }
        }
        assertThat(taken).isTrue();
    }

    private List<Integer> sent() {
        return house.discord.wire().requests(r -> r.method().equals("POST")).stream()
                .map(WireLog.Request::status)
                .toList();
    }

    private List<String> hear(int count) throws InterruptedException {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String next = heard.poll(15, TimeUnit.SECONDS);
            assertThat(next).as("after %s", all).isNotNull();
            all.add(next);
        }
        return all;
    }
}
