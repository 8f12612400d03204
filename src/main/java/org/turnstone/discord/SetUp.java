package org.turnstone.discord;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.components.buttons.Button;
import org.turnstone.prompts.PromptBook;
import org.turnstone.prompts.Text;
import org.turnstone.room.Manners;
import org.turnstone.room.People;
import org.turnstone.room.Scribe;
import org.turnstone.safety.SetUpCheck;
import org.turnstone.safety.SetUpCheck.Answer;
import org.turnstone.safety.SetUpCheck.Gate;
import org.turnstone.safety.SetUpCheck.Question;

/**
 * Set-up, each alone, in one private message that changes from step to step. Whether somebody else sees the screen is asked
 * first; only where nobody does, a form asks the rest. The answers come back together and are held nowhere. Threads may share
 * it.
 */
final class SetUp {
    /** The kind of its buttons. */
    static final String STEP = "up";

    private static final String SAFETY = "safety";
    private static final String REACH = "reach";
    private static final String ASK = "ask";
    private static final String SEEN = "seen";
    private static final String UNSEEN = "unseen";
    private static final String NOT_FOR_ME = "not";

    private final Scribe scribe;
    private final People people;
    private final Places places;
    private final List<String> languages;
    private final Duration notBefore;
    private final Clock clock;

    SetUp(Scribe scribe, People people, Places places, List<String> languages, Duration notBefore, Clock clock) {
        this.scribe = scribe;
        this.people = people;
        this.places = places;
        this.languages = languages;
        this.notBefore = notBefore;
        this.clock = clock;
    }

    void begin(Presses.Act act) {
        greet(act);
        PromptBook book = scribe.book(act.who());
        String text = lines(book, Text.SET_UP_BEGINS, Text.SET_UP_HOW_IT_WORKS, Text.NOT_THERAPY);
        act.answer()
                .say(
                        text,
                        Rows.of(List.of(
                                next(book, SAFETY),
                                Button.secondary(CustomId.of(STEP, NOT_FOR_ME), book.text(Text.SET_UP_NOT_FOR_ME)))));
    }

    /** Somebody who has chosen nothing yet is spoken to in the language in which they use Discord, where we have it. */
    private void greet(Presses.Act act) {
        String language = act.reads().getLanguage();
        Manners manners = people.of(act.who());
        if (manners.equals(Manners.UNSAID) && languages.contains(language)) {
            people.save(act.who(), manners.withLanguage(language));
        }
    }

    private static String lines(PromptBook book, Text... texts) {
        return String.join(
                "\n\n", java.util.Arrays.stream(texts).map(book::text).toList());
    }

    private static Button next(PromptBook book, String step) {
        return Button.primary(CustomId.of(STEP, step), book.text(Text.SET_UP_NEXT));
    }

    /** A press in the middle of it. */
    void step(Presses.Act act, String step, String argument) {
        PromptBook book = scribe.book(act.who());
        switch (step) {
            case SAFETY ->
                act.answer()
                        .change(
                                lines(book, Text.SET_UP_SAFETY, Text.GROUND_RULES),
                                Rows.of(List.of(next(book, REACH))));
            case REACH -> reach(act, book);
            case ASK -> ask(act, argument);
            case SEEN -> finished(act, Gate.NOT_NOW);
            default -> end(act);
        }
    }

    private void reach(Presses.Act act, PromptBook book) {
        act.answer()
                .change(
                        book.text(Text.SET_UP_REACH_ME),
                        Rows.of(List.of(
                                reach(Manners.Reach.DIRECT_MESSAGE, book.text(Text.SET_UP_REACH_BY_MESSAGE)),
                                reach(Manners.Reach.WHEN_I_LOOK, book.text(Text.SET_UP_REACH_BY_BUTTON)))));
    }

    private static Button reach(Manners.Reach how, String label) {
        return Button.secondary(CustomId.of(STEP, ASK, "" + how.ordinal()), label);
    }

    private void ask(Presses.Act act, String reach) {
        boolean byMessage = reach.equals("" + Manners.Reach.DIRECT_MESSAGE.ordinal());
        Manners manners = people.of(act.who());
        people.save(act.who(), manners.withReach(byMessage ? Manners.Reach.DIRECT_MESSAGE : Manners.Reach.WHEN_I_LOOK));
        PromptBook book = scribe.book(act.who());
        act.answer()
                .change(
                        lines(book, Text.CHECK_BEGINS, Text.CHECK_SCREEN_SEEN),
                        Rows.of(List.of(
                                Button.secondary(CustomId.of(STEP, SEEN), book.text(Text.CHECK_YES)),
                                Button.secondary(CustomId.of(STEP, UNSEEN), book.text(Text.CHECK_NO)))));
    }

    /** Nobody else sees the screen: the other questions come in a form, which only they see and which leaves no trace. */
    static boolean opensForm(CustomId id) {
        return id.what().equals(STEP) && id.argument(0).equals(UNSEEN);
    }

    /** The form came back. What it lacks does not count as a yes. */
    void answered(Presses.Act act, Map<Question, Answer> answers) {
        SetUpCheck check = SetUpCheck.begin().answered(Question.SCREEN_SEEN, Answer.NO);
        for (Map.Entry<Question, Answer> each : answers.entrySet()) {
            check = check.answered(each.getKey(), each.getValue());
        }
        finished(act, check.gate());
    }

    /** What was answered is forgotten; only the pair's date is kept, without who. */
    private void finished(Presses.Act act, Gate gate) {
        Instant now = clock.instant();
        people.save(act.who(), people.of(act.who()).setUp(now));
        if (gate == Gate.NOT_NOW) {
            places.room(act.channel()).ifPresent(room -> places.notBefore(room, act.who(), now.plus(notBefore)));
        }
        end(act);
    }

    /** The one ending, whatever was answered. */
    private void end(Presses.Act act) {
        act.answer().change(scribe.book(act.who()).text(Text.SET_UP_ENDS), List.of());
    }
}
