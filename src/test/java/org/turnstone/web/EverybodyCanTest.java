package org.turnstone.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
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

/** A talk for whoever has no mouse, one thumb, small eyes or no scripts. */
class EverybodyCanTest {
    /** More stops than these and nobody would find their way. */
    private static final int MOST_TABS = 25;

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
        return new Guest(browser.open(screen)).joins(room.links().get(seat), name);
    }

    private static void leave(Guest... guests) {
        for (Guest guest : guests) {
            assertThat(guest.complaints()).isEmpty();
            guest.device().close();
        }
    }

    /** From the door over set-up, a turn each, a sheet and the closing: no hand ever leaves the keyboard. */
    @Test
    void a_whole_talk_by_keyboard_alone() {
        Guest ana = new Guest(browser.open(Screen.DESKTOP)).opens(room.links().get(0));
        assertThat(ana.field(Text.WEB_YOUR_NAME)).isFocused();
        types(ana, "Ana");
        goes(ana, says(Text.WEB_NEW_PASSPHRASE));
        types(ana, Guest.PASSPHRASE);
        presses(ana, "Enter");
        setsUpByKeyboard(ana);
        Guest ben = comes(Screen.PHONE, 1, "Ben").setsUp();

        goes(ana, label(Move.ASK_LONGER));
        presses(ana, "Enter");
        ben.presses(Move.HERE);
        ana.readsStatus("Ana has the floor");
        goes(ana, says(Text.WEB_WRITE_TURN));
        types(ana, "At the party on Saturday I felt alone.");
        presses(ana, "Enter");
        ana.sees("I felt alone").has(Move.PASS);
        goes(ana, label(Move.PASS));
        presses(ana, "Space");
        ben.has(Move.LEAN_YES)
                .writes("You stood there alone, and I didn't come.")
                .presses(Move.REPLY_DONE);
        ana.has(Move.THATS_IT);
        goes(ana, label(Move.THATS_IT));
        presses(ana, "Enter");

        ben.readsStatus("Ben has the floor")
                .writes("I was worried about Monday.")
                .presses(Move.PASS);
        ana.has(Move.LEAN_A_LITTLE);
        goes(ana, label(Move.LEAN_A_LITTLE));
        presses(ana, "Enter");
        ana.has(Move.REPAIR);
        goes(ana, label(Move.REPAIR));
        presses(ana, "Enter");
        assertThat(ana.page().locator("dialog")).isVisible();
        presses(ana, "Escape");
        assertThat(ana.page().locator("dialog")).hasCount(0);
        assertThat(ana.button(Move.REPAIR)).isFocused();
        goes(ana, says(Text.WEB_WRITE_ANSWER));
        types(ana, "You had Monday on your mind all evening.");
        presses(ana, "Enter");
        ana.has(Move.REPLY_DONE);
        goes(ana, label(Move.REPLY_DONE));
        presses(ana, "Enter");
        ben.presses(Move.THATS_IT);

        ana.readsStatus("Closing").has(Move.APPRECIATE);
        goes(ana, label(Move.APPRECIATE));
        presses(ana, "Enter");
        assertThat(ana.asked(Text.APPRECIATION_QUESTION)).isFocused();
        types(ana, "Thank you for staying.");
        goes(ana, says(Text.SEND));
        presses(ana, "Enter");
        ben.sees("Thank you for staying.").presses(Move.ENOUGH);
        ana.has(Move.ASK);
        leave(ana, ben);
    }

    private static void setsUpByKeyboard(Guest guest) {
        assertThat(guest.page().locator("dialog.setup")).isVisible();
        for (int step = 1; step < 5; step++) {
            goes(guest, says(Text.SET_UP_NEXT));
            presses(guest, "Enter");
            assertThat(guest.page().locator("dialog.setup small").first()).containsText(step + 1 + "");
        }
        goes(guest, says(Text.WEB_DONE));
        presses(guest, "Enter");
        assertThat(guest.page().locator("dialog")).hasCount(0);
    }

    /** Axe looks at every step of set-up and at each sheet that a move or "more" opens, light and dark. */
    @Test
    void every_sheet_can_be_read_by_everybody() {
        Guest ana = comes(Screen.PHONE, 0, "Ana");
        for (int step = 1; step < 5; step++) {
            ana.shows("45-set-up-" + step + "-phone").button(Text.SET_UP_NEXT).click();
        }
        ana.shows("45-set-up-5-phone").button(Text.WEB_DONE).click();
        Guest ben = comes(Screen.PHONE, 1, "Ben").setsUp();
        ana.presses(Move.ASK_LONGER);
        ben.button(Move.LATER).first().click();
        closes(ben.shows("46-later-phone"));
        ben.presses(Move.HERE);
        ana.readsStatus("Ana has the floor");
        for (Move move : List.of(Move.REPAIR, Move.FLOODING, Move.PARK)) {
            ana.button(move).first().click();
            closes(ana.shows("46-" + move.label() + "-phone"));
        }
        ana.button(Text.WEB_MORE).click();
        closes(ana.shows("46-more-phone"));
        leave(ana, ben);
    }

    private static void closes(Guest guest) {
        assertThat(guest.page().locator("dialog")).isVisible();
        presses(guest, "Escape");
        assertThat(guest.page().locator("dialog")).hasCount(0);
    }

    /** What a press leaves behind stays near: the focus is never thrown back to the top of the page. */
    @Test
    void the_focus_stays_where_one_was_when_the_buttons_change() {
        Guest ana = comes(Screen.DESKTOP, 0, "Ana").setsUp();
        Guest ben = comes(Screen.PHONE, 1, "Ben").setsUp();
        goes(ana, label(Move.ASK));
        presses(ana, "Enter");
        ben.presses(Move.HERE);
        ana.readsStatus("Ana has the floor");
        assertThat((boolean) ana.page().evaluate("document.querySelector('.dock').contains(document.activeElement)"))
                .isTrue();
        leave(ana, ben);
    }

    @Test
    void from_the_link_to_the_first_sent_turn_it_takes_four_touches_at_most() {
        Guest ana = comes(Screen.PHONE, 0, "Ana").setsUp();
        Guest ben = comes(Screen.PHONE, 1, "Ben").setsUp();
        ana.page().navigate(room.links().get(0).toString());
        ana.page()
                .evaluate("window.touches = 0; addEventListener('pointerdown', () => { window.touches += 1; }, true)");
        ana.button(Move.ASK).tap();
        ben.button(Move.HERE).tap();
        ana.readsStatus("Ana has the floor");
        ana.composer().tap();
        types(ana, "I felt alone at the party.");
        ana.button(Text.SEND).tap();
        ben.sees("I felt alone at the party.");
        assertThat((int) ana.page().evaluate("window.touches")).isBetween(1, 4);
        leave(ana, ben);
    }

    /** Twice as large letters, and the small window that 200 % zoom leaves: nothing is cut off or lies side by side. */
    @Test
    void large_letters_fit() {
        Guest ana = comes(Screen.PHONE, 0, "Ana").setsUp();
        Guest ben = comes(Screen.DESKTOP, 1, "Ben").setsUp();
        ben.page().setViewportSize(640, 450);
        ana.page().evaluate("document.documentElement.style.fontSize = '200%'");
        ana.presses(Move.ASK_LONGER);
        ben.presses(Move.HERE);
        ana.readsStatus("Ana has the floor")
                .writes("At the party on Saturday I felt alone.")
                .presses(Move.PASS);
        ben.has(Move.LEAN_YES).seesNote("Begin with this");
        for (Guest guest : new Guest[] {ana, ben}) {
            assertThat((boolean) guest.page()
                            .evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                    .isTrue();
            assertThat(guest.composer()).isInViewport();
        }
        ana.shows("40-large-letters-phone");
        ben.shows("41-zoomed-desktop");
        leave(ana, ben);
    }

    /** What a screen reader is told of: each line once, when it comes, and nothing of the lines before it again. */
    @Test
    void each_line_is_announced_once() {
        Guest ana = comes(Screen.PHONE, 0, "Ana").setsUp();
        Guest ben = comes(Screen.PHONE, 1, "Ben").setsUp();
        ana.presses(Move.ASK_LONGER);
        ben.presses(Move.HERE);
        ana.readsStatus("Ana has the floor").writes("First.");
        ben.sees("First.");
        assertThat(ben.page().locator(".log")).hasAttribute("aria-live", "polite");
        ben.page()
                .evaluate(
                        "window.heard = []; new MutationObserver((all) => all.forEach((m) => m.addedNodes.forEach((n) =>"
                                + " window.heard.push(n.textContent)))).observe(document.querySelector('.log'),"
                                + " { childList: true, subtree: true })");
        ana.writes("Second.");
        ben.sees("Second.");
        assertThat((List<?>) ben.page().evaluate("window.heard")).hasSize(1);
        leave(ana, ben);
    }

    /** Whoever writes slowly is spoken of kindly, after two minutes, by the page's own clock. */
    @Test
    void a_slow_writer_is_taking_their_time() {
        Guest ana = comes(Screen.PHONE, 0, "Ana").setsUp();
        Guest ben = new Guest(browser.open(Screen.PHONE));
        ben.page().clock().install();
        ben.joins(room.links().get(1), "Ben").setsUp();
        ana.presses(Move.ASK_LONGER);
        ben.presses(Move.HERE);
        ben.readsStatus("Ana has the floor").seesNowhere("taking their time");
        ben.page().clock().fastForward("02:20");
        assertThat(ben.page().locator(".slow")).containsText("Ana is taking their time");
        ana.seesNowhere("taking their time");
        leave(ana, ben);
    }

    /** Spanish words are longer: a room of their own in Spanish, on a small phone, with practice in Spanish. */
    @Test
    void a_turn_in_spanish_on_a_small_phone() {
        Guest host = comes(Screen.PHONE, 0, "Ana").setsUp();
        host.button(Text.JUST_FOR_ME).click();
        host.button(Text.WEB_ROOMS).click();
        host.field(Text.WEB_ROOM_NAMES).fill("Eva\nLuis");
        host.page().getByText(RoomHere.SPANISH.text(Text.LANGUAGE)).check();
        host.button(Text.WEB_ROOMS_OPEN).click();
        Locator links = host.page().locator("details[open] input.link");
        assertThat(links).hasCount(2);
        Guest eva = new Guest(browser.open(Screen.SMALL_PHONE), RoomHere.SPANISH)
                .joins(URI.create(links.nth(0).inputValue()), "Eva")
                .setsUp();
        Guest luis = new Guest(browser.open(Screen.SMALL_PHONE), RoomHere.SPANISH)
                .joins(URI.create(links.nth(1).inputValue()), "Luis")
                .setsUp();
        luis.button(Text.PRACTICE).first().click();
        assertThat(luis.page().locator(".they")).containsText("Llegué, vi la cocina");
        luis.shows("42-practice-spanish-small").page().keyboard().press("Escape");
        eva.presses(Move.ASK);
        luis.presses(Move.HERE);
        eva.readsStatus("Eva").writes("Me dolió que no vinieras.");
        luis.sees("Me dolió").has(Move.LEAN_YES).shows("43-spanish-small");
        for (Guest guest : new Guest[] {eva, luis}) {
            assertThat((boolean) guest.page()
                            .evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                    .isTrue();
        }
        luis.writes("Debe doler que no estuviera.");
        eva.has(Move.THATS_IT).shows("44-spanish-checking-small");
        leave(host, eva, luis);
    }

    @Test
    void without_scripts_the_page_says_what_it_needs() {
        var device = browser.withoutScripts();
        Page page = device.newPage();
        page.navigate(room.links().get(0).toString());
        assertThat(page.locator("main")).containsText("JavaScript");
        device.close();
    }

    private static String says(Text text) {
        return RoomHere.BOOK.text(text);
    }

    private static String label(Move move) {
        return RoomHere.BOOK.label(move);
    }

    private static void presses(Guest guest, String key) {
        guest.page().keyboard().press(key);
    }

    private static void types(Guest guest, String text) {
        guest.page().keyboard().type(text);
    }

    /** Goes on with Tab until what is called so has the focus. */
    private static void goes(Guest guest, String name) {
        for (int tabs = 0; tabs < MOST_TABS; tabs++) {
            String focused = (String) guest.page()
                    .evaluate("(document.activeElement.ariaLabel || document.activeElement.labels?.[0]?.textContent"
                            + " || document.activeElement.textContent).trim()");
            if (focused.equals(name)) {
                return;
            }
            presses(guest, "Tab");
        }
        throw new AssertionError("the keyboard does not get to: " + name);
    }
}
