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
    private final Recent<Conversation> recent = new Recent<>();
    private final Conversation one = of("ana", "sam");
    private final Conversation other = of("ana", "ben");

    private static Conversation of(String ana, String partner) {
        return Conversation.of(
                Circle.couple(new Person(ana), new Person(partner)), Customs.in(ZoneId.of("Europe/Dublin")));
    }

    private Conversation said(String form) {
        return recent.said("room", form, FloorJson::conversation);
    }

    @Test
    void the_same_form_is_decoded_once() {
        String form = FloorJson.write(one);
        assertThat(said(form)).isEqualTo(one);
        assertThat(said(form)).isSameAs(said(form));
    }

    @Test
    void another_form_is_another_conversation_whoever_stored_it() {
        recent.put("room", FloorJson.write(one), one);
        assertThat(said(FloorJson.write(other))).isEqualTo(other);
    }

    @Test
    void only_the_last_are_in_hand() {
        String form = FloorJson.write(one);
        Conversation first = said(form);
        for (int i = 0; i < 600; i++) {
            recent.put("room" + i, form, one);
        }
        assertThat(said(form)).isEqualTo(first).isNotSameAs(first);
    }

    @Test
    void what_is_forgotten_is_not_in_hand() {
        recent.put("room", "as it was stored", one);
        recent.forget("room");
        assertThat(said(FloorJson.write(other))).isEqualTo(other);
        String form = FloorJson.write(one);
        Conversation first = said(form);
        recent.forget("room");
        assertThat(said(form)).isEqualTo(first).isNotSameAs(first);
    }
}
