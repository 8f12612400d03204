package org.turnstone.discord;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.turnstone.floor.Conversation;
import org.turnstone.floor.InTurn;
import org.turnstone.floor.Person;
import org.turnstone.prompts.PromptBook;
import org.turnstone.prompts.Text;
import org.turnstone.reading.Finding;
import org.turnstone.reading.Reading;
import org.turnstone.reading.Role;
import org.turnstone.reading.Utterance;
import org.turnstone.room.Ear;
import org.turnstone.room.People;

/** Reads a draft to its writer alone. Nothing of it is kept. Threads may share it. */
final class Drafts {
    private final Presses presses;
    private final People people;
    private final Function<String, Ear> ears;

    Drafts(Presses presses, People people, Function<String, Ear> ears) {
        this.presses = presses;
        this.people = people;
        this.ears = ears;
    }

    void read(Presses.Act act, String words) {
        PromptBook book = presses.book(act.who());
        if (words.isBlank()) {
            act.answer().say(book.text(Text.NO_WORDS), List.of());
            return;
        }
        Role role =
                presses.conversation(act.channel()).map(c -> role(c, act.who())).orElse(Role.LISTENER);
        Reading reading = ears.apply(people.of(act.who()).language()).read(new Utterance(words, role, ""));
        act.answer().say(explained(reading, role, words, book), List.of());
    }

    private static Role role(Conversation c, Person who) {
        return c.phase() instanceof InTurn turn ? turn.role(who) : Role.LISTENER;
    }

    private static String explained(Reading reading, Role role, String words, PromptBook book) {
        List<String> lines = new ArrayList<>();
        lines.add(book.text(Text.of(reading.verdict(), role)));
        for (Finding finding : reading.findings()) {
            String quote = Plain.words(finding.words(words));
            lines.add(book.text(Text.READING_NOTICED, Map.of("quote", quote, "kind", book.meaning(finding.kind()))));
        }
        if (!reading.findings().isEmpty()) {
            lines.add(book.text(Text.READING_NO_CLAIM));
        }
        return String.join("\n", lines);
    }
}
