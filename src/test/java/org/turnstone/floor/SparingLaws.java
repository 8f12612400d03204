package org.turnstone.floor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.turnstone.reading.Kind;
import org.turnstone.reading.Reading;
import org.turnstone.reading.Strength;
import org.turnstone.reading.Verdict;

/** When a person is told about their own words, and when not. */
final class SparingLaws implements Law {
    private final Map<Person, Integer> inTurn = new HashMap<>();
    private final Map<Person, Integer> inTalk = new HashMap<>();
    private final Map<Person, Optional<Kind>> last = new HashMap<>();
    private final Set<Person> slipped = new HashSet<>();
    private final Set<Person> praised = new HashSet<>();
    private final Set<Person> hinted = new HashSet<>();

    @Override
    public void sees(Conversation before, Event event, Step step) {
        Event.Said said = asSaid(event);
        if (said != null) {
            remarks(before, said, step);
        }
        forgets(before, step.next());
    }

    private static Event.Said asSaid(Event event) {
        if (event instanceof Event.TriedAgain e) {
            return new Event.Said(e.who(), e.at(), e.words(), e.reading(), e.sensitivity());
        }
        return event instanceof Event.Said said ? said : null;
    }

    private void remarks(Conversation before, Event.Said said, Step step) {
        boolean remarked = told(step, said, Prompt.NUDGE) || told(step, said, Prompt.SOFTEN);
        boolean heard = before.phase() instanceof InTurn turn
                && before.circle().has(said.who())
                && turn.hasAWord(before, said.who());
        Law.holds(remarked == (heard && isDue(said)), () -> said + " was remarked on or spared");
        if (remarked) {
            inTurn.merge(said.who(), 1, Integer::sum);
            inTalk.merge(said.who(), 1, Integer::sum);
            last.put(said.who(), said.reading().foremost());
        } else if (heard && said.reading().verdict().flags() && said.sensitivity() != Sensitivity.OFF) {
            slipped.add(said.who());
        }
        praises(before, said, step);
        hints(said, step);
    }

    private boolean isDue(Event.Said said) {
        Reading reading = said.reading();
        if (said.sensitivity() == Sensitivity.OFF || !reading.verdict().flags()) {
            return false;
        }
        boolean left = inTurn.getOrDefault(said.who(), 0) < 1 && inTalk.getOrDefault(said.who(), 0) < 3;
        boolean mild = reading.strength() == Strength.MILD;
        boolean spared = mild && (said.sensitivity() == Sensitivity.GENTLE || !slipped.contains(said.who()));
        boolean again = reading.foremost().equals(last.get(said.who())) && reading.strength() != Strength.HARD;
        return left && !spared && !again;
    }

    private void praises(Conversation before, Event.Said said, Step step) {
        if (told(step, said, Prompt.PRAISE)) {
            assertThat(praised.add(said.who())).as("praised once a talk").isTrue();
            assertThat(said.reading().verdict()).isEqualTo(Verdict.LEANING_IN);
            assertThat(said.sensitivity()).isNotEqualTo(Sensitivity.OFF);
            assertThat(((InTurn) before.phase()).turn().speaker()).isNotEqualTo(said.who());
        }
    }

    private void hints(Event.Said said, Step step) {
        if (told(step, said, Prompt.LENGTH_HINT)) {
            assertThat(hinted.add(said.who())).as("one hint a talk").isTrue();
            assertThat(said.reading().pain()).as("never on pain").isFalse();
            assertThat(said.words().length()).isGreaterThan(300);
            assertThat(said.sensitivity()).isNotEqualTo(Sensitivity.OFF);
        }
    }

    private static boolean told(Step step, Event.Said said, Prompt prompt) {
        return step.effects().stream()
                .anyMatch(e -> e instanceof Effect.Whisper w
                        && w.to().equals(said.who())
                        && w.lines().get(0).prompt() == prompt);
    }

    /** A turn that begins, and a talk, begin with nothing said. */
    private void forgets(Conversation before, Conversation c) {
        boolean sameTurn = before.phase() instanceof InTurn was
                && c.phase() instanceof InTurn is
                && was.turn().speaker().equals(is.turn().speaker());
        if (c.phase() instanceof Speaking && !sameTurn) {
            inTurn.clear();
        }
        if (c.phase() instanceof Open || c.phase() instanceof Inviting) {
            inTurn.clear();
            inTalk.clear();
            slipped.clear();
            praised.clear();
            hinted.clear();
        }
    }
}
