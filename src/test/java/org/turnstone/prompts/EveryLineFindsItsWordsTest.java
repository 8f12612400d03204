package org.turnstone.prompts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.turnstone.floor.Block;
import org.turnstone.floor.Circle;
import org.turnstone.floor.Conversation;
import org.turnstone.floor.Customs;
import org.turnstone.floor.Effect;
import org.turnstone.floor.Event;
import org.turnstone.floor.Line;
import org.turnstone.floor.Move;
import org.turnstone.floor.Pace;
import org.turnstone.floor.Person;
import org.turnstone.floor.Prompt;
import org.turnstone.floor.Sensitivity;
import org.turnstone.floor.Words;
import org.turnstone.reading.Finding;
import org.turnstone.reading.Kind;
import org.turnstone.reading.Reading;
import org.turnstone.reading.Strength;
import org.turnstone.reading.Verdict;

/** Random conversations, seeded: whatever the floor comes to say, the book has words for it, and not the same as before. */
class EveryLineFindsItsWordsTest {
    private static final PromptBook BOOK = Books.english();
    private static final Person ANA = new Person("Ana");
    private static final Person BEN = new Person("Ben");
    private static final Person CLEO = new Person("Cleo");

    /** One conversation played at random. For one thread. */
    private static final class Walk {
        private final Random random;
        private Conversation now;
        private Instant clock = Instant.parse("2026-03-03T19:00:00Z");
        private final Map<Heard, String> last = new HashMap<>();
        private final Set<Prompt> said = EnumSet.noneOf(Prompt.class);

        Walk(long seed) {
            this.random = new Random(seed);
            Circle circle = seed % 4 == 0 ? Circle.keptBy(ANA, List.of(ANA, BEN, CLEO)) : Circle.couple(ANA, BEN);
            this.now = Conversation.of(circle, Customs.in(ZoneOffset.UTC));
        }

        void step() {
            clock = clock.plusSeconds(random.nextInt(40));
            List<Person> people = now.circle().order();
            Person who = people.get(random.nextInt(people.size()));
            List<Move> moves = now.moves(who).stream().filter(this::isDue).toList();
            Optional<Instant> wakes = now.wakesAt();
            int dice = random.nextInt(10);
            if (dice == 0 && wakes.isPresent()) {
                clock = wakes.get();
                plays(new Event.Lapsed(clock, clock));
            } else if (dice == 1) {
                plays(made(Move.TRY_AGAIN, who));
            } else if (dice < 3 || moves.isEmpty()) {
                plays(new Event.Said(who, clock, words(), reading(), Sensitivity.NORMAL));
            } else {
                plays(made(moves.get(random.nextInt(moves.size())), who));
            }
        }

        /** Leaving and ending are rare, or no talk would come far. */
        private boolean isDue(Move move) {
            boolean ends = move == Move.STOP || move == Move.ENOUGH || move == Move.KEEP_TURN || move == Move.PAUSE;
            return !ends || random.nextInt(8) == 0;
        }

        private Words words() {
            return new Words("w", random.nextInt(600));
        }

        private Reading reading() {
            Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
            Verdict guarded = random.nextInt(4) == 0 ? Verdict.MIXED : Verdict.DEFENDING;
            Verdict verdict = kind.side() == Kind.Side.LEANING_IN ? Verdict.LEANING_IN : guarded;
            Finding finding = new Finding(kind, "r", 0, 3);
            return new Reading(verdict, Strength.values()[1 + random.nextInt(3)], List.of(finding), false);
        }

        private Event made(Move move, Person who) {
            return move.madeBy(who, clock).orElseGet(() -> asked(move, who));
        }

        private Event asked(Move move, Person who) {
            Pace pace = random.nextBoolean() ? Pace.QUICK : Pace.FULL;
            return switch (move) {
                case HERE -> new Event.Came(who, clock, Event.Readiness.READY);
                case LATER -> new Event.Postponed(who, clock, clock.plusSeconds(60));
                case NOT_TODAY -> new Event.Declined(who, clock);
                case WITNESSES -> new Event.WitnessesAsked(who, clock, random.nextInt(3));
                case NAME_BLOCK -> new Event.BlockNamed(who, clock, block());
                case TRY_AGAIN -> new Event.TriedAgain(who, clock, words(), reading(), Sensitivity.NORMAL);
                case REPAIR -> new Event.Repaired(who, clock, Prompt.REPAIRS.get(random.nextInt(6)), random.nextInt(9));
                case FLOODING -> new Event.Measured(who, clock, random.nextInt(11));
                case APPRECIATE -> new Event.Appreciated(who, clock, words());
                case NEXT_STEP -> new Event.StepSuggested(who, clock, words());
                case PARK -> new Event.Parked(who, clock, words());
                case PAUSE_UNTIL -> new Event.Rested(who, clock, Optional.of(clock.plusSeconds(7_200)));
                case ONE_LINE -> new Event.LineLeft(who, clock, words());
                default -> new Event.Asked(who, clock, pace, Optional.of(words()), Event.Readiness.READY);
            };
        }

        private Block block() {
            Block.What what = Block.What.values()[random.nextInt(4)];
            return what == Block.What.OWN_WORDS ? Block.inOwnWords(words()) : Block.of(what);
        }

        private void plays(Event event) {
            var step = now.on(event);
            now = step.next();
            step.effects().forEach(this::hears);
            says("all", now.status().line());
            assertThat(BOOK.status(now.status(), Books.PLAIN)).doesNotContain("{");
        }

        private void hears(Effect effect) {
            if (effect instanceof Effect.Say say) {
                says("all", say.line());
            } else if (effect instanceof Effect.Post post) {
                says("all", post.line());
            } else if (effect instanceof Effect.Whisper whisper) {
                whisper.lines().forEach(line -> says(whisper.to().id(), line));
            } else if (effect instanceof Effect.Hold hold) {
                says(hold.from().id(), hold.line());
            } else if (effect instanceof Effect.Release release) {
                says(release.to().id(), release.line());
            }
        }

        private void says(String to, Line line) {
            String words = BOOK.say(line, Books.PLAIN);
            assertThat(words).as(line.prompt().heading()).isNotBlank().doesNotContain("{", "}");
            String former = last.put(new Heard(to, line.prompt()), words);
            boolean chosen = Prompt.REPAIRS.contains(line.prompt());
            if (!chosen && to.equals("all") && BOOK.wordings(line.prompt()).size() > 1) {
                assertThat(words).as(line.prompt().heading()).isNotEqualTo(former);
            }
            said.add(line.prompt());
        }
    }

    /** Who heard a line of which prompt. */
    private record Heard(String to, Prompt prompt) {}

    @Test
    void whatever_the_floor_says_has_words_and_is_never_said_the_same_twice_running() {
        Set<Prompt> said = EnumSet.noneOf(Prompt.class);
        for (long seed = 0; seed < 300; seed++) {
            Walk walk = new Walk(seed);
            for (int i = 0; i < 200; i++) {
                walk.step();
            }
            said.addAll(walk.said);
        }
        Set<Prompt> unsaid = EnumSet.complementOf(EnumSet.copyOf(said));
        assertThat(unsaid).as("what these conversations never came to").hasSizeLessThan(10);
    }
}
