package org.turnstone.discord.loopback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A channel's history: newest first, before, after and around a message. */
class HistoryTest {
    private final Household house = Household.talking();
    private final List<Long> ids = new ArrayList<>();

    @BeforeEach
    void ten_messages() {
        for (int i = 0; i < 10; i++) {
            ids.add(house.ann.says(house.kitchen, Integer.toString(i)).id());
        }
    }

    @AfterEach
    void stop() {
        house.close();
    }

    @Test
    void all_parts_come_newest_first() {
        assertThat(texts("limit=3")).containsExactly("9", "8", "7");
        assertThat(texts("limit=3&before=" + ids.get(5))).containsExactly("4", "3", "2");
        assertThat(texts("limit=3&after=" + ids.get(5))).containsExactly("8", "7", "6");
        assertThat(texts("limit=3&around=" + ids.get(5))).containsExactly("6", "5", "4");
        assertThat(texts("after=" + ids.get(9))).isEmpty();
    }

    @Test
    void the_limit_is_1_to_100() {
        String path = "channels/" + house.kitchen.id() + "/messages?limit=";
        assertThat(house.bot.get(path + "0").at("limit")).isEqualTo("NUMBER_TYPE_MIN");
        assertThat(house.bot.get(path + "101").at("limit")).isEqualTo("NUMBER_TYPE_MAX");
    }

    @Test
    void what_was_deleted_is_not_in_it_but_was_seen() {
        Post post = house.ben.sees(house.kitchen).get(9);
        house.ann.deletes(post);
        assertThat(texts("limit=2")).containsExactly("8", "7");
        assertThat(house.ben.sees(house.kitchen).get(9).state()).isEqualTo(Post.State.DELETED);
    }

    @Test
    void an_edited_message_shows_its_last_words_and_keeps_the_earlier_ones_for_the_test() {
        house.ann.edits(house.ann.sees(house.kitchen).get(9), "nine");
        assertThat(texts("limit=1")).containsExactly("nine");
        Post post = house.ben.sees(house.kitchen).get(9);
        assertThat(post.versions()).containsExactly("9", "nine");
        assertThat(post.everSaid("9")).isTrue();
    }

    private List<String> texts(String query) {
        List<String> texts = new ArrayList<>();
        house.bot
                .get("channels/" + house.kitchen.id() + "/messages?" + query)
                .body()
                .forEach(m -> texts.add(m.path("content").asText()));
        return texts;
    }
}
