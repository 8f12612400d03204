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
import net.dv8tion.jda.api.components.selections.SelectOption;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import org.turnstone.floor.Person;
import org.turnstone.floor.Sensitivity;
import org.turnstone.floor.Waits;
import org.turnstone.prompts.PromptBook;
import org.turnstone.prompts.Text;
import org.turnstone.room.Manners;
import org.turnstone.room.Manners.Reach;
import org.turnstone.room.People;
import org.turnstone.room.Scribe;

/** What somebody chooses for themselves, whenever they like; nobody else learns of it. Threads may share it. */
final class Wishes {
    /** The kind of its buttons. */
    static final String WISH = "my";

    private static final String ALL = "all";
    private static final String REST = "rest";
    private static final String REACH = "reach";
    private static final String HEAR = "hear";
    private static final String MUTED = "mute";
    private static final String LANGUAGE = "lang";
    private static final String TODAY = "today";
    private static final String WEEK = "week";
    private static final int LONGEST_VALUE = 100;
    private static final Duration A_WEEK = Duration.ofDays(7);

    private final HoldAsk hold;
    private final ForAnotherTime later;
    private final Scribe scribe;
    private final People people;
    private final List<String> languages;
    private final Waits waits;
    private final Clock clock;

    Wishes(
            HoldAsk hold,
            ForAnotherTime later,
            Scribe scribe,
            People people,
            List<String> languages,
            Waits waits,
            Clock clock) {
        this.hold = hold;
        this.later = later;
        this.scribe = scribe;
        this.people = people;
        this.languages = languages;
        this.waits = waits;
        this.clock = clock;
    }

    /** Everything that can be chosen, as it is chosen now, each question above its answers. */
    void show(Presses.Act act) {
        act.answer().say(scribe.book(act.who()).text(Text.NOT_TODAY_OFFERED), rows(act));
    }

    private void change(Presses.Act act) {
        act.answer().change(scribe.book(act.who()).text(Text.NOT_TODAY_OFFERED), rows(act));
    }

    private List<MessageTopLevelComponent> rows(Presses.Act act) {
        PromptBook book = scribe.book(act.who());
        Manners manners = people.of(act.who());
        List<MessageTopLevelComponent> rows = new ArrayList<>(Rows.of(notToday(act)));
        rows.add(TextDisplay.of(book.text(Text.SET_UP_REACH_ME)));
        rows.addAll(Rows.of(List.of(
                chosen(manners.reach() == Reach.DIRECT_MESSAGE, REACH, "dm", Text.SET_UP_REACH_BY_MESSAGE, book),
                chosen(manners.reach() == Reach.WHEN_I_LOOK, REACH, "look", Text.SET_UP_REACH_BY_BUTTON, book))));
        rows.add(TextDisplay.of(book.text(Text.SENSITIVITY_QUESTION)));
        List<Button> sensitivities = new ArrayList<>();
        for (Sensitivity how : Sensitivity.values()) {
            sensitivities.add(chosen(manners.sensitivity() == how, HEAR, "" + how.ordinal(), Text.of(how), book));
        }
        rows.addAll(Rows.of(sensitivities));
        rows.addAll(muted(manners, book));
        rows.addAll(language(manners, book));
        rows.addAll(hold.rows(act, book));
        rows.addAll(later.rows(act, book));
        rows.add(TextDisplay.of(book.text(Text.MY_DATA_OFFERED)));
        rows.addAll(Rows.of(OwnData.buttons(book)));
        return rows;
    }

    /** What they do not want to hear of; each can be heard of again. */
    private static List<MessageTopLevelComponent> muted(Manners manners, PromptBook book) {
        List<SelectOption> rules = manners.muted().stream()
                .filter(rule -> rule.length() <= LONGEST_VALUE)
                .map(rule -> SelectOption.of(Asks.shortened(rule), rule))
                .toList();
        return menu(MUTED, Text.MUTED_RULES, rules, book);
    }

    private List<MessageTopLevelComponent> language(Manners manners, PromptBook book) {
        List<SelectOption> tags = languages.stream()
                .map(tag -> SelectOption.of(Languages.name(tag), tag).withDefault(tag.equals(manners.language())))
                .toList();
        return tags.size() < 2 ? List.of() : menu(LANGUAGE, Text.LANGUAGE_QUESTION, tags, book);
    }

    private static List<MessageTopLevelComponent> menu(
            String what, Text question, List<SelectOption> options, PromptBook book) {
        if (options.isEmpty()) {
            return List.of();
        }
        List<MessageTopLevelComponent> menu = new ArrayList<>(List.of(TextDisplay.of(book.text(question))));
        List<SelectOption> first = options.subList(0, Math.min(options.size(), Rows.IN_A_MENU));
        menu.addAll(Rows.menus(WISH, what, first));
        return menu;
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

    /** Leads to all of it, for whoever cannot use the command where they are. */
    Button door(Person who) {
        return wish(ALL, "", Text.COMMAND_ME, scribe.book(who));
    }

    void wish(Presses.Act act, String what, String choice) {
        if (what.equals(ALL)) {
            show(act);
            return;
        }
        Manners manners = people.of(act.who());
        if (what.equals(REST)) {
            rest(act, manners, choice);
            return;
        }
        people.save(act.who(), wished(manners, what, choice));
        change(act);
    }

    private Manners wished(Manners manners, String what, String choice) {
        return switch (what) {
            case REACH -> manners.withReach(choice.equals("dm") ? Reach.DIRECT_MESSAGE : Reach.WHEN_I_LOOK);
            case HEAR ->
                choice.matches("[0-2]")
                        ? manners.withSensitivity(Sensitivity.values()[Integer.parseInt(choice)])
                        : manners;
            case MUTED -> manners.hearing(choice);
            case LANGUAGE -> languages.contains(choice) ? manners.withLanguage(choice) : manners;
            default -> manners;
        };
    }

    private void rest(Presses.Act act, Manners manners, String choice) {
        PromptBook book = scribe.book(act.who());
        Instant now = clock.instant();
        Optional<Instant> until = switch (choice) {
            case TODAY -> Optional.of(waits.tomorrow(now, waits.nightUntil()));
            case WEEK -> Optional.of(now.plus(A_WEEK));
            default -> Optional.empty();
        };
        people.save(
                act.who(),
                choice.equals(WEEK) ? manners.restingAWeekUntil(now.plus(A_WEEK)) : manners.restingUntil(until));
        String text = until.map(u -> book.text(Text.NOT_TODAY_NOTED, Map.of("when", Moments.when(u))))
                .orElseGet(() -> book.text(Text.NOT_TODAY_TAKEN_BACK));
        act.answer().change(text, Rows.of(until.isPresent() ? notToday(act) : List.of()));
    }
}
