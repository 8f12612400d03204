package org.turnstone.floor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Who has the floor, for how long, and that nobody is ever stuck. */
final class FloorLaws {
    private FloorLaws() {}

    /** Where a phase has a holder of the floor it has exactly one, and only they have the speaker's moves. */
    static final class OneHolder implements Law {
        @Override
        public void sees(Conversation before, Event event, Step step) {
            Conversation c = step.next();
            if (!(c.phase() instanceof InTurn phase)) {
                Law.holds(c.circle().order().stream().noneMatch(p -> mayPass(c, p)), () -> "a pass of nobody's floor");
                return;
            }
            Person speaker = phase.turn().speaker();
            Law.holds(c.circle().has(speaker), () -> "the floor is with somebody who is gone");
            for (Person person : c.circle().order()) {
                boolean isSpeaker = person.equals(speaker);
                List<Move> moves = c.moves(person);
                Law.holds(moves.contains(Move.PASS) == (isSpeaker && phase instanceof Speaking), () -> "pass " + moves);
                Law.holds(moves.contains(Move.THATS_IT) == (isSpeaker && phase instanceof Checking), () -> "" + moves);
                Law.holds(!(isSpeaker && moves.contains(Move.LEAN_YES)), () -> "a speaker who answers themselves");
            }
        }

        private static boolean mayPass(Conversation c, Person person) {
            return c.moves(person).contains(Move.PASS);
        }
    }

    /** A couple's talk is over as soon as one of them leaves, a circle's at the latest when one is left. */
    static final class WayOut implements Law {
        private static final int ONE_IN = 5;
        private int seen;

        @Override
        public void sees(Conversation before, Event event, Step step) {
            if (seen++ % ONE_IN != 0) {
                return;
            }
            Conversation c = step.next();
            List<Person> leaving = c.phase() instanceof Inviting i ? List.of(i.asker()) : everybody(c, event);
            for (Person person : leaving) {
                c = c.on(new Event.Left(person, event.at())).next();
                Law.holds(!c.circle().isCouple() || c.phase() instanceof Open, () -> "a couple's talk goes on");
            }
            Law.holds(c.phase() instanceof Open, () -> "a talk goes on with nobody there");
        }

        private static List<Person> everybody(Conversation c, Event event) {
            List<Person> order = new ArrayList<>(c.circle().order());
            if (event.at().getEpochSecond() % 2 == 0) {
                java.util.Collections.reverse(order);
            }
            return order;
        }
    }

    /** There is always something to do or to wait for, besides stopping. */
    static final class NeverStuck implements Law {
        @Override
        public void sees(Conversation before, Event event, Step step) {
            Conversation c = step.next();
            boolean somethingToDo = c.circle().order().stream()
                    .flatMap(p -> c.moves(p).stream())
                    .anyMatch(m -> m != Move.STOP && m != Move.REPAIR && m != Move.FLOODING);
            Law.holds(somethingToDo || c.wakesAt().isPresent(), () -> "stuck in " + c.phase());
        }
    }

    /** A turn has no more chunks and no more tries than its pace allows, and puts off another's at most once a talk. */
    static final class Limits implements Law {
        private final Map<Person, Integer> putOff = new HashMap<>();
        private int chunks;
        private int tries;

        @Override
        public void sees(Conversation before, Event event, Step step) {
            Conversation c = step.next();
            boolean sameTurn = Objects.equals(speaker(before), speaker(c)) && before.phase() instanceof Checking;
            if (c.phase() instanceof Speaking && !(before.phase() instanceof Speaking && samePerson(before, c))) {
                chunks = sameTurn ? chunks + 1 : 1;
                tries = sameTurn ? tries : 0;
            }
            if (c.phase() instanceof LeaningIn && before.phase() instanceof Checking) {
                tries++;
            }
            if (c.phase() instanceof InTurn) {
                Law.holds(chunks <= c.pace().chunks(), () -> chunks + " chunks");
                Law.holds(tries < c.pace().notQuites(), () -> tries + " tries");
            }
            countPutOff(before, event, c);
        }

        private void countPutOff(Conversation before, Event event, Conversation c) {
            if (c.phase() instanceof Open || event instanceof Event.Chose) {
                putOff.clear();
            }
            boolean swapped = before.phase() instanceof LeaningIn && c.phase() instanceof Speaking;
            if (event instanceof Event.NeededHearing && swapped) {
                putOff.merge(speaker(before), 1, Integer::sum);
            }
            Law.holds(putOff.values().stream().allMatch(n -> n <= 1), () -> "put off " + putOff);
        }

