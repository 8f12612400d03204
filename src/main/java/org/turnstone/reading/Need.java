package org.turnstone.reading;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What must be true of the place where a cue stands, before it counts. */
enum Need {
    /** First words of the message, mild openers ("well", "look") aside. */
    START((s, first, last) -> s.opensMessage(first)),
    /** First words of a sentence, mild openers aside. */
    SENTENCE_START((s, first, last) -> s.opensSentence(first)),
    /** First words of a sentence, of a clause after a comma or dash, or after a contrast. */
    CLAUSE_START((s, first, last) -> s.opensClause(first)),
    /** Last words of the message. */
    END((s, first, last) -> s.closesMessage(last)),
    /** Last words of a sentence. */
    SENTENCE_END((s, first, last) -> s.closesSentence(last)),
    /** The whole message, mild openers aside. */
    ALONE((s, first, last) -> s.opensMessage(first) && s.closesMessage(last)),
    /** The whole sentence, mild openers aside. */
    SENTENCE((s, first, last) -> s.opensSentence(first) && s.closesSentence(last)),
    /** In a sentence that ends with a question mark. */
    QUESTION((s, first, last) -> s.asks(first)),
    /** In a sentence that does not. */
    NO_QUESTION((s, first, last) -> !s.asks(first)),
    /** The same sentence speaks of the other. */
    YOU((s, first, last) -> s.speaksOfYou(first)),
    /** The same sentence does not speak of the other. */
    NO_YOU((s, first, last) -> !s.speaksOfYou(first)),
    /** The same sentence speaks of the writer. */
    ME((s, first, last) -> s.speaksOfMe(first)),
    /** The same sentence does not speak of the writer. */
    NO_ME((s, first, last) -> !s.speaksOfMe(first)),
    /** Somewhere after "but" or its like. */
    AFTER_BUT((s, first, last) -> s.followsContrast(first)),
    /** Not after "but" or its like. */
    NO_BUT((s, first, last) -> !s.followsContrast(first)),
    /** The message has at most twelve words. */
    SHORT((s, first, last) -> s.words() <= 12),
    /** The message has at least eight words. */
    LONG((s, first, last) -> s.words() >= 8),
    /** The partner's words just before speak of a feeling. */
    FEELING_BEFORE((s, first, last) -> s.before().ofFeeling()),
    /** The partner's words just before speak of the writer or of us, as complaints do. */
    YOU_BEFORE((s, first, last) -> s.before().ofYou()),
    /** Something is at stake: the partner's words just before speak of a feeling, of the writer or of us, or are unknown. */
    TENSE_BEFORE((s, first, last) ->
            !s.before().known() || s.before().ofFeeling() || s.before().ofYou()),
    /** The partner's words just before are known. */
    BEFORE((s, first, last) -> s.before().known()),
    /** Counts within the reach of a negation as well. */
    EVEN_NEGATED((s, first, last) -> true),
    /** Counts within a quotation or reported speech as well. */
    EVEN_QUOTED((s, first, last) -> true);

    /** A question about a place in a text. */
    private interface Test {
        boolean holds(Structure structure, int first, int last);
    }

    private final Test test;

    Need(Test test) {
        this.test = test;
    }

    boolean met(Structure structure, int first, int last) {
        return test.holds(structure, first, last);
    }

    /** The need's name in a lexicon: {@code sentence-start}. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Need> of(String label) {
        return Arrays.stream(values()).filter(n -> n.label().equals(label)).findFirst();
    }
}
