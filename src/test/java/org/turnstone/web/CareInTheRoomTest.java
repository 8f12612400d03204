package org.turnstone.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstone.floor.Move;
import org.turnstone.prompts.Text;
import org.turnstone.web.Browser.Screen;

/** What can go wrong in an evening, and what a page does about it, in a real browser. */
class CareInTheRoomTest {
    private static Browser browser;

    @TempDir
    private Path home;

    private RoomHere room;

    @BeforeAll
    static void start_a_browser() {
        browser = Browser.start();
    }

    @AfterAll
    static void close_the_browser() {
        browser.close();
    }

    @BeforeEach
    void serve() {
        room = RoomHere.in(home);
    }

    @AfterEach
    void stop() {
        room.close();
    }

    private Guest comes(Screen screen, int seat, String name) {
        return new Guest(browser.open(screen))
                .joins(room.links().get(seat), name)
                .setsUp();
    }

    private static void leave(Guest... guests) {
        for (Guest guest : guests) {
            guest.device().close();
        }
    }

    @Test
    void words_written_without_a_line_go_out_once_when_it_is_back() {
        Guest ana = comes(Screen.PHONE, 0, "Ana");
        Guest ben = comes(Screen.PHONE, 1, "Ben");
        ana.presses(Move.ASK_LONGER);
        ben.presses(Move.HERE);
        ana.readsStatus("Ana has the floor").writes("before the tunnel");
        ben.sees("before the tunnel");
        ana.device().setOffline(true);
        ana.page().evaluate("dispatchEvent(new Event('offline'))");
        ana.writes("in the tunnel");
        assertThat(ana.page().locator(".pending")).hasCount(1);
        ana.device().setOffline(false);
        ana.page().evaluate("dispatchEvent(new Event('online'))");
        ana.writes("after the tunnel");
        ben.sees("after the tunnel");
        assertThat(ana.page().locator(".pending")).hasCount(0);
        assertThat(ben.bubbles())
                .containsExactly("before the tunnel", "in the tunnel", "after the tunnel")
                .isEqualTo(ana.bubbles());
        leave(ana, ben);
    }

    @Test
    void names_and_topics_are_text_whatever_is_in_them() {
        String name = "<b>Ana</b> @everyone";
        String hebrew = "\u05e9\u05e8\u05d4";
        Guest ana = comes(Screen.PHONE, 0, name);
        Guest sara = comes(Screen.PHONE, 1, hebrew);
        ana.page().getByText(RoomHere.BOOK.text(Text.WEB_ADD_TOPIC)).click();
        ana.page().locator("#topic").fill("**the party** <img src=x onerror=alert(1)> @everyone");
        ana.presses(Move.ASK);
        sara.presses(Move.HERE);
        ana.sees("**the party** <img src=x onerror=alert(1)> @everyone");
        assertThat(sara.page().locator(".status")).containsText(name);
        assertThat(sara.page().locator(".bot p").first()).hasCSS("direction", "ltr");
        assertThat(sara.page().locator(".lines img, .lines b, .head b")).hasCount(0);
        ana.writes("\u05d4\u05e8\u05d2\u05e9\u05ea\u05d9 \u05dc\u05d1\u05d3 \u05d1\u05de\u05e1\u05d9\u05d1\u05d4.");
        assertThat(sara.page().locator(".theirs .bubble").last()).hasCSS("direction", "rtl");
        sara.shows("20-strange-names-phone");
        assertThat(ana.complaints()).isEmpty();
        leave(ana, sara);
    }

    @Test
    void help_comes_folded_to_its_writer_alone_and_leaving_leaves_nothing() {
        Guest ana = comes(Screen.PHONE, 0, "Ana");
        Guest ben = comes(Screen.PHONE, 1, "Ben");
        ana.presses(Move.ASK);
        ben.presses(Move.HERE);
        ana.readsStatus("Ana has the floor").writes("you hit me last week");
        ben.readsStatus("A pause").seesNowhere("Help is here").seesNowhere("you hit me");
        ben.shows("12-pause-phone");
        assertThat(ana.page().getByText("Help is here")).not().isVisible();
        ana.button(Text.WEB_OPEN_NOTE).click();
        assertThat(ana.page().getByText("Help is here")).isVisible();
        ana.shows("13-help-phone");
        int before = (int) ana.page().evaluate("history.length");
        ana.page().locator(".note .exit").click();
        ana.page().waitForURL("**/list");
        assertThat((int) ana.page().evaluate("history.length")).isEqualTo(before);
        ana.opens(room.links().get(0));
        assertThat(ana.field(Text.WEB_PASSPHRASE)).isVisible();
        leave(ana, ben);
    }

