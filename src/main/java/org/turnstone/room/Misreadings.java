package org.turnstone.room;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.turnstone.floor.Effect;
import org.turnstone.floor.Person;
import org.turnstone.floor.Prompt;
import org.turnstone.floor.Quote;
import org.turnstone.floor.Words;
import org.turnstone.reading.Finding;

/**
 * "You misread me": from then on its writer hears nothing of those rules, and may let their words be kept to learn from.
 * Words that a note quoted wait for that answer in memory only, the last few of each person, for a day; what the other had
 * said is not among them. Threads may share one.
 */
public final class Misreadings {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PEOPLE = 10_000;
    private static final int EACH = 4;
    private static final Duration LONGEST = Duration.ofDays(1);

    /**
     * Words of one person that may have been misread, until they say whether these may be kept.
     *
     * @param ref under which they would be kept
     */
    public record Asked(String ref, String words) {
        @Override
        public String toString() {
            return "Asked[" + ref + "]";
        }
    }

    private record Flagged(String ref, String room, String text, Prompt told, List<String> rules, Instant at) {
        @Override
        public String toString() {
            return "Flagged[" + ref + "]";
        }
    }

    private final RoomStore store;
    private final People people;
    private final Map<Person, Deque<Flagged>> flagged = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Person, Deque<Flagged>> eldest) {
            return size() > PEOPLE;
        }
    };

    Misreadings(RoomStore store, People people) {
        this.store = store;
        this.people = people;
    }

    /** Remembers {@code text} where one of {@code effects} is a note about it. */
    void saw(String room, String text, Words words, List<Effect> effects, Instant at) {
        for (Effect effect : effects) {
            if (effect instanceof Effect.Whisper whisper) {
                Prompt told = whisper.lines().get(0).prompt();
                whisper.lines().stream()
                        .flatMap(line -> line.slots().quote().stream())
                        .filter(quote -> quote.words().equals(words) && told != Prompt.PRAISE)
                        .forEach(quote -> remember(whisper.to(), flagged(room, text, told, quote, at)));
            }
        }
    }

    private static Flagged flagged(String room, String text, Prompt told, Quote quote, Instant at) {
        String ref = "misread/" + UUID.randomUUID();
        return new Flagged(
                ref,
                room,
                text,
                told,
                rules(quote.findings().stream().map(Finding::rule).toList()),
                at);
    }

    private static List<String> rules(List<String> some) {
        return List.copyOf(new TreeSet<>(some));
    }

    private synchronized void remember(Person person, Flagged words) {
        Deque<Flagged> theirs = flagged.computeIfAbsent(person, p -> new ArrayDeque<>());
        theirs.addFirst(words);
        theirs.removeIf(old -> old.at().plus(LONGEST).isBefore(words.at()));
        while (theirs.size() > EACH) {
            theirs.removeLast();
        }
    }

    /**
     * From now on {@code person} hears nothing of {@code rules}.
     *
     * @return the words that a note with these rules was about, if they are still at hand: their writer is to be asked
     */
    public Optional<Asked> misread(String room, Person person, List<String> rules, Instant now) {
        Manners manners = people.of(person);
        for (String rule : rules) {
            manners = manners.muting(rule);
        }
        people.save(person, manners);
        return newest(room, person, rules(rules), now).map(f -> new Asked(f.ref(), f.text()));
    }

    private synchronized Optional<Flagged> newest(String room, Person person, List<String> rules, Instant now) {
        return flagged.getOrDefault(person, new ArrayDeque<>()).stream()
                .filter(f -> f.room().equals(room) && f.rules().equals(rules))
                .filter(f -> now.isBefore(f.at().plus(LONGEST)))
                .findFirst();
    }

    /** {@code person} lets the words under {@code ref} be kept, until they forget them; no where they are not at hand. */
    public boolean keep(String ref, Person person) {
        Optional<Flagged> words = take(ref, person);
        words.ifPresent(
                w -> store.keep(new Kept(w.ref(), w.room(), person, Kept.Why.MISREAD, row(w), Optional.empty())));
        return words.isPresent();
    }

    /** {@code person} does not: they are gone. */
    public void letGo(String ref, Person person) {
        take(ref, person);
    }

    private synchronized Optional<Flagged> take(String ref, Person person) {
        Iterator<Flagged> theirs =
                flagged.getOrDefault(person, new ArrayDeque<>()).iterator();
        while (theirs.hasNext()) {
            Flagged words = theirs.next();
            if (words.ref().equals(ref)) {
                theirs.remove();
                return Optional.of(words);
            }
        }
        return Optional.empty();
    }

    synchronized void forget(Person person) {
        flagged.remove(person);
    }

    /** As a labelled row: whoever wrote it says that it should not have been flagged, and no more is known. */
    private static String row(Flagged words) {
        ObjectNode row = JSON.createObjectNode();
        row.put("reply", words.text());
        row.put("role", words.told() == Prompt.SOFTEN ? "speaker" : "listener");
        row.put("label", "neutral");
        row.put("why", "its writer was misread");
        words.rules().forEach(row.putArray("misread")::add);
        return row.toString();
    }

    /** Every row that somebody let be kept, to learn from, one JSON object each and without whose it is. */
    public static List<String> rows(RoomStore store) {
        return store.kept(Kept.Why.MISREAD).stream().map(Kept::text).toList();
    }
}
