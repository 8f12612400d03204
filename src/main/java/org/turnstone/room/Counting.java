package org.turnstone.room;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.turnstone.floor.Conversation;
import org.turnstone.floor.Event;
import org.turnstone.floor.LeaningIn;
import org.turnstone.floor.Ledger;
import org.turnstone.floor.Open;
import org.turnstone.floor.Person;
import org.turnstone.floor.Sensitivity;
import org.turnstone.floor.Speaking;
import org.turnstone.reading.Finding;
import org.turnstone.reading.Kind;
import org.turnstone.reading.Reading;
import org.turnstone.reading.Role;
import org.turnstone.reading.Verdict;

/**
 * Counts what people may want to look back on. A crash between a save and its count can leave a count one short; none is
 * ever counted twice. Which ways of leaning in an answer showed is remembered only until it has been answered, in memory.
 * Threads may share one.
 */
public final class Counting implements Bystander {
    private static final int ROOMS = 10_000;

    private final Tallies tallies;
    private final Predicate<String> rooms;
    private final Map<String, Map<Person, Set<Kind>>> unanswered = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Map<Person, Set<Kind>>> eldest) {
            return size() > ROOMS;
        }
    };

    /** @param rooms those in which people can look back: nothing is counted that nobody can see */
    public Counting(Tallies tallies, Predicate<String> rooms) {
        this.tallies = tallies;
        this.rooms = rooms;
    }

    @Override
    public void saw(String room, Conversation before, Conversation after, Event event) {
        if (!rooms.test(room)) {
            return;
        }
        LocalDate day = event.at().atZone(before.customs().waits().zone()).toLocalDate();
        count(Tallies.Owner.of(room), day, together(before.ledger(), after.ledger()));
        alone(room, before, event, day);
        if (after.phase() instanceof Speaking || after.phase() instanceof Open) {
            answered(room);
        }
    }

    private static Map<Counted, Integer> together(Ledger was, Ledger is) {
        Map<Counted, Integer> more = new EnumMap<>(Counted.class);
        more.put(Counted.TALKS, is.talks() - was.talks());
        more.put(Counted.TURNS, is.turns() - was.turns());
        more.put(Counted.BOTH_HEARD, is.bothHeard() - was.bothHeard());
        more.put(Counted.REPAIRS, is.repairs() - was.repairs());
        return more;
    }

    private void count(Tallies.Owner owner, LocalDate day, Map<Counted, Integer> more) {
        Map<Counted, Integer> counted = new EnumMap<>(Counted.class);
        more.forEach((what, by) -> {
            if (by > 0) {
                counted.put(what, by);
            }
        });
        if (!counted.isEmpty()) {
            tallies.count(owner, day, counted);
        }
    }

    private void alone(String room, Conversation before, Event event, LocalDate day) {
        if (event instanceof Event.Said said && isAnswer(before, said.who())) {
            answers(room, said.who(), said.reading(), said.sensitivity(), day, List.of(Counted.ANSWERS));
        } else if (event instanceof Event.TriedAgain again) {
            answers(room, again.who(), again.reading(), again.sensitivity(), day, List.of(Counted.TRIED_AGAIN));
        } else if (event instanceof Event.Answered answer && reaches(answer.answer())) {
            answered(room).forEach((who, kinds) -> reached(who, kinds, day));
        }
    }

    private static boolean isAnswer(Conversation before, Person who) {
        return before.phase() instanceof LeaningIn leaning
                && leaning.hasAWord(before, who)
                && leaning.role(who) == Role.LISTENER;
    }

    private static boolean reaches(Event.Answer answer) {
        return answer == Event.Answer.THATS_IT || answer == Event.Answer.CLOSE_ENOUGH;
    }

    /** Whoever does not want to hear of their words is not counted by them either. */
    private void answers(
            String room, Person who, Reading reading, Sensitivity sensitivity, LocalDate day, List<Counted> always) {
        if (sensitivity == Sensitivity.OFF) {
            return;
        }
        Map<Counted, Integer> more = new EnumMap<>(Counted.class);
        always.forEach(what -> more.put(what, 1));
        if (reading.verdict() == Verdict.LEANING_IN) {
            more.put(Counted.LEANED_IN, 1);
        } else if (reading.verdict().flags()) {
            more.put(Counted.GUARDED, 1);
        }
        count(Tallies.Owner.of(who), day, more);
        synchronized (unanswered) {
            Set<Kind> kinds = unanswered
                    .computeIfAbsent(room, r -> new HashMap<>())
                    .computeIfAbsent(who, w -> EnumSet.noneOf(Kind.class));
            reading.findings(Kind.Side.LEANING_IN).stream().map(Finding::kind).forEach(kinds::add);
        }
    }

    private void reached(Person who, Set<Kind> kinds, LocalDate day) {
        Map<Counted, Integer> more = new EnumMap<>(Counted.class);
        more.put(Counted.REACHED, 1);
        kinds.forEach(kind -> more.put(Counted.helped(kind), 1));
        count(Tallies.Owner.of(who), day, more);
    }

    /** What waited for the other's word, which it no longer does. */
    private Map<Person, Set<Kind>> answered(String room) {
        synchronized (unanswered) {
            Map<Person, Set<Kind>> kinds = unanswered.remove(room);
            return kinds == null ? Map.of() : kinds;
        }
    }
}
