package org.turnstone.discord.loopback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A nonce that is enforced keeps the same post from being made twice, for a few minutes. */
class NonceTest {
    private static final String POST = "{'content':'hello','nonce':'talk-7','enforce_nonce':true}";

    private final Household house = Household.talking();

    @AfterEach
    void stop() {
        house.close();
    }

    @Test
    void the_same_nonce_gives_the_first_message_back() {
        String first = id(house.says(POST));
        String again = id(house.says(POST.replace("hello", "hello again")));
        assertThat(again).isEqualTo(first);
        assertThat(house.ann.sees()).extracting(Post::text).containsExactly("hello");
    }

    @Test
    void after_the_past_few_minutes_it_is_forgotten() {
        house.says(POST);
        house.discord.clock().advance(house.discord.limits().nonceWindow().plusSeconds(1));
        house.says(POST);
        assertThat(house.ann.sees()).hasSize(2);
    }

    @Test
    void the_window_can_be_set() {
        house.discord.limits().nonceWindow(Duration.ofSeconds(30));
        house.says(POST);
        house.discord.clock().advance(Duration.ofSeconds(29));
        house.says(POST);
        assertThat(house.ann.sees()).hasSize(1);
        house.discord.clock().advance(Duration.ofSeconds(2));
        house.says(POST);
        assertThat(house.ann.sees()).hasSize(2);
    }

    @Test
    void a_nonce_that_is_not_enforced_keeps_nothing_from_being_doubled() {
        house.says("{'content':'hello','nonce':'talk-7'}");
        house.says("{'content':'hello','nonce':'talk-7'}");
        assertThat(house.ann.sees()).hasSize(2);
    }

    @Test
    void the_author_counts_and_not_the_channel() {
        Channel other = house.home.textChannel("garden");
        String first = id(house.says(POST));
        assertThat(id(house.says(other, POST))).isEqualTo(first);
        assertThat(house.ann.sees(other)).isEmpty();
    }

    @Test
    void it_comes_back_with_the_answer_and_is_not_in_the_history() {
        assertThat(house.says(POST).body().path("nonce").asText()).isEqualTo("talk-7");
        RawBot.Answer history = house.bot.get("channels/" + house.kitchen.id() + "/messages");
        assertThat(history.body().path(0).has("nonce")).isFalse();
        assertThat(history.body().path(0).path("content").asText()).isEqualTo("hello");
    }

    private static String id(RawBot.Answer answer) {
        return answer.body().path("id").asText();
    }
}
