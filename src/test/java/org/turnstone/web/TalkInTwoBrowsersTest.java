package org.turnstone.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstone.floor.Move;
import org.turnstone.web.Browser.Screen;

/** Two people with a Chromium each hold whole talks in a room that is really served. */
class TalkInTwoBrowsersTest {
    private static Browser browser;

    @TempDir
    private Path home;

    private RoomHere room;
    private Guest ana;
    private Guest ben;

    @BeforeAll
    static void start_a_browser() {
        browser = Browser.start();
    }

    @AfterAll
    static void close_the_browser() {
        browser.close();
    }

    @BeforeEach
    void both_come_in() {
        room = RoomHere.in(home);
        ana = new Guest(browser.open(Screen.PHONE))
                .joins(room.links().get(0), "Ana")
                .setsUp();
        ben = new Guest(browser.open(Screen.PHONE))
                .joins(room.links().get(1), "Ben")
                .setsUp();
    }

    @AfterEach
    void nothing_was_refused_or_failed() {
        ana.device().close();
        ben.device().close();
        room.close();
        assertThat(ana.complaints()).isEmpty();
        assertThat(ben.complaints()).isEmpty();
    }

    @Test
    void a_quick_turn_each() {
        ana.presses(Move.ASK);
        ben.presses(Move.HERE);
        ana.writes("I felt alone at the party.");
        ben.sees("I felt alone at the party.").writes("That sounds lonely. I didn't see it.");
        ana.sees("That sounds lonely.").presses(Move.THATS_IT);
        ben.presses(Move.NOW_YOU);
        ben.writes("I was worried about Monday.");
        ana.sees("I was worried about Monday.").writes("You had Monday on your mind the whole evening.");
        ben.presses(Move.THATS_IT);
        ana.readsStatus("Closing").presses(Move.ENOUGH);
        ben.has(Move.ASK);
        assertThat(ana.bubbles())
                .containsExactly(
                        "I felt alone at the party.",
                        "That sounds lonely. I didn't see it.",
                        "I was worried about Monday.",
                        "You had Monday on your mind the whole evening.")
                .isEqualTo(ben.bubbles());
    }
}
