package org.turnstone.safety;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The private questions of set-up, in our own words, asked of each alone. There is nowhere in it for an answer to stay:
 * it holds what is still to be asked and whether a talk may start, so that no answer can be stored, logged or exported.
 * Nobody is told what follows from them; set-up ends the same way for everyone. Immutable; may be shared between
 * threads.
 *
 * <p>Why these: work between two people is not for a pair in which one is afraid of what follows from what is said, is
 * hurt or controlled, or is not free to refuse; and an answer on a seen screen is not the person's own.
 */
public final class SetUpCheck {
    /** After a set-up that says no, the pair's "not before": this long, and without whose set-up it was. */
    public static final Duration NOT_BEFORE = Duration.ofDays(7);

    /** The questions come again for everyone after this long. */
    public static final Duration ASKED_AGAIN = Duration.ofDays(90);

    /** What is asked, in this order. */
    public enum Question {
        /** Can anyone else see this screen? Where somebody can, nothing more is asked. */
        SCREEN_SEEN(Answer.NO),
        /** Are you afraid of what the other might do after such a talk? */
        AFRAID(Answer.NO),
        /** In the past year, hurt, threatened, watched, or kept from leaving or seeing people? */
        PAST_YEAR(Answer.NO),
        /** Free to say no? */
        FREE_TO_SAY_NO(Answer.YES);

        private final Answer allows;

        Question(Answer allows) {
            this.allows = allows;
        }
    }

    /** What may be answered. */
    public enum Answer {
        YES,
        NO
    }

    /** What follows. */
    public enum Gate {
        MAY_START,
        NOT_NOW
    }

    private final Set<Question> open;
    private final Gate soFar;

    private SetUpCheck(Set<Question> open, Gate soFar) {
        this.open = open;
        this.soFar = soFar;
    }

    /** Nothing is asked yet. */
    public static SetUpCheck begin() {
        return new SetUpCheck(EnumSet.allOf(Question.class), Gate.MAY_START);
    }

    /**
     * For a web room that one of the two runs: nothing may be asked where the other could read the answers, so help and
     * "not for me" are shown alike to both, and the check stands in nobody's way.
     */
    public static SetUpCheck withoutQuestions() {
        return new SetUpCheck(EnumSet.noneOf(Question.class), Gate.MAY_START);
    }

    /** What is to be asked next; empty when all is asked. */
    public Optional<Question> next() {
        return open.stream().findFirst();
    }

    /** Takes an answer in and forgets it. A second answer to the same question changes nothing. */
    public SetUpCheck answered(Question question, Answer answer) {
        if (!open.contains(question)) {
            return this;
        }
        boolean allows = answer == question.allows;
        Set<Question> rest = EnumSet.copyOf(open);
        rest.remove(question);
        if (question == Question.SCREEN_SEEN && !allows) {
            rest.clear();
        }
        return new SetUpCheck(rest, allows ? soFar : Gate.NOT_NOW);
    }

    /** Whether a talk may start. What was not answered does not count as a yes. */
    public Gate gate() {
        return open.isEmpty() ? soFar : Gate.NOT_NOW;
    }

    /** Says nothing about the person. */
    @Override
    public String toString() {
        return "SetUpCheck";
    }
}
