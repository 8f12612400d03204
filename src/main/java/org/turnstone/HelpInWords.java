package org.turnstone;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.turnstone.prompts.PromptBook;
import org.turnstone.prompts.Text;
import org.turnstone.room.Help;
import org.turnstone.safety.Concern;
import org.turnstone.safety.Helpline;
import org.turnstone.safety.Helplines;

/**
 * Makes the help beside a step aside out of the prompt book and the help lines: a word, who to turn to, and that the room sees
 * nothing of it. Immutable; may be shared between threads.
 *
 * @param usual the country where a person has not named theirs
 */
record HelpInWords(Helplines helplines, Optional<String> usual) implements Help {
    /** More lines than these and a frightened person has to choose. */
    private static final int MOST = 4;

    static HelpInWords of(Settings settings) {
        ConfigFiles.Found file = new ConfigFiles(settings.home()).read("helplines.json");
        try {
            return new HelpInWords(
                    HelplinesFile.parse(file.name(), file.text()),
                    settings.local().country());
        } catch (IllegalArgumentException e) {
            throw new ConfigProblem(e.getMessage(), e);
        }
    }

    @Override
    public String about(Concern concern, Optional<String> country, PromptBook book) {
        Optional<String> where = country.or(() -> usual);
        List<String> lines = new ArrayList<>();
        lines.add(book.text(Text.valueOf("ASIDE_" + concern.name())));
        helplines
                .emergency(where)
                .ifPresent(number -> lines.add(book.text(Text.ASIDE_EMERGENCY, Map.of("number", number))));
        List<Helpline> shown =
                helplines.forCountry(where, concern).stream().limit(MOST).toList();
        shown.forEach(
                line -> lines.add(book.text(Text.ASIDE_LINE, Map.of("name", line.name(), "contact", line.contact()))));
        lines.add(checked(shown, book));
        lines.add(book.text(Text.ASIDE_ROOM_SEES_A_PAUSE));
        return String.join("\n", lines);
    }

    /** Numbers change, and whoever calls one should know how old it is. */
    private static String checked(List<Helpline> lines, PromptBook book) {
        return lines.stream()
                .flatMap(line -> line.checked().stream())
                .min(LocalDate::compareTo)
                .map(date -> book.text(Text.ASIDE_CHECK_THE_NUMBER, Map.of("date", date.toString())))
                .orElseGet(() -> book.text(Text.ASIDE_NUMBERS_UNCONFIRMED));
    }
}
