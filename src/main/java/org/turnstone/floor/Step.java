package org.turnstone.floor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What an event led to: the conversation as it now is, and what the room should do about it, in order. Each of its
 * methods gives a step with one more effect.
 */
public record Step(Conversation next, List<Effect> effects) {
    public Step {
        effects = List.copyOf(effects);
    }

    /** Says a line to all; one that has faded is left to the status line. */
    Step say(Prompt prompt, Slots slots) {
        boolean faded =
                prompt.voice() == Prompt.Voice.FIRST_TALK && next.ledger().talks() > 0;
        return faded ? this : draw(prompt, slots, Effect.Say::new);
    }

    Step speak(Person by, Words words) {
        return and(new Effect.Speak(by, words));
    }

    Step post(Person by, Prompt prompt, Optional<Words> words) {
        return draw(prompt, Slots.to(by), line -> new Effect.Post(by, line, words));
    }

    /** Posts a phrase that somebody chose, in just those words. */
    Step post(Person by, Line chosen) {
        return and(new Effect.Post(by, chosen, Optional.empty()));
    }

    Step whisper(Person to, Prompt prompt, Slots slots, Move... moves) {
        return tell(to, prompt, slots, line -> new Effect.Whisper(to, List.of(line), List.of(moves)));
    }

    /** A whisper of a line and an opening under it. */
    Step whisperWithOpening(Person to, Prompt prompt, Slots slots, Prompt opening, Slots openingSlots, Move... moves) {
        Line first = new Line(prompt, next.ledger().wording(prompt, to), slots);
        Line second = new Line(opening, next.ledger().wording(opening, to), openingSlots);
        return change(c -> c.with(c.ledger().whispered(prompt, to).whispered(opening, to)))
                .and(new Effect.Whisper(to, List.of(first, second), List.of(moves)));
    }

    /** Keeps words that came out of turn, and tells their writer. */
    Step hold(Person from, Words words, Prompt prompt, Slots slots) {
        return change(c -> c.with(c.ledger().holds(from, words)))
                .tell(from, prompt, slots, line -> new Effect.Hold(from, words, line));
    }

    /** Gives {@code to} their kept words back, if there are any. */
    Step release(Person to) {
        List<Words> held = next.ledger().heldFor(to);
        if (held.isEmpty()) {
            return this;
        }
        return change(c -> c.with(c.ledger().releases(to)))
                .tell(to, Prompt.YOUR_WORDS_BACK, Slots.NONE, line -> new Effect.Release(to, held, line));
    }

    Step releaseAll() {
        Step step = this;
        for (Person person : List.copyOf(next.ledger().held().keySet())) {
            step = step.release(person);
        }
        return step;
    }

    Step stepAside(Event.SteppedAside e, List<Move> moves) {
        return and(new Effect.StepAside(e.who(), e.words(), e.care(), moves));
    }

    Step show() {
        return and(new Effect.Show(next.status()));
    }

    /** Before anything is said: whoever is told that it is their turn can write already. */
    Step restricts(Set<Person> waiting) {
        List<Effect> all = new ArrayList<>(effects);
        all.add(0, new Effect.Restrict(waiting));
        return new Step(next, all);
    }

    Step change(UnaryOperator<Conversation> change) {
        return new Step(change.apply(next), effects);
    }

    /** This step, and then the one that {@code further} takes from where this one led. */
    Step then(Function<Conversation, Step> further) {
        Step second = further.apply(next);
        List<Effect> both = new ArrayList<>(effects);
        both.addAll(second.effects);
        return new Step(second.next, both);
    }

    private Step draw(Prompt prompt, Slots slots, Function<Line, Effect> effect) {
        Line line = new Line(prompt, next.ledger().wording(prompt), slots);
        return change(c -> c.with(c.ledger().spoke(prompt))).and(effect.apply(line));
    }

    /** Counted for {@code to} alone, so that nobody else can tell from a later wording that something was said. */
    private Step tell(Person to, Prompt prompt, Slots slots, Function<Line, Effect> effect) {
        Line line = new Line(prompt, next.ledger().wording(prompt, to), slots);
        return change(c -> c.with(c.ledger().whispered(prompt, to))).and(effect.apply(line));
    }

    private Step and(Effect effect) {
        List<Effect> all = new ArrayList<>(effects);
        all.add(effect);
        return new Step(next, all);
    }
}
