package org.turnstone.discord;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.selections.SelectOption;
import org.turnstone.floor.Block;
import org.turnstone.floor.Circle;
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
    static final String REPAIR = "mend";
    static final String BLOCK = "block";
    static final String WITNESSES = "heard";

    private static final String SOON = "soon";
    private static final String EVENING = "evening";
    private static final String TOMORROW = "tomorrow";

    private static final int LABEL = 100;
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
                    case REPAIR -> repairs();
                    case NAME_BLOCK -> blocks();
                    case WITNESSES -> witnesses();
                    default -> null;
                });
    }

    private Question times(Text question, Move move, Conversation c) {
        boolean later = move == Move.LATER;
        String at = c.customs()
                .waits()
                .tomorrowAt()
                .format(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(java.util.Locale.UK));
        Text tomorrow = later ? Text.LATER_TOMORROW : Text.PAUSE_TOMORROW;
        List<SelectOption> times = List.of(
                SelectOption.of(book.text(later ? Text.LATER_HALF_AN_HOUR : Text.PAUSE_TWENTY_MINUTES), SOON),
                SelectOption.of(book.text(later ? Text.LATER_TONIGHT : Text.PAUSE_AN_HOUR), EVENING),
                SelectOption.of(book.text(tomorrow, Map.of("time", at)), TOMORROW));
        return new Question(book.text(question), Rows.menus(WHEN, move.label(), times));
    }

    /** What the chosen time means now; empty for one from another version. */
    static Optional<Input> time(Move move, String choice, Waits waits, Instant now) {
        boolean later = move == Move.LATER;
        Optional<Instant> until = switch (choice) {
            case SOON -> Optional.of(now.plusSeconds(later ? 1_800 : 1_200));
            case EVENING -> Optional.of(later ? tonight(waits, now) : now.plusSeconds(3_600));
            case TOMORROW -> Optional.of(waits.tomorrow(now, waits.tomorrowAt()));
            default -> Optional.empty();
        };
        boolean known = later || move == Move.PAUSE_UNTIL;
        return until.filter(at -> known).map(at -> later ? new Input.PutsOff(at) : new Input.PausesUntil(at));
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

    /** Every sentence in one menu, each with what it is good for; chosen and posted with one tap. */
    private Question repairs() {
        List<SelectOption> phrases = new ArrayList<>();
        for (Prompt group : Prompt.REPAIRS) {
            List<String> wordings = book.phrases(group);
            for (int wording = 0; wording < wordings.size(); wording++) {
                String value = Prompt.REPAIRS.indexOf(group) + " " + wording;
                phrases.add(SelectOption.of(shortened(wordings.get(wording)), value)
                        .withDescription(book.text(Text.ofRepair(group))));
            }
        }
        return new Question(book.text(Text.REPAIR_QUESTION), Rows.menus(REPAIR, "", phrases));
    }

    /** The sentence that was chosen; empty for one from another version. */
    static Optional<Input> repair(String value) {
        String[] parts = value.split(" ");
        boolean known = value.matches("\\d{1,2} \\d{1,2}") && Integer.parseInt(parts[0]) < Prompt.REPAIRS.size();
        return known
                ? Optional.of(
                        new Input.Repairs(Prompt.REPAIRS.get(Integer.parseInt(parts[0])), Integer.parseInt(parts[1])))
                : Optional.empty();
    }

    private Question blocks() {
        List<SelectOption> blocks = Arrays.stream(Block.What.values())
                .map(what -> SelectOption.of(book.text(Text.of(what)), what.name()))
                .toList();
        return new Question(book.text(Text.BLOCK_QUESTION), Rows.menus(BLOCK, "", blocks));
    }

    /** The block that was chosen; empty for one from another version. */
    static Optional<Block.What> block(String value) {
        return Arrays.stream(Block.What.values())
                .filter(what -> what.name().equals(value))
                .findFirst();
    }

    private Question witnesses() {
        List<SelectOption> numbers = IntStream.rangeClosed(0, Circle.MOST_WITNESSES)
                .mapToObj(number -> SelectOption.of("" + number, "" + number))
                .toList();
        return new Question(book.text(Text.WITNESSES_QUESTION), Rows.menus(WITNESSES, "", numbers));
    }

    /** How many were chosen; empty for what nobody can choose. */
    static Optional<Input> witnesses(String value) {
        return value.matches("[0-" + Circle.MOST_WITNESSES + "]")
                ? Optional.of(new Input.AsksWitnesses(Integer.parseInt(value)))
                : Optional.empty();
    }

    static String shortened(String label) {
        return label.length() <= LABEL ? label : label.substring(0, LABEL - 1) + "\u2026";
    }
}
