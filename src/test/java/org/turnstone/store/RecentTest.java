package org.turnstone.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.turnstone.floor.Circle;
import org.turnstone.floor.Conversation;
import org.turnstone.floor.Customs;
import org.turnstone.floor.Person;

/** What was read last is kept in hand, and the database decides what it is. */
class RecentTest {
    private final Recent recent = new Recent();
    private final Conversation one = of("ana", "sam");
    private final Conversation other = of("ana", "ben");

    private static Conversation of(String ana, String partner) {
        return Conversation.of(
                Circle.couple(new Person(ana), new Person(partner)), Customs.in(ZoneId.of("Europe/Dublin")));
    }

    @Test
    void the_same_form_is_decoded_once() {
        String form = FloorJson.write(one);
        assertThat(recent.conversation("room", form)).isEqualTo(one);
        assertThat(recent.conversation("room", form)).isSameAs(recent.conversation("room", form));
    }

    @Test
    void another_form_is_another_conversation_whoever_stored_it() {
        recent.put("room", FloorJson.write(one), one);
        assertThat(recent.conversation("room", FloorJson.write(other))).isEqualTo(other);
    }

    @Test
    void only_the_last_are_in_hand() {
        String form = FloorJson.write(one);
        Conversation first = recent.conversation("room", form);
        for (int i = 0; i < 600; i++) {
            recent.put("room" + i, form, one);
        }
        assertThat(recent.conversation("room", form)).isEqualTo(first).isNotSameAs(first);
    }
}
