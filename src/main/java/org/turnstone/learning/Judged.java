package org.turnstone.learning;

import java.util.BitSet;
import java.util.function.Function;
import org.turnstone.reading.Finding;
import org.turnstone.reading.Reading;
import org.turnstone.reading.Role;
import org.turnstone.reading.Scores;
import org.turnstone.reading.Utterance;
import org.turnstone.reading.Verdict;

/**
 * A labelled row beside what a reader made of it.
 *
 * @param file the name of the row's file
 */
record Judged(String file, LabelledRow row, Reading reading, Scores scores) {

    static Judged of(String file, LabelledRow row, Function<Utterance, Judgement> reader) {
        Judgement judgement = reader.apply(row.utterance());
        return new Judged(file, row, judgement.reading(), judgement.scores());
    }

    boolean isListeners() {
        return row.role() == Role.LISTENER;
    }

    boolean toBeFlagged() {
        return row.label().flags();
    }

    boolean isFlagged() {
        return reading.verdict().flags();
    }

    boolean isFlaggedWhenBalanced() {
        return scores.balanced();
    }

    boolean shouldLeanIn() {
        return row.label() == LabelledRow.Label.LEAN_IN;
    }

    boolean leansIn() {
        return reading.verdict() == Verdict.LEANING_IN;
    }

    /** How far off the flag is: 0 where it is right. */
    double wrongness() {
        if (toBeFlagged() == isFlagged()) {
            return 0;
        }
        return toBeFlagged() ? 1 - scores.defending() : scores.defending() + 1;
    }

    int length() {
        return row.utterance().text().length();
    }

    /** The characters that carry the label; empty where the row names none that stand in it. */
    BitSet labelled() {
        BitSet marked = new BitSet();
        for (String span : row.spans()) {
            int at = span.isEmpty() ? -1 : row.utterance().text().indexOf(span);
            if (at >= 0) {
                marked.set(at, at + span.length());
            }
        }
        return marked;
    }

    /** The characters that the reading cites. */
    BitSet cited() {
        BitSet marked = new BitSet();
        for (Finding finding : reading.findings()) {
            marked.set(finding.start(), finding.end());
        }
        return marked;
    }
}
