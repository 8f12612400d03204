package org.turnstone.floor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What time may do, and when. */
final class TimeLaws {
    private TimeLaws() {}

    /** Only what moves the conversation moves its deadline: not words out of turn, nor what is private. */
    static final class Deadlines implements Law {
        @Override
        public void sees(Conversation before, Event event, Step step) {
            Optional<Instant> was = before.wakesAt();
            boolean held = step.effects().stream().anyMatch(e -> e instanceof Effect.Hold);
            boolean changedNothing = step.next().equals(before);
            if (held || changedNothing || isPrivate(event)) {
                Law.holds(step.next().wakesAt().equals(was), () -> "moved by " + event);
            }
        }

        private static boolean isPrivate(Event event) {
            return event instanceof Event.Leaned
                    || event instanceof Event.OpeningAsked
                    || event instanceof Event.Measured
                    || event instanceof Event.Stayed
                    || event instanceof Event.Repaired
                    || event instanceof Event.Thanked
                    || event instanceof Event.Recognised;
        }
    }

    /** A pause lasts 20 minutes to a day, or longer if all wish it, and never ends in the night. */
    static final class Nights implements Law {
        @Override
        public void sees(Conversation before, Event event, Step step) {
            Optional<Instant> until =
                    resting(step.next()).filter(u -> !resting(before).equals(Optional.of(u)));
            if (until.isEmpty()) {
                return;
            }
            Waits waits = before.waits();
            LocalTime back = until.get().atZone(waits.zone()).toLocalTime();
            assertThat(back.isBefore(waits.nightUntil()) || !back.isBefore(waits.nightFrom()))
                    .as("back at %s", back)
                    .isFalse();
            boolean anew = resting(before).isEmpty();
            if (anew) {
                assertThat(until.get()).isAfterOrEqualTo(event.at().plus(waits.shortestPause()));
                assertThat(until.get()).isBeforeOrEqualTo(event.at().plus(waits.longestPause()));
            } else {
                assertThat(until.get()).isAfterOrEqualTo(event.at());
                Instant day = since(before).plus(waits.longestPause());
                boolean withinADay = !until.get().isAfter(day) || isMorningAfter(waits, event.at(), until.get());
                Law.holds(agreed(before) || withinADay, () -> "longer than a day");
            }
        }

        /** The night has begun, and what was left of the day was all night. */
        private static boolean isMorningAfter(Waits waits, Instant now, Instant until) {
            return !waits.outOfTheNight(now).equals(now)
                    && waits.outOfTheNight(now).equals(until);
        }

        private static Paused pause(Conversation c) {
            return c.phase() instanceof Aside aside
                    ? aside.pause()
                    : c.phase() instanceof Paused paused ? paused : null;
        }

        private static Optional<Instant> resting(Conversation c) {
            Paused pause = pause(c);
            return pause != null && pause.back() instanceof Paused.Back.Resting resting
                    ? Optional.of(resting.until())
                    : Optional.empty();
        }

        private static Instant since(Conversation c) {
            return pause(c).since();
        }

        /** All but at most one had wished for longer before the last did. */
        private static boolean agreed(Conversation c) {
            return pause(c).wishes().size() >= c.circle().order().size() - 1;
        }
    }

    /** Whoever was told "later" or "not today" cannot ask again before then; others can, and so can they afterwards. */
    static final class AskingAgain implements Law {
        private final Map<Person, Instant> notBefore = new HashMap<>();

        @Override
        public void sees(Conversation before, Event event, Step step) {
            if (before.phase() instanceof Inviting inviting && step.next().phase() instanceof Open) {
                remember(before, inviting.asker(), event);
            }
            boolean asksInOpen = event instanceof Event.Asked asked
                    && before.phase() instanceof Open
                    && before.moves(asked.who()).contains(Move.ASK);
            if (asksInOpen) {
                Person who = ((Event.Asked) event).who();
                boolean mayAsk = !event.at().isBefore(notBefore.getOrDefault(who, Instant.MIN));
                assertThat(step.next().phase() instanceof Inviting).isEqualTo(mayAsk);
            }
        }

        private void remember(Conversation before, Person asker, Event event) {
            if (event instanceof Event.Declined
                    || (event instanceof Event.Left left && !left.who().equals(asker))) {
                notBefore.put(asker, event.at().plus(Duration.ofHours(12)));
            } else if (event instanceof Event.Postponed later) {
                Instant latest = endOfTomorrow(before, event);
                notBefore.put(asker, later.until().isAfter(latest) ? latest : later.until());
            }
        }

        private static Instant endOfTomorrow(Conversation c, Event event) {
            var zone = c.waits().zone();
            return event.at()
                    .atZone(zone)
                    .toLocalDate()
                    .plusDays(2)
                    .atStartOfDay(zone)
                    .toInstant();
        }
    }
}