    @Test
    void a_wrong_passphrase_is_answered_kindly_and_the_right_one_comes_back_to_the_same_words() {
        Guest ana = comes(Screen.PHONE, 0, "Ana");
        Guest ben = comes(Screen.PHONE, 1, "Ben");
        ana.writes("Good evening.");
        ben.sees("Good evening.");
        Guest tablet =
                new Guest(browser.open(Screen.DESKTOP)).opens(room.links().get(0));
        tablet.field(Text.WEB_PASSPHRASE).fill("not that one");
        tablet.button(Text.WEB_COME_IN).click();
        assertThat(tablet.page().getByText(RoomHere.BOOK.text(Text.WEB_PASSPHRASE_WRONG)))
                .isVisible();
        tablet.field(Text.WEB_PASSPHRASE).fill(Guest.PASSPHRASE);
        tablet.button(Text.WEB_COME_IN).click();
        tablet.sees("Good evening.");
        assertThat(tablet.page().url()).doesNotContain("#");
        leave(ana, ben, tablet);
    }

    @Test
    void a_strangers_link_says_what_to_do() {
        Guest eve =
                new Guest(browser.open(Screen.PHONE)).opens(room.links().get(0).resolve("/r/nobody/1#guess"));
        assertThat(eve.page().getByText(RoomHere.BOOK.text(Text.ROOM_NOT_FOUND)))
                .isVisible();
        leave(eve);
    }

    @Test
    void drafts_are_read_only_for_those_who_switched_it_on() {
        Guest ana = comes(Screen.PHONE, 0, "Ana");
        Guest ben = comes(Screen.PHONE, 1, "Ben");
        ben.button(Text.JUST_FOR_ME).click();
        ben.page().getByText(RoomHere.BOOK.text(Text.WEB_DRAFTS_ON)).click();
        ben.page().keyboard().press("Escape");
        ana.presses(Move.ASK);
        ben.presses(Move.HERE);
        ana.readsStatus("Ana has the floor").writes("I felt alone at the party.");
        ben.sees("I felt alone").composer().fill("That's not true, I only talked to them because you were so quiet.");
        assertThat(ben.page().locator(".reading")).containsText("I only talked to them");
        ben.shows("14-draft-read-phone");
        ana.seesNowhere("I only talked");
        leave(ana, ben);
    }

    @Test
    void a_pause_and_the_return() {
        Guest ana = comes(Screen.PHONE, 0, "Ana");
        Guest ben = comes(Screen.PHONE, 1, "Ben");
        ana.presses(Move.ASK);
        ben.presses(Move.HERE);
        ana.readsStatus("Ana has the floor").writes("I felt alone at the party.");
        ben.has(Move.LEAN_YES).presses(Move.PAUSE);
        ana.readsStatus("A pause").seesNowhere("Ben needs");
        ben.seesNote("Just for me").presses(Move.GO_ON);
        ana.presses(Move.GO_ON);
        ana.readsStatus("Ana has the floor");
        leave(ana, ben);
    }

    /** Nothing is wider than the screen, in any colours, down to 320 CSS pixels. */
    @Test
    void it_fits_every_screen_light_and_dark() {
        Guest ana = comes(Screen.SMALL_PHONE, 0, "Ana");
        Guest ben = comes(Screen.DESKTOP, 1, "Ben");
        ana.presses(Move.ASK_LONGER);
        ben.presses(Move.HERE);
        ana.readsStatus("Ana has the floor")
                .writes("At the party on Saturday I felt alone.")
                .presses(Move.PASS);
        ben.has(Move.LEAN_YES).seesNote("Begin with this");
        for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (Guest guest : List.of(ana, ben)) {
                guest.page()
                        .emulateMedia(new Page.EmulateMediaOptions()
                                .setMedia(Media.SCREEN)
                                .setColorScheme(colours));
                assertThat((boolean) guest.page()
                                .evaluate(
                                        "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                        .isTrue();
            }
            String name = colours.name().toLowerCase(java.util.Locale.ROOT);
            ana.shows("15-small-" + name);
            ben.shows("16-desktop-" + name);
        }
        leave(ana, ben);
    }

    @Test
    void the_first_sight_of_it() {
        BrowserContext device = browser.open(Screen.PHONE);
        Guest ana = new Guest(device).opens(room.links().get(0));
        assertThat(ana.field(Text.WEB_YOUR_NAME)).isVisible();
        ana.shows("01-door-phone");
        ana.joins(room.links().get(0), "Ana");
        assertThat(ana.button(Text.SET_UP_NEXT)).isVisible();
        ana.shows("01-set-up-phone");
        ana.setsUp();
        ana.readsStatus("hasn't come in yet").shows("01-alone-phone");
        ana.button(Text.JUST_FOR_ME).click();
        ana.shows("17-just-for-me-phone");
        ana.button(Text.HELP_FOR_HARD_TIMES).click();
        assertThat(ana.page().getByText("Help is here")).isVisible();
        leave(ana);
    }
}
