package org.turnstone.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URI;
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
