package org.turnstone.discord;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import org.turnstone.floor.Block;
import org.turnstone.floor.Conversation;
import org.turnstone.floor.Move;
import org.turnstone.floor.Prompt;
import org.turnstone.floor.Waits;
import org.turnstone.prompts.PromptBook;
import org.turnstone.prompts.Text;
import org.turnstone.room.Input;

/**
 * What is asked, in a private message, before a move that needs more than a tap, and what the answer means.
 *
 * @param book of the one who is asked
 */
record Asks(PromptBook book) {
    static final String WHEN = "when";
    static final String FLOODING = "full";
    static final String REPAIR = "mend";
    static final String PHRASE = "phrase";
    static final String BLOCK = "block";

    private static final int LABEL = 100;
    private static final int MOST_FULL = 10;
    private static final LocalTime TONIGHT = LocalTime.of(20, 0);
    private static final LocalTime LATE_TONIGHT = LocalTime.of(21, 30);

    /** A question and its answers. */
    record Question(String text, List<MessageTopLevelComponent> answers) {}

    /** Empty where the move is not asked about in this way. */
    Optional<Question> about(Move move, Conversation c) {
        return Optional.ofNullable(
                switch (move) {
                    case LATER -> times(Text.LATER_QUESTION, Move.LATER, c);
                    case PAUSE_UNTIL -> times(Text.PAUSE_QUESTION, Move.PAUSE_UNTIL, c);
                    case FLOODING -> flooding();
                    case REPAIR -> repairs();
                    case NAME_BLOCK -> blocks();
                    default -> null;
                });
    }

    private Question times(Text question, Move move, Conversation c) {
        boolean later = move == Move.LATER;
        List<Button> buttons = new ArrayList<>();
        buttons.add(time(move, "soon", book.text(later ? Text.LATER_HALF_AN_HOUR : Text.PAUSE_TWENTY_MINUTES)));
        buttons.add(time(move, "evening", book.text(later ? Text.LATER_TONIGHT : Text.PAUSE_AN_HOUR)));
        String at = c.customs()
                .waits()
                .tomorrowAt()
                .format(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(java.util.Locale.UK));
        Text tomorrow = later ? Text.LATER_TOMORROW : Text.PAUSE_TOMORROW;
        buttons.add(time(move, "tomorrow", book.text(tomorrow, Map.of("time", at))));
        return new Question(book.text(question), Rows.of(buttons));
    }

    private static Button time(Move move, String when, String label) {
        return Button.secondary(CustomId.of(WHEN, move.label(), when), label);
    }

    /** What the chosen time means now. */
    static Input time(Move move, String choice, Waits waits, Instant now) {
        boolean later = move == Move.LATER;
        Instant until = switch (choice) {
            case "soon" -> now.plusSeconds(later ? 1_800 : 1_200);
            case "evening" -> later ? tonight(waits, now) : now.plusSeconds(3_600);
            default -> waits.tomorrow(now, waits.tomorrowAt());
        };
        return later ? new Input.PutsOff(until) : new Input.PausesUntil(until);
    }

    /** Eight in the evening, or half past nine where it is evening already, or in an hour where it is late. */
    private static Instant tonight(Waits waits, Instant now) {
        ZonedDateTime here = now.atZone(waits.zone());
        for (LocalTime time : List.of(TONIGHT, LATE_TONIGHT)) {
            if (here.toLocalTime().plusMinutes(30).isAfter(here.toLocalTime())
                    && here.toLocalTime().plusMinutes(30).isBefore(time)) {
                return here.toLocalDate().atTime(time).atZone(waits.zone()).toInstant();
            }
        }
        return now.plusSeconds(3_600);
    }

    private Question flooding() {
        StringSelectMenu.Builder menu = StringSelectMenu.create(CustomId.of(FLOODING));
        for (int level = 0; level <= MOST_FULL; level++) {
            String label = level == 0
                    ? book.text(Text.FLOODING_LOWEST)
                    : level == MOST_FULL ? book.text(Text.FLOODING_HIGHEST) : "" + level;
            menu.addOption(label, "" + level);
        }
        return new Question(book.text(Text.FLOODING_QUESTION), List.of(ActionRow.of(menu.build())));
    }

    private Question repairs() {
        List<Button> groups = new ArrayList<>();
        for (Prompt group : Prompt.REPAIRS) {
            groups.add(Button.secondary(
                    CustomId.of(REPAIR, "" + Prompt.REPAIRS.indexOf(group)), book.text(Text.ofRepair(group))));
        }
        return new Question(book.text(Text.REPAIR_QUESTION), Rows.of(groups));
    }

    /** The sentences of one group, by its place among the groups. */
    Question phrases(int group) {
        Prompt prompt = Prompt.REPAIRS.get(group);
        StringSelectMenu.Builder menu = StringSelectMenu.create(CustomId.of(PHRASE, "" + group));
        List<String> phrases = book.phrases(prompt);
        for (int wording = 0; wording < phrases.size(); wording++) {
            menu.addOption(shortened(phrases.get(wording)), "" + wording);
        }
        return new Question(book.text(Text.REPAIR_QUESTION), List.of(ActionRow.of(menu.build())));
    }

    private Question blocks() {
        List<Button> blocks = new ArrayList<>();
        for (Block.What what : Block.What.values()) {
            blocks.add(Button.secondary(CustomId.of(BLOCK, "" + what.ordinal()), book.text(Text.of(what))));
        }
        return new Question(book.text(Text.BLOCK_QUESTION), Rows.of(blocks));
    }

    static String shortened(String label) {
        return label.length() <= LABEL ? label : label.substring(0, LABEL - 1) + "\u2026";
    }
}
