package org.turnstone.floor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Random conversations of 60 events each: 5,000, or 20,000 under -Pthorough, or as many as {@code -Dconversations} says. What
 * must hold is written as a {@link Law}.
 */
class RandomConversationsTest {
    private static final boolean THOROUGH = "yes".equals(System.getProperty("thorough"));
    /** With fewer, some prompts are said by nobody. */
    private static final int ENOUGH = 5_000;

    private static final int CONVERSATIONS = Integer.getInteger("conversations", THOROUGH ? 20_000 : ENOUGH);
    private static final int EVENTS = 60;

    private static final Map<String, Supplier<Law>> LAWS = laws();
    private static final Map<String, String> BROKEN = new TreeMap<>();
    private static final Set<Class<?>> EVENTS_SEEN = new HashSet<>();
    private static final Set<Class<?>> PHASES_SEEN = new HashSet<>();
    private static final Set<Prompt> PROMPTS_SEEN = EnumSet.noneOf(Prompt.class);

    private static Map<String, Supplier<Law>> laws() {
        Map<String, Supplier<Law>> laws = new LinkedHashMap<>();
        laws.put("exactly one holds the floor", FloorLaws.OneHolder::new);
        laws.put("whoever wants out is out", FloorLaws.WayOut::new);
        laws.put("nobody is stuck", FloorLaws.NeverStuck::new);
        laws.put("nobody is kept in a role beyond the limits", FloorLaws.Limits::new);
        laws.put("every move that is offered does something", FloorLaws.NoDeadMoves::new);
        laws.put("strangers and stale silences move nothing", FloorLaws.NobodyElse::new);
        laws.put("owed turns are kept", FloorLaws.OwedTurns::new);
        laws.put("no kept word is lost", WordsLaws.NothingLost::new);
        laws.put("words out of turn are kept and others are not", WordsLaws.KeptOutOfTurn::new);
        laws.put("words reach nobody but their writer", WordsLaws.ToNobodyElse::new);
        laws.put("private things stay inside", WordsLaws.PrivateStaysInside::new);
        laws.put("help always comes", WordsLaws.HelpAlwaysComes::new);
        laws.put("only what moves the talk moves its deadline", TimeLaws.Deadlines::new);
        laws.put("nobody is called at night", TimeLaws.Nights::new);
        laws.put("a no holds", TimeLaws.AskingAgain::new);
        laws.put("notes are spared", SparingLaws::new);
        return laws;
    }

    @BeforeAll
    static void play() {
        for (int seed = 0; seed < CONVERSATIONS; seed++) {
            new Played(seed).play();
        }
    }

    @TestFactory
    Stream<DynamicTest> always() {
        Stream<String> twins = Stream.of(
                "the same events do the same",
                "readings move nothing",
                "private is private",
                "a step aside looks like a pause");
        return Stream.concat(LAWS.keySet().stream(), twins)
                .map(law -> DynamicTest.dynamicTest(
                        law, () -> assertThat(BROKEN.get(law)).isNull()));
    }

    @Test
    void every_event_happens_and_every_phase_is_reached() {
        assertThat(EVENTS_SEEN).hasSameSizeAs(leaves(Event.class));
        assertThat(PHASES_SEEN).hasSameSizeAs(leaves(Phase.class));
    }

    /** But for what is said where effects are played: that one of them never got through. */
    @Test
    void every_prompt_is_said_by_somebody_some_time() {
        assumeThat(CONVERSATIONS).isGreaterThanOrEqualTo(ENOUGH);
        assertThat(EnumSet.complementOf(EnumSet.copyOf(PROMPTS_SEEN))).containsExactly(Prompt.DID_NOT_GET_THROUGH);
    }

    private static List<Class<?>> leaves(Class<?> family) {
        List<Class<?>> leaves = new ArrayList<>();
        for (Class<?> kind : family.getPermittedSubclasses()) {
            leaves.addAll(kind.isSealed() ? leaves(kind) : List.of(kind));
        }
        return leaves;
    }

    /** One conversation, watched by all laws, and then played again with one thing changed. */
    private static final class Played {
        private final int seed;
        private final RandomTalk talk;
        private final List<Event> events = new ArrayList<>();
        private final List<Step> steps = new ArrayList<>();
        private final Map<String, Law> watching = new LinkedHashMap<>();

        Played(int seed) {
            this.seed = seed;
            this.talk = new RandomTalk(seed);
            LAWS.forEach((name, law) -> watching.put(name, law.get()));
        }

        void play() {
            Conversation c = talk.start;
            for (int i = 0; i < EVENTS; i++) {
                Event event = talk.next(c);
                Conversation before = c;
                Step step = before.on(event);
                events.add(event);
                steps.add(step);
                watching.forEach((name, law) -> check(name, () -> law.sees(before, event, step)));
                sees(event, step);
                c = step.next();
            }
            twins(c);
        }

        private void twins(Conversation last) {
            RandomEvents other = new RandomEvents(new Dice(~seed));
            Person person = talk.dice.of(talk.start.circle().order());
            switch (seed % 4) {
                case 0 -> check("the same events do the same", () -> Twins.sameAgain(talk.start, events, steps));
                case 1 ->
                    check("readings move nothing", () -> Twins.readingsMoveNothing(talk.start, events, steps, other));
                default ->
                    check("private is private", () -> Twins.privateIsPrivate(talk.start, events, steps, other, person));
            }
            Conversation here = talk.dice.of(steps).next();
            List<Person> writers = Twins.writers(here);
            if (!writers.isEmpty() && seed % 2 == 0) {
                Person writer = talk.dice.of(writers);
                check("a step aside looks like a pause", () -> Twins.asideLooksLikeAPause(here, writer, talk));
            }
        }

        private void check(String law, Runnable checked) {
            if (BROKEN.containsKey(law)) {
                return;
            }
            try {
                checked.run();
            } catch (RuntimeException | AssertionError broken) {
                BROKEN.putIfAbsent(law, "seed " + seed + ", event " + events.size() + ": " + broken);
            }
        }

        private static void sees(Event event, Step step) {
            EVENTS_SEEN.add(event.getClass());
            PHASES_SEEN.add(step.next().phase().getClass());
            PROMPTS_SEEN.add(step.next().status().line().prompt());
            step.effects().forEach(e -> Collections.addAll(PROMPTS_SEEN, prompts(e)));
        }

        private static Prompt[] prompts(Effect effect) {
            if (effect instanceof Effect.Whisper whisper) {
                return whisper.lines().stream().map(Line::prompt).toArray(Prompt[]::new);
            } else if (effect instanceof Effect.Say say) {
                return new Prompt[] {say.line().prompt()};
            } else if (effect instanceof Effect.Post post) {
                return new Prompt[] {post.line().prompt()};
            } else if (effect instanceof Effect.Hold hold) {
                return new Prompt[] {hold.line().prompt()};
            }
            return effect instanceof Effect.Release release
                    ? new Prompt[] {release.line().prompt()}
                    : new Prompt[0];
        }
    }
}