        private static Person speaker(Conversation c) {
            return c.phase() instanceof InTurn turn ? turn.turn().speaker() : null;
        }

        private static boolean samePerson(Conversation before, Conversation c) {
            return speaker(before).equals(speaker(c));
        }
    }

    /** Every move that is offered does something, whether in the room or in private. */
    static final class NoDeadMoves implements Law {
        private final RandomEvents events = new RandomEvents(new Dice(7));
        private static final int ONE_IN = 7;
        private int turn;

        @Override
        public void sees(Conversation before, Event event, Step step) {
            boolean another =
                    !step.next().phase().getClass().equals(before.phase().getClass());
            if (turn++ % (another ? 2 : ONE_IN) != 0) {
                return;
            }
            Conversation c = step.next();
            Person person = c.circle().order().get(turn % c.circle().order().size());
            c.moves(person).forEach(move -> doesSomething(c, move, person, event));
            for (Effect effect : step.effects()) {
                if (effect instanceof Effect.Whisper whisper && c.circle().has(whisper.to())) {
                    whisper.moves().stream()
                            .filter(move -> move != Move.MISREAD)
                            .forEach(move -> doesSomething(c, move, whisper.to(), event));
                }
            }
        }

        private void doesSomething(Conversation c, Move move, Person person, Event event) {
            Step made = c.on(events.made(move, person, event.at()));
            boolean nothing = made.effects().isEmpty() && made.next().equals(c);
            Law.holds(!nothing, () -> move + " of " + person + " in " + c.phase());
        }
    }

    /** Strangers have no moves, and move nothing. A silence that answers another deadline moves nothing either. */
    static final class NobodyElse implements Law {
        @Override
        public void sees(Conversation before, Event event, Step step) {
            boolean admitted =
                    step.next().admits(Scene.STRANGER) || step.next().circle().has(Scene.STRANGER);
            Law.holds(admitted || step.next().moves(Scene.STRANGER).isEmpty(), () -> "a stranger has moves");
            boolean stranger = event instanceof Event.Did did
                    && !before.circle().has(did.who())
                    && !(event instanceof Event.Came && before.admits(did.who()));
            boolean stale = event instanceof Event.Lapsed lapsed && !isDue(lapsed, before);
            if (stranger || stale) {
                assertThat(step).isEqualTo(new Step(before, List.of()));
            }
        }

        /** The phase's own end, or that of the time that a circle was meant to take. */
        private static boolean isDue(Event.Lapsed lapsed, Conversation c) {
            return Stream.of(c.phase().wakesAt(), c.timeUpAt())
                    .flatMap(Optional::stream)
                    .anyMatch(lapsed.deadline()::equals);
        }
    }

    /** Owed turns stay owed until they are taken; whoever had none when a talk ends is owed one. */
    static final class OwedTurns implements Law {
        @Override
        public void sees(Conversation before, Event event, Step step) {
            Conversation c = step.next();
            for (Person owed : before.ledger().owed()) {
                boolean taken = isTakenBy(owed, before, event);
                boolean gone = !c.circle().has(owed);
                boolean kept = taken || gone || c.ledger().owed().contains(owed);
                Law.holds(kept, () -> owed + " is owed a turn, " + event);
            }
            boolean talkEnds =
                    c.phase() instanceof Open && !before.talk().hadTurn().isEmpty();
            if (talkEnds && !(before.phase() instanceof Open)) {
                assertThat(c.ledger().owed())
                        .containsAll(without(before, before.talk().hadTurn()));
            }
        }

        /** By saying something in it, or by passing. */
        private static boolean isTakenBy(Person owed, Conversation before, Event event) {
            boolean hasTheFloor =
                    before.phase() instanceof Speaking s && s.turn().speaker().equals(owed);
            boolean uses =
                    event instanceof Event.Said || event instanceof Event.TriedAgain || event instanceof Event.Yielded;
            return hasTheFloor && uses && Law.isBy(event, owed);
        }

        private static List<Person> without(Conversation c, List<Person> had) {
            return c.circle().order().stream().filter(p -> !had.contains(p)).toList();
        }
    }
}
