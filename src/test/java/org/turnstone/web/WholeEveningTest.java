package org.turnstone.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
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

/**
 * One evening with everything in it: two phones and a desktop that one of them also has open, tunnels and reloads in the
 * middle, a pause, practice, looking back, and a danger at the end. The parts that other tests do not have are always played,
 * the whole under -Pthorough.
 */
class WholeEveningTest {
    private static final boolean WHOLE = "yes".equals(System.getProperty("thorough"));

    private static Browser browser;

    @TempDir
    private Path home;

    private RoomHere room;
    private Guest ana;
    private Guest ben;
    private Guest desktop;

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
        ana = comes(0, "Ana");
        ben = comes(1, "Ben");
    }

    @AfterEach
    void stop() {
        ana.device().close();
        ben.device().close();
        room.close();
    }

    private Guest comes(int seat, String name) {
        return new Guest(browser.open(Screen.PHONE))
                .joins(room.links().get(seat), name)
                .setsUp();
    }

    /** The same person at a second screen: the link, and the passphrase. */
    private Guest alsoAt(URI link) {
        Guest there = new Guest(browser.open(Screen.DESKTOP)).opens(link);
        there.field(Text.WEB_PASSPHRASE).fill(Guest.PASSPHRASE);
        there.button(Text.WEB_COME_IN).click();
        return there;
    }

    @Test
    void an_evening_on_two_phones_and_a_desktop() {
        desktop = alsoAt(room.links().get(0));
        quickTurnOverTwoScreens();
        tunnelsReloadsAndTabs();
        if (WHOLE) {
            theLongerTalk();
            pauseAndReturn();
            practiceAndLookingBack();
            dangerAndAWayOut();
        }
        assertThat(ana.complaints()).allMatch(complaint -> complaint.contains("ERR_INTERNET_DISCONNECTED"));
        assertThat(desktop.complaints()).isEmpty();
        desktop.device().close();
    }

    private void quickTurnOverTwoScreens() {
        ana.presses(Move.ASK);
        ben.presses(Move.HERE);
        desktop.readsStatus("Ana has the floor").writes("I felt alone at the party.");
        ana.seesOnce("I felt alone at the party.");
        ben.sees("I felt alone at the party.").writes("That sounds lonely.");
        desktop.seesOnce("That sounds lonely.").shows("50-second-screen-desktop");
        ana.presses(Move.THATS_IT);
        desktop.hasNot(Move.THATS_IT);
        ben.presses(Move.NOW_YOU);
        ben.readsStatus("Ben has the floor");
    }

    /** Thirty seconds without a line, by the page's own clock, while two tabs are open and one of them is loaded anew. */
    private void tunnelsReloadsAndTabs() {
        Page tab = ben.device().newPage();
        tab.navigate(room.links().get(1).toString());
        assertThat(tab.locator(".status")).containsText("Ben has the floor");
        ana.device().setOffline(true);
        ana.page().evaluate("dispatchEvent(new Event('offline'))");
        ana.writes("Written in the tunnel.");
        assertThat(ana.page().locator(".kept .pending")).containsText("Written in the tunnel.");
        room.passes(Duration.ofSeconds(30));
        ben.writes("I was worried about Monday.");
        assertThat(tab.locator(".bubble").last()).containsText("I was worried about Monday.");
        tab.reload();
        assertThat(tab.locator(".bubble").last()).containsText("I was worried about Monday.");
        ana.device().setOffline(false);
        ana.page().evaluate("dispatchEvent(new Event('online'))");
        ana.sees("I was worried about Monday.");
        ana.readsStatus("Ana is answering");
        assertThat(ana.composer()).hasValue("Written in the tunnel.");
        ana.page().reload();
        ana.sees("I was worried about Monday.").readsStatus("Ana is answering");
        ben.seesNowhere("Written in the tunnel.");
        desktop.seesOnce("I was worried about Monday.");
        assertThat(ana.bubbles()).isEqualTo(ben.bubbles()).doesNotHaveDuplicates();
        assertThat(tab.locator(".bubble").allTextContents()).isEqualTo(ben.bubbles());
        ana.writes("You had Monday on your mind.");
        ben.sees("You had Monday on your mind.").presses(Move.THATS_IT);
        tab.close();
        ana.readsStatus("Closing").presses(Move.ENOUGH);
        ben.has(Move.ASK);
    }

    private void theLongerTalk() {
        ana.presses(Move.ASK_LONGER);
        opens(ben, Move.LATER, "60-later-phone");
        ben.presses(Move.HERE);
        opens(ana, Move.REPAIR, "61-words-that-mend-phone");
        ana.readsStatus("Ana has the floor").writes("On Sunday you looked at your phone all through dinner.");
        ben.sees("all through dinner").writes("But I was waiting for a call");
        assertThat(ben.page().locator(".kept")).containsText("But I was waiting for a call");
        ben.page()
                .locator(".kept")
                .getByText(RoomHere.BOOK.text(Text.WEB_DELETE))
                .click();
        assertThat(ben.page().locator(".kept")).isHidden();
        ana.presses(Move.PASS);
        ben.has(Move.NAME_BLOCK).button(Move.NAME_BLOCK).click();
        ben.shows("51-what-makes-it-hard-phone");
        ben.page()
                .locator("dialog")
                .getByText(RoomHere.BOOK.text(Text.BLOCK_AGREEING))
                .click();
        ana.has(Move.THANK).shows("52-a-block-named-phone").presses(Move.THANK);
        ben.writes("You sat there and it felt as if I was somewhere else.").presses(Move.REPLY_DONE);
        ana.has(Move.NOT_QUITE).presses(Move.NOT_QUITE);
        ana.writes("It was that I'd cooked for you.");
        ben.has(Move.LEAN_YES)
                .writes("You cooked for me, and I didn't even look.")
                .presses(Move.REPLY_DONE);
        ana.presses(Move.THATS_IT);
        ben.readsStatus("Ben has the floor");
    }

    /** Looks at a sheet, and puts it away again. */
    private static void opens(Guest guest, Move move, String picture) {
        guest.button(move).first().click();
        guest.shows(picture).page().keyboard().press("Escape");
        assertThat(guest.page().locator("dialog")).hasCount(0);
    }

    private void pauseAndReturn() {
        ben.button(Move.FLOODING).click();
        ben.shows("53-how-am-i-phone");
        ben.page().locator(".levels").getByText("4", exactly()).click();
        ben.presses(Move.PAUSE);
        ana.readsStatus("A pause").seesNowhere("Ben needs");
        ana.writes("A draft for myself.");
        assertThat(ana.page().locator(".kept")).containsText("A draft for myself.");
        ben.seesNowhere("A draft for myself.");
        room.passes(Duration.ofMinutes(21));
        ana.has(Move.GO_ON).shows("54-return-phone").presses(Move.GO_ON);
        ben.presses(Move.GO_ON);
        ben.readsStatus("Ben has the floor")
                .writes("I was ashamed, and so I hid.")
                .presses(Move.PASS);
        ana.has(Move.LEAN_YES).writes("You were ashamed.").presses(Move.REPLY_DONE);
        ben.presses(Move.THATS_IT);
        ana.readsStatus("Closing").presses(Move.ENOUGH);
        ben.has(Move.ASK);
    }

    private static com.microsoft.playwright.Locator.GetByTextOptions exactly() {
        return new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true);
    }

    private void practiceAndLookingBack() {
        ben.button(Text.PRACTICE).first().click();
        ben.asked(Text.PRACTICE_ANSWER).fill("It makes sense that you sat down.");
        ben.button(Text.PRACTICE_READ).click();
        assertThat(ben.page().locator(".explained")).containsText("It makes sense");
        ben.page().keyboard().press("Escape");
        ben.button(Text.JUST_FOR_ME).click();
        ben.button(Text.WEB_LOOKING).click();
        assertThat(ben.page().locator(".figures").last())
                .containsText(RoomHere.BOOK.text(Text.WEB_COUNT_PRACTISED) + "1");
        ben.shows("55-looking-back-phone").page().keyboard().press("Escape");
        ben.page().keyboard().press("Escape");
    }

    private void dangerAndAWayOut() {
        ana.presses(Move.ASK);
        ben.presses(Move.HERE);
        ana.readsStatus("Ana has the floor").writes("you hit me last week");
        ben.readsStatus("A pause").seesNowhere("you hit me").seesNowhere("Help is here");
        ana.button(Text.WEB_OPEN_NOTE).click();
        ana.page().locator(".note .exit").click();
        ana.page().waitForURL("**/list");
        assertThat((int) ana.page().evaluate("sessionStorage.length")).isZero();
    }

    /** Four people, each with a link of their own; a witness is asked for, one passes, one leaves. */
    @Test
    void a_circle_of_four() {
        List<String> names = List.of("Ana", "Ben", "Cleo", "Dara");
        List<URI> links = circle(names);
        List<Guest> guests = java.util.stream.IntStream.range(0, WHOLE ? 4 : 3)
                .mapToObj(i -> new Guest(browser.open(i == 2 ? Screen.DESKTOP : Screen.PHONE))
                        .joins(links.get(i), names.get(i))
                        .setsUp())
                .toList();
        Guest keeper = guests.get(0);
        keeper.presses(Move.ASK);
        guests.stream().skip(1).forEach(guest -> guest.presses(Move.HERE));
        if (!WHOLE) {
            keeper.presses(Move.BEGIN);
        }
        keeper.readsStatus("Ana has the floor").shows("56-circle-phone");
        keeper.writes("I lost my job, and nobody knows yet.");
        guests.get(2).sees("nobody knows yet").shows("57-circle-desktop");
        guests.forEach(guest -> assertThat(guest.complaints()).isEmpty());
        guests.forEach(guest -> guest.device().close());
    }

    private List<URI> circle(List<String> names) {
        ana.button(Text.JUST_FOR_ME).click();
        ana.button(Text.WEB_ROOMS).click();
        ana.field(Text.WEB_ROOM_NAMES).fill(String.join("\n", names));
        ana.button(Text.WEB_ROOMS_OPEN).click();
        var fresh = ana.page().locator("details[open] input.link");
        assertThat(fresh).hasCount(names.size());
        List<URI> links =
                fresh.all().stream().map(link -> URI.create(link.inputValue())).toList();
        ana.page().keyboard().press("Escape");
        return links;
    }
}
