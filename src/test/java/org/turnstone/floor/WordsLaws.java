package org.turnstone.floor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What becomes of anybody's words. */
final class WordsLaws {
    private WordsLaws() {}

    /** Kept words come back to their writer, all of them, once, at the latest when the talk is over. */
    static final class NothingLost implements Law {
        private final Map<Person, List<Words>> kept = new HashMap<>();

        @Override
        public void sees(Conversation before, Event event, Step step) {
            for (Effect effect : step.effects()) {
                if (effect instanceof Effect.Hold hold) {
                    assertThat(Law.isBy(event, hold.from()))
                            .as("held for its writer")
                            .isTrue();
                    kept.computeIfAbsent(hold.from(), p -> new ArrayList<>()).add(hold.words());
                } else if (effect instanceof Effect.Release release) {
                    assertThat(kept.remove(release.to())).isEqualTo(release.words());
                }
            }
            Conversation c = step.next();
            Law.holds(
                    c.ledger().held().equals(kept),
                    () -> kept + " became " + c.ledger().held());
            Law.holds(kept.keySet().stream().allMatch(c.circle()::has), () -> kept + " of somebody who is gone");
            boolean over = c.phase() instanceof Open || c.phase() instanceof Inviting;
            Law.holds(!over || kept.isEmpty(), () -> kept + " at the end of the talk");
        }
    }

    /** Words out of turn are kept, and others are out in the room; never both, never neither. */
    static final class KeptOutOfTurn implements Law {
        @Override
        public void sees(Conversation before, Event event, Step step) {
            if (!(event instanceof Event.Said said) || !before.circle().has(said.who())) {
                return;
            }
            boolean held = step.effects().stream()
                    .anyMatch(e -> e instanceof Effect.Hold hold && hold.words().equals(said.words()));
            boolean out = step.effects().contains(new Effect.Speak(said.who(), said.words()));
            boolean keep = mustBeHeld(before, said.who());
            Law.holds(held == keep && out == !keep, () -> said + " in " + before.phase());
        }

        private static boolean mustBeHeld(Conversation c, Person who) {
            if (c.phase() instanceof InTurn turn) {
                boolean speaks = turn.turn().speaker().equals(who);
                return !speaks && (turn instanceof Speaking || !answers(c, turn, who));
            }
            return c.phase() instanceof Paused || c.phase() instanceof Aside;
        }

        private static boolean answers(Conversation c, InTurn turn, Person who) {
            if (c.circle().isCouple()) {
                return true;
            }
            return turn instanceof LeaningIn leaning
                    && c.circle().listenersTo(turn.turn().speaker()).contains(who)
                    && !leaning.replied().contains(who);
        }
    }

    /** Nobody's words, nor where they stand, reach anyone but their writer, unless the writer wished it. */
    static final class ToNobodyElse implements Law {
        private final Map<Words, Person> writers = new HashMap<>();

        @Override
        public void sees(Conversation before, Event event, Step step) {
            Optional<Words> words = words(event);
            words.ifPresent(w -> writers.putIfAbsent(w, ((Event.Did) event).who()));
            for (Effect effect : step.effects()) {
                allows(effect, event);
            }
        }

        private void allows(Effect effect, Event event) {
            if (effect instanceof Effect.Whisper whisper) {
                whisper.lines().forEach(line -> isOnlyOf(whisper.to(), line));
            } else if (effect instanceof Effect.Say say) {
                assertThat(say.line().slots().quote()).isEmpty();
            } else if (effect instanceof Effect.Post post) {
                assertThat(post.line().slots().quote()).isEmpty();
                post.words().ifPresent(w -> assertThat(writers.get(w)).isEqualTo(post.by()));
            } else if (effect instanceof Effect.Speak speak) {
                assertThat(writers.get(speak.words())).isEqualTo(speak.by());
                assertThat(words(event)).as("spoken at once").contains(speak.words());
            } else if (effect instanceof Effect.Hold hold) {
                assertThat(writers.get(hold.words())).isEqualTo(hold.from());
            } else if (effect instanceof Effect.Release release) {
                release.words().forEach(w -> assertThat(writers.get(w)).isEqualTo(release.to()));
            } else if (effect instanceof Effect.StepAside aside) {
                assertThat(Law.isBy(event, aside.to())).isTrue();
                assertThat(writers.get(aside.words())).isEqualTo(aside.to());
            }
        }

        private void isOnlyOf(Person person, Line line) {
            line.slots()
                    .quote()
                    .ifPresent(q -> assertThat(writers.get(q.words())).isEqualTo(person));
        }

        private static Optional<Words> words(Event event) {
            if (event instanceof Event.Said e) {
                return Optional.of(e.words());
            } else if (event instanceof Event.TriedAgain e) {
                return Optional.of(e.words());
            } else if (event instanceof Event.SteppedAside e) {
                return Optional.of(e.words());
            } else if (event instanceof Event.Asked e) {
                return e.topic();
            } else if (event instanceof Event.BlockNamed e) {
                return e.block().words();
            } else if (event instanceof Event.Appreciated e) {
                return Optional.of(e.words());
            } else if (event instanceof Event.StepSuggested e) {
                return Optional.of(e.words());
            }
            return event instanceof Event.LineLeft e ? Optional.of(e.words()) : Optional.empty();
        }
    }

    /** Private things go only to people of the conversation, and only where the phase can have asked them. */
    static final class PrivateStaysInside implements Law {
        @Override
        public void sees(Conversation before, Event event, Step step) {
            for (Effect effect : step.effects()) {
                if (effect instanceof Effect.Whisper whisper) {
                    boolean comesIn =
                            event instanceof Event.Came came && came.who().equals(whisper.to());
                    Law.holds(comesIn || before.circle().has(whisper.to()), () -> "told to a stranger");
                } else if (effect instanceof Effect.Release release) {
                    assertThat(before.circle().order()).contains(release.to());
                }
            }
        }
    }

    /** Help comes for every message at which the bot steps aside, in every phase. */
    static final class HelpAlwaysComes implements Law {
        @Override
        public void sees(Conversation before, Event event, Step step) {
            if (event instanceof Event.SteppedAside e && before.circle().has(e.who())) {
                List<Move> moves =
                        step.next().phase() instanceof Aside ? e.care().moves() : List.of();
                assertThat(step.effects()).contains(new Effect.StepAside(e.who(), e.words(), e.care(), moves));
                boolean talking = before.phase() instanceof InTurn || before.phase() instanceof Closing;
                assertThat(step.next().phase() instanceof Aside || !talking).isTrue();
            }
        }
    }
}
