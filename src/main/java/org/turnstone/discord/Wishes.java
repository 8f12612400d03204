package org.turnstone.discord;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.buttons.Button;
import org.turnstone.floor.Sensitivity;
import org.turnstone.floor.Waits;
import org.turnstone.prompts.PromptBook;
import org.turnstone.prompts.Text;
import org.turnstone.room.Manners;
import org.turnstone.room.People;
import org.turnstone.room.Scribe;

/** What somebody chooses for themselves, whenever they like; nobody else learns of it. Threads may share it. */
final class Wishes {
    /** The kind of its buttons. */
    static final String WISH = "my";

    private static final String REST = "rest";
    private static final String REACH = "reach";
    private static final String HEAR = "hear";
    private static final String TODAY = "today";
    private static final String WEEK = "week";
    private static final Duration A_WEEK = Duration.ofDays(7);

    private final Scribe scribe;
    private final People people;
    private final Waits waits;
    private final Clock clock;

    Wishes(Scribe scribe, People people, Waits waits, Clock clock) {
        this.scribe = scribe;
        this.people = people;
        this.waits = waits;
        this.clock = clock;
    }

    /** Everything that can be chosen, as it is chosen now. */
    void show(Presses.Act act) {
        act.answer().say(text(act), rows(act));
    }

    private String text(Presses.Act act) {
        PromptBook book = scribe.book(act.who());
        return String.join(
                "\n\n",
                book.text(Text.NOT_TODAY_OFFERED),
                book.text(Text.SET_UP_REACH_ME),
                book.text(Text.SENSITIVITY_QUESTION));
    }

    private List<MessageTopLevelComponent> rows(Presses.Act act) {
        PromptBook book = scribe.book(act.who());
        Manners manners = people.of(act.who());
        List<MessageTopLevelComponent> rows = new ArrayList<>(Rows.of(notToday(act)));
        rows.addAll(Rows.of(List.of(
                chosen(
                        manners.reach() == Manners.Reach.DIRECT_MESSAGE,
                        REACH,
                        "dm",
                        Text.SET_UP_REACH_BY_MESSAGE,
                        book),
                chosen(
                        manners.reach() == Manners.Reach.WHEN_I_LOOK,
                        REACH,
                        "look",
                        Text.SET_UP_REACH_BY_BUTTON,
                        book))));
        List<Button> sensitivities = new ArrayList<>();
        for (Sensitivity how : Sensitivity.values()) {
            sensitivities.add(chosen(manners.sensitivity() == how, HEAR, "" + how.ordinal(), Text.of(how), book));
        }
        rows.addAll(Rows.of(sensitivities));
        return rows;
    }

    /** The private "not today", for today or for a week, or taken back. */
    List<Button> notToday(Presses.Act act) {
        PromptBook book = scribe.book(act.who());
        if (people.of(act.who()).isResting(clock.instant())) {
            return List.of(wish(REST, "over", Text.NOT_TODAY_TAKE_BACK, book));
        }
        return List.of(wish(REST, TODAY, Text.NOT_TODAY_TODAY, book), wish(REST, WEEK, Text.NOT_TODAY_A_WEEK, book));
    }

    private static Button wish(String what, String choice, Text label, PromptBook book) {
        return Button.secondary(CustomId.of(WISH, what, choice), book.text(label));
    }

    /** The present choice cannot be pressed again. */
    private static Button chosen(boolean now, String what, String choice, Text label, PromptBook book) {
        return wish(what, choice, label, book).withDisabled(now);
    }

    void wish(Presses.Act act, String what, String choice) {
        Manners manners = people.of(act.who());
        switch (what) {
            case REST -> rest(act, manners, choice);
            case REACH -> {
                boolean byMessage = choice.equals("dm");
                people.save(
                        act.who(),
                        manners.withReach(byMessage ? Manners.Reach.DIRECT_MESSAGE : Manners.Reach.WHEN_I_LOOK));
                act.answer().change(text(act), rows(act));
            }
            default -> {
                Sensitivity how = choice.matches("[0-2]")
                        ? Sensitivity.values()[Integer.parseInt(choice)]
                        : manners.sensitivity();
                people.save(act.who(), manners.withSensitivity(how));
                act.answer().change(text(act), rows(act));
            }
        }
    }

    private void rest(Presses.Act act, Manners manners, String choice) {
        PromptBook book = scribe.book(act.who());
        Instant now = clock.instant();
        Optional<Instant> until = switch (choice) {
            case TODAY -> Optional.of(waits.tomorrow(now, waits.nightUntil()));
            case WEEK -> Optional.of(now.plus(A_WEEK));
            default -> Optional.empty();
        };
        people.save(act.who(), manners.restingUntil(until));
        String text = until.map(u -> book.text(Text.NOT_TODAY_NOTED, Map.of("when", Moments.when(u))))
                .orElseGet(() -> book.text(Text.NOT_TODAY_TAKEN_BACK));
        act.answer().change(text, Rows.of(until.isPresent() ? notToday(act) : List.of()));
    }
}
