package org.turnstone.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.turnstone.learning.LabelledRow.Label;
import org.turnstone.learning.Logistic.Example;
import org.turnstone.learning.Logistic.Side;

/** What is trained on which examples. Stateless; may be shared between threads. */
final class Lesson {
    /** How much one message of the background counts beside a labelled row. */
    private static final double LIGHT = 0.08;

    private Lesson() {}

    /** Whether a listener's reply is to be flagged. */
    static Logistic.Model flag(Corpus corpus, Predicate<LabelledRow> learned) {
        List<Example> examples = rows(corpus, learned, row -> row.label().flags());
        for (Corpus.Everyday message : corpus.everyday()) {
            examples.add(example(message.message(), Side.NO, LIGHT));
        }
        return Logistic.train(examples, corpus.values());
    }

    /** Whether it leans in. */
    static Logistic.Model lean(Corpus corpus, Predicate<LabelledRow> learned) {
        return Logistic.train(rows(corpus, learned, row -> row.label() == Label.LEAN_IN), corpus.values());
    }

    /** Whether a speaker starts up harshly. */
    static Logistic.Model harsh(Corpus corpus, Predicate<LabelledRow> learned) {
        return Logistic.train(rows(corpus, learned, row -> row.label().flags()), corpus.values());
    }

    /** Whether the partner's words are such as these rows answer, and not everyday talk. */
    static Logistic.Model stakes(Corpus corpus, Predicate<LabelledRow> learned) {
        List<Example> examples = new ArrayList<>();
        for (Corpus.Seen seen : corpus.rows()) {
            if (learned.test(seen.row()) && seen.before().numbers().length > 0) {
                examples.add(example(seen.before(), Side.YES, 1));
            }
        }
        for (Corpus.Everyday message : corpus.everyday()) {
            if (message.before().numbers().length > 0) {
                examples.add(example(message.before(), Side.NO, 1));
            }
        }
        return Logistic.train(examples, corpus.ones());
    }

    private static List<Example> rows(
            Corpus corpus, Predicate<LabelledRow> learned, Predicate<LabelledRow> isPositive) {
        List<Example> examples = new ArrayList<>();
        for (Corpus.Seen seen : corpus.rows()) {
            if (learned.test(seen.row())) {
                Side side = Side.of(isPositive.test(seen.row()));
                examples.add(example(seen.message(), side, 1));
            }
        }
        return examples;
    }

    private static Example example(Corpus.Features features, Side side, double weight) {
        return new Example(features.numbers(), features.norm(), side, weight);
    }
}
