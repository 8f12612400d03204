package org.turnstone.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is new to a page, and what is not. */
class KnownTest {
    private final Known known = new Known();

    private static ObjectNode welcome(long after, long... stand) {
        ObjectNode welcome =
                Json.message("welcome").put("now", System.nanoTime()).put("after", after);
        welcome.putObject("mine").put("keep", "DAY");
        welcome.putArray("lines");
        for (long seq : stand) {
            welcome.withArray("stand").add(seq);
        }
        return welcome;
    }

    @BeforeEach
    void it_has_been_welcomed() {
        ObjectNode first = welcome(0);
        first.withArray("lines").addObject().put("seq", 3).put("text", "I felt alone.");
        assertThat(known.isNew(first)).isTrue();
    }

    @Test
    void another_time_of_day_is_nothing_new() {
        assertThat(known.line()).isEqualTo(3);
        assertThat(known.isNew(welcome(3, 3))).isFalse();
    }

    @Test
    void a_choice_a_line_and_a_line_that_is_gone_are_new_once() {
        ObjectNode chosen = welcome(3, 3);
        chosen.withObject("/mine").put("keep", "WEEK");
        assertThat(known.isNew(chosen)).isTrue();
        assertThat(known.isNew(chosen)).isFalse();
        ObjectNode erased = welcome(3);
        erased.withObject("/mine").put("keep", "WEEK");
        assertThat(known.isNew(erased)).isTrue();
        assertThat(known.isNew(erased)).isFalse();
    }

    /** It came as a line of its own, from the page's own process, and was erased at another. */
    @Test
    void a_line_that_came_by_itself_is_missed_when_it_is_gone() {
        known.hasLine(4);
        assertThat(known.line()).isEqualTo(4);
        assertThat(known.isNew(welcome(4, 3, 4))).isFalse();
        known.hasLine(5);
        assertThat(known.isNew(welcome(5, 3, 4))).isTrue();
    }

    @Test
    void the_same_state_is_new_once() {
        assertThat(known.isNewState("speaking")).isTrue();
        assertThat(known.isNewState("speaking")).isFalse();
        assertThat(known.isNewState("paused")).isTrue();
    }
}
