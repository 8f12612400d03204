package org.turnstone.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstone.floor.Move;
import org.turnstone.prompts.Text;
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

    /** One felt alone at a party; the other defends first, then leans in; the first feels heard; they swap. */
    @Test
    void a_whole_longer_talk_to_its_closing() {
        ana.presses(Move.ASK_LONGER);
        ben.shows("02-asked-phone");
        ben.presses(Move.HERE);
        ana.readsStatus("Ana has the floor").shows("03-floor-phone");
        ben.writes("But I was with you the whole time");
        PlaywrightAssertions.assertThat(ben.page().locator(".kept").last())
                .containsText("But I was with you the whole time");
        PlaywrightAssertions.assertThat(ben.page().locator("#toast.shown")).containsText("kept your words");
        ben.shows("04-kept-phone");
        ana.seesNowhere("But I was with you the whole time");
        ana.writes("At the party on Saturday I felt alone.");
        ana.writes("You were talking with the others and I stood at the window.");
        ben.sees("I stood at the window");
        ana.presses(Move.PASS);
        ben.has(Move.LEAN_YES);
        ben.seesNote("Just for me").shows("05-leaning-in-phone");
        sideBySide();
        ben.presses(Move.LEAN_A_LITTLE);

        ben.page().reload();
        ben.sees("I stood at the window").has(Move.LEAN_YES);
        PlaywrightAssertions.assertThat(ben.page().locator("dialog")).hasCount(0);
        ben.writes("That's not true, I only talked to them because you were so quiet. You always do this.");
        ben.seesNote("You always do this").shows("06-nudge-phone");
        ana.sees("You always do this").seesNowhere("Only you see this. ");
        assertThat(ana.page().locator(".note").count()).isZero();

        ben.button(Move.TRY_AGAIN).click();
        ben.asked(Text.TRY_AGAIN_QUESTION)
                .fill("You stood there alone and I didn't come over. That must have been lonely.");
        ben.shows("07-second-try-phone");
        ben.page().locator("dialog").getByText("Send").click();
        ben.presses(Move.REPLY_DONE);
        ana.sees("That must have been lonely").has(Move.THATS_IT).shows("08-checking-phone");
        ana.presses(Move.THATS_IT);

        ben.readsStatus("Ben has the floor");
        PlaywrightAssertions.assertThat(ben.composer()).hasValue("But I was with you the whole time");
        ben.shows("09-words-back-phone");
        ben.writes("When you went quiet I thought you were angry with me.");
        ben.presses(Move.PASS);
        ana.has(Move.LEAN_YES);
        ana.writes("You thought I was angry, and you kept away because of it?");
        ana.presses(Move.REPLY_DONE);
        ben.presses(Move.THATS_IT);
        ana.readsStatus("Closing").shows("10-closing-phone");
        ana.presses(Move.WANT_NEXT_STEP);
        ben.presses(Move.WANT_NEXT_STEP);
        ana.button(Move.NEXT_STEP).click();
        ana.asked(Text.NEXT_STEP_QUESTION).fill("At the next party we meet at the window once an hour.");
        ana.page().locator("dialog").getByText("Send").click();
        ben.sees("once an hour");
        ana.button(Move.PARK).click();
        ana.asked(Text.PARK_QUESTION).fill("What we do about your sister at Christmas");
        ana.page().locator("dialog").getByText("Send").click();
        ben.presses(Move.ENOUGH);
        ana.has(Move.ASK).shows("11-goodbye-phone");
        assertThat(ana.bubbles()).isEqualTo(ben.bubbles()).hasSize(7);
        ben.listed("What we do about your sister at Christmas").shows("58-for-another-time-phone");
        ben.button(Text.WEB_TAKE_UP).click();
        ana.presses(Move.HERE).sees("What we do about your sister at Christmas");
        ben.presses(Move.ENOUGH);
        ana.readsStatus("Closing");
        PlaywrightAssertions.assertThat(ana.page().locator(".parked")).isHidden();
    }

    /** The picture in the README: the same moment on both phones. */
    private void sideBySide() {
        for (Guest guest : List.of(ana, ben)) {
            PlaywrightAssertions.assertThat(guest.page().locator(".toast.shown"))
                    .hasCount(0);
        }
        String phones = Stream.of(ana, ben)
                .map(guest -> Base64.getEncoder().encodeToString(guest.page().screenshot()))
                .map(png -> "<img src='data:image/png;base64," + png + "'>")
                .collect(Collectors.joining());
        Guest friend = new Guest(browser.open(Screen.DESKTOP));
        friend.page().setViewportSize(880, 900);
        friend.page()
                .setContent("<style>body{margin:0;height:100vh;display:flex;justify-content:center;align-items:center;"
                        + "gap:32px;background:#e6dfd3}img{border-radius:28px}</style>" + phones);
        friend.page().screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "room.png")));
        friend.device().close();
    }
}
