package org.turnstone.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstone.prompts.Text;
import org.turnstone.web.Browser.Screen;

/** Rooms, links and one's own words, as they are found in a real browser. */
class RoomsInABrowserTest {
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

    private static String text(Text text) {
        return RoomHere.BOOK.text(text);
    }

    @Test
    void whoever_runs_the_computer_opens_a_further_room_in_another_language() {
        Guest ana = new Guest(browser.open(Screen.PHONE))
                .joins(room.links().get(0), "Ana")
                .setsUp();
        ana.button(Text.JUST_FOR_ME).click();
        ana.button(Text.WEB_ROOMS).click();
        ana.field(Text.WEB_ROOM_NAMES).fill("Eva\nLuis");
        ana.field(Text.WEB_ROOM_TOPIC).fill("Las vacaciones");
        ana.page().getByText(RoomHere.SPANISH.text(Text.LANGUAGE)).check();
        ana.button(Text.WEB_ROOMS_OPEN).click();
        var link = ana.page().locator("details[open] input.link").last();
        assertThat(link).isVisible();
        ana.page().locator("details[open] svg.code").last().scrollIntoViewIfNeeded();
        ana.shows("30-rooms-phone");
        Guest luis = new Guest(browser.open(Screen.PHONE)).opens(URI.create(link.inputValue()));
        assertThat(luis.page().getByLabel(RoomHere.SPANISH.text(Text.WEB_YOUR_NAME)))
                .hasValue("Luis");
        luis.page().getByLabel(RoomHere.SPANISH.text(Text.WEB_NEW_PASSPHRASE)).fill(Guest.PASSPHRASE);
        assertThat(luis.page().locator(".runs")).containsText("Ana");
        luis.shows("31-door-spanish-phone");
        luis.page()
                .getByText(RoomHere.SPANISH.text(Text.WEB_COME_IN), new Page.GetByTextOptions().setExact(true))
                .click();
        assertThat(luis.page().getByText(RoomHere.SPANISH.text(Text.SET_UP_BEGINS)))
                .isVisible();
        assertThat(luis.page().locator("html")).hasAttribute("lang", "es");
        assertThat(ana.complaints()).isEmpty();
        assertThat(luis.complaints()).isEmpty();
        ana.device().close();
        luis.device().close();
    }

    @Test
    void what_is_ones_own_can_be_taken_along_erased_and_copied_only_together() throws Exception {
        Guest ana = new Guest(browser.open(Screen.PHONE))
                .joins(room.links().get(0), "Ana")
                .setsUp();
        Guest ben = new Guest(browser.open(Screen.PHONE))
                .joins(room.links().get(1), "Ben")
                .setsUp();
        ana.writes("Good evening, you.");
        ben.sees("Good evening, you.").writes("Good evening.");
        ana.sees("Good evening.").button(Text.JUST_FOR_ME).click();
        var mine = ana.page()
                .waitForDownload(() -> ana.page().getByText(text(Text.WEB_MINE)).click());
        assertThat(Files.readString(mine.path())).contains("Good evening, you.");
        ana.button(Text.WEB_COPY).click();
        ana.button(Text.WEB_COPY_ASK).click();
        assertThat(ben.page().locator(".toast.shown")).containsText(text(Text.SOMETHING_FOR_YOU));
        ben.button(Text.JUST_FOR_ME).click();
        ben.button(Text.WEB_COPY).click();
        assertThat(ben.page().getByText(text(Text.WEB_COPY_QUESTION))).isVisible();
        ben.shows("33-copy-question-phone").button(Text.WEB_COPY_YES).click();
        assertThat(ana.page().locator(".toast.shown")).containsText(text(Text.SOMETHING_FOR_YOU));
        ana.button(Text.JUST_FOR_ME).click();
        ana.button(Text.WEB_COPY).click();
        var copy = ana.page()
                .waitForDownload(
                        () -> ana.page().getByText(text(Text.WEB_COPY_TAKE)).click());
        assertThat(Files.readString(copy.path())).contains("Ana: Good evening, you.", "Ben: Good evening.");
        ana.page().keyboard().press("Escape");
        ana.composer().fill("not sent yet");
        ana.button(Text.JUST_FOR_ME).click();
        ana.button(Text.WEB_ERASE).click();
        ana.page().locator("dialog .row button.main").click();
        ben.seesNowhere("Good evening, you.").sees("Good evening.");
        assertThat(ana.composer()).hasValue("");
        assertThat(ana.complaints()).isEmpty();
        assertThat(ben.complaints()).isEmpty();
        ana.device().close();
        ben.device().close();
    }

    @Test
    void ones_own_link_opens_on_a_second_device_and_a_new_one_ends_it() {
        URI first = room.links().get(0);
        Guest ana = new Guest(browser.open(Screen.PHONE)).joins(first, "Ana").setsUp();
        ana.button(Text.JUST_FOR_ME).click();
        ana.button(Text.WEB_LINK_MINE).click();
        var link = ana.page().locator("input.link");
        assertThat(link).hasValue(first.toString());
        ana.shows("32-my-link-phone").button(Text.WEB_LINK_RENEW).click();
        assertThat(link).not().hasValue(first.toString());
        Guest tablet = new Guest(browser.open(Screen.DESKTOP)).opens(URI.create(link.inputValue()));
        assertThat(tablet.field(Text.WEB_PASSPHRASE)).isVisible();
        Guest old = new Guest(browser.open(Screen.DESKTOP)).opens(first);
        assertThat(old.page().getByText(text(Text.ROOM_NOT_FOUND))).isVisible();
        ana.device().close();
        tablet.device().close();
        old.device().close();
    }
}
