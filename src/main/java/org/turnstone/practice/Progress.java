package org.turnstone.practice;

import org.turnstone.reading.Verdict;

/**
 * How far somebody has come in practising: which situation is before them. It grows harder after two answers in a row that
 * lean in, and easier again after two that defend; and a little with every dozen, because it is a learned skill.
 *
 * @param level of the situation before them
 * @param number of the situation within its level
 * @param run answers in a row that lean in; negative: that defend
 */
public record Progress(int level, int number, int run) {
    private static final int DOZEN = 12;
    private static final int ENOUGH = 2;

    public Progress {
        level = Math.max(1, Math.min(Situations.HARDEST, level));
        number = Math.max(0, number);
    }

    /** For somebody who has practised {@code times} times before. */
    public static Progress after(int times) {
        return new Progress(1 + times / DOZEN, times, 0);
    }

    /** What comes next after an answer that was read like this. */
    public Progress after(Verdict verdict) {
        int now = run(verdict);
        if (now >= ENOUGH) {
            return new Progress(level + 1, number + 1, 0);
        }
        return now <= -ENOUGH ? new Progress(level - 1, number + 1, 0) : new Progress(level, number + 1, now);
    }

    private int run(Verdict verdict) {
        return switch (verdict) {
            case LEANING_IN -> Math.max(run, 0) + 1;
            case DEFENDING -> Math.min(run, 0) - 1;
            case MIXED, NOTHING -> 0;
        };
    }
}
