package org.turnstone.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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

/** What one does alone, in a real browser: practising, getting a turn ready, breathing in a pause, looking back. */
class AloneInTheRoomTest {
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
        ana = comes(0, "Ana");
        ben = comes(1, "Ben");
    }

    private Guest comes(int seat, String name) {
        return new Guest(browser.open(Screen.PHONE))
                .joins(room.links().get(seat), name)
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

    private static String says(Text text) {
        return RoomHere.BOOK.text(text);
    }

    private void quickTurn(String chunk, String answer) {
        ana.presses(Move.ASK);
        ben.presses(Move.HERE);
        ana.readsStatus("Ana has the floor").writes(chunk);
        ben.sees(chunk).writes(answer);
        ana.sees(answer).presses(Move.THATS_IT);
        ben.presses(Move.ENOUGH);
        ana.has(Move.ASK);
    }

    private void aTurnEach() {
        ana.presses(Move.ASK);
        ben.presses(Move.HERE);
        ana.readsStatus("Ana has the floor").writes("I felt alone at the party.");
        ben.sees("I felt alone").writes("It makes sense that you felt alone. That sounds lonely.");
        ana.sees("That sounds lonely.").presses(Move.THATS_IT);
        ben.presses(Move.NOW_YOU);
        ben.readsStatus("Ben has the floor").writes("I was worried about Monday.");
        ana.sees("I was worried").writes("You had Monday on your mind.");
        ben.sees("You had Monday on your mind.").presses(Move.THATS_IT);
        ana.readsStatus("Closing").presses(Move.ENOUGH);
        ben.has(Move.ASK);
    }

    @Test
    void practice_explains_an_answer_and_offers_another_way_in() {
        ana.button(Text.PRACTICE).first().click();
        Page page = ana.page();
        assertThat(page.locator(".they")).containsText("sat down on the floor");
        ana.shows("30-practice-phone");
        ana.asked(Text.PRACTICE_ANSWER).fill("I only did it because you never help me.");
        ana.button(Text.PRACTICE_READ).click();
        assertThat(page.locator(".marks.guard")).containsText("I only did it because you");
        assertThat(page.locator(".explained blockquote")).containsText("You came home with nothing left");
        ana.shows("31-practice-read-phone");
        ana.button(Text.PRACTICE_AGAIN).click();
        assertThat(ana.asked(Text.PRACTICE_ANSWER))
                .hasValue("You came home with nothing left, and the kitchen was ...");
        ana.asked(Text.PRACTICE_ANSWER).fill("That sounds exhausting. It makes sense that you sat down.");
        ana.button(Text.PRACTICE_READ).click();
        assertThat(page.locator(".marks.warm")).containsText("It makes sense");
        ana.button(Text.PRACTICE_NEXT).click();
        assertThat(page.locator(".they")).containsText("you were looking at your screen");
        ben.seesNowhere("That sounds exhausting");
    }

    @Test
    void a_turn_is_made_ready_alone_and_stands_there_when_the_floor_comes() {
        ana.button(Text.WEB_READY).first().click();
        ana.asked(Text.WEB_READY).fill("You are so selfish, you always leave me alone.");
        ana.button(Text.WEB_READY_READ).click();
        assertThat(ana.page().locator("dialog .marks.guard")).isVisible();
        ana.shows("32-ready-phone");
        ana.asked(Text.WEB_READY).fill("You always drink, and you hit me last week.");
        ana.button(Text.WEB_READY_READ).click();
        ana.button(Text.WEB_OPEN_NOTE).click();
        assertThat(ana.page().locator("dialog .note")).containsText("Help is here");
        assertThat(ana.page().locator("dialog .marks")).hasCount(0);
        ana.asked(Text.WEB_READY).fill("When you left early I felt alone.");
        ana.button(Text.WEB_READY_KEEP).click();
        assertThat(ana.page().locator(".kept")).containsText("When you left early I felt alone.");
        ana.page().reload();
        ana.presses(Move.ASK);
        ben.presses(Move.HERE);
        assertThat(ana.composer()).hasValue("When you left early I felt alone.");
        ben.seesNowhere("When you left early");
        ana.button(Text.SEND).click();
        ben.sees("When you left early");
        assertThat(ana.page().locator(".kept")).isHidden();
    }

    @Test
    void a_pause_has_something_for_the_meantime_and_each_step_can_be_skipped() {
        ana.presses(Move.ASK);
        ben.presses(Move.HERE);
        ana.readsStatus("Ana has the floor").presses(Move.PAUSE);
        ben.readsStatus("A pause").button(Text.WEB_CALM).click();
        ben.button(Text.CALMING_NEXT).click();
        assertThat(ben.page().locator(".breath")).isVisible();
        ben.shows("33-breathing-phone");
        ben.page().emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        assertThat(ben.page().locator(".breath span").first()).hasCSS("animation-name", "none");
        ben.button(Text.CALMING_SKIP).click();
        assertThat(ben.page().locator("dialog")).hasCount(0);
        ana.shows("34-pause-phone");
    }

    @Test
    void looking_back_shows_what_is_everybodys_and_what_is_only_ones_own() {
        aTurnEach();
        room.passes(Duration.ofDays(7));
        quickTurn("I felt alone again.", "I only did it because you always do this.");
        ben.button(Text.JUST_FOR_ME).click();
        ben.shows("17-just-for-me-phone").button(Text.WEB_LOOKING).click();
        Page page = ben.page();
        assertThat(page.locator(".figures").first()).containsText(says(Text.WEB_COUNT_TALKS) + "2");
        ben.shows("35-looking-back-phone");
        page.locator("details.table summary").last().click();
        assertThat(page.locator("details.table table").last()).containsText("Mar 2");
        ben.shows("36-as-a-table-phone");
        assertThat(page.locator(".ranks")).containsText("It makes sense");
        ben.button(Text.WEB_LOOKING_CLEAR).click();
        assertThat(page.locator(".ranks")).hasCount(0);

        ana.button(Text.JUST_FOR_ME).click();
        ana.button(Text.WEB_LOOKING).click();
        assertThat(ana.page().locator(".figures").first()).containsText(says(Text.WEB_COUNT_TALKS) + "2");
        assertThat(ana.page().locator(".figures").last()).containsText(says(Text.WEB_COUNT_ANSWERS) + "1");
    }

    private static final String GUARDED = "I only talked to them because you were so quiet.";

    private void benAnswersWithDraftsRead() {
        ben.button(Text.JUST_FOR_ME).click();
        ben.page().getByText(says(Text.WEB_DRAFTS_ON)).click();
        ben.page().keyboard().press("Escape");
        ana.presses(Move.ASK);
        ben.presses(Move.HERE);
        ana.readsStatus("Ana has the floor").writes("I felt alone at the party.");
        ben.sees("I felt alone at the party.").composer().fill(GUARDED);
        assertThat(ben.page().locator(".reading .marks.guard")).containsText("I only talked to them because you");
    }

    /** An opening comes in with one touch, and one's own words come back with another; sent as it is, it is sent as it is. */
    @Test
    void a_draft_is_read_to_its_writer_and_stays_theirs() {
        benAnswersWithDraftsRead();
        ben.shows("14-draft-read-phone");
        ben.page().locator(".reading").getByText(says(Text.WEB_USE_OPENING)).click();
        assertThat(ben.composer()).not().hasValue(GUARDED);
        assertThat(ben.composer()).isFocused();
        ben.button(Text.WEB_WORDS_BACK).click();
        assertThat(ben.composer()).hasValue(GUARDED);
        ben.button(Text.SEND_AS_IT_IS).click();
        ana.sees(GUARDED).seesNowhere(says(Text.READING_HEADING));
        assertThat(ben.page().locator(".reading")).isHidden();
    }

    @Test
    void a_rule_that_misread_somebody_is_not_brought_up_again() {
        benAnswersWithDraftsRead();
        ben.page()
                .locator(".reading")
                .getByText(RoomHere.BOOK.label(Move.MISREAD))
                .click();
        assertThat(ben.page().locator(".reading")).isHidden();
        List<String> readings = new ArrayList<>();
        ben.page()
                .onWebSocket(socket -> socket.onFrameReceived(frame -> {
                    if (frame.text().contains("\"reading\"")) {
                        readings.add(frame.text());
                    }
                }));
        ben.page().reload();
        ben.has(Move.LEAN_YES).composer().fill(GUARDED);
        ben.page().waitForCondition(() -> !readings.isEmpty());
        assertThat(readings.get(0)).doesNotContain("I only");
        assertThat(ben.page().locator(".reading")).isHidden();
    }
}
