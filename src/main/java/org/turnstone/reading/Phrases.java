package org.turnstone.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * Many phrases looked for at once, word by word, in one pass; each carries a payload of the caller's choice. Time is
 * linear in the text's length, however often phrases occur. Immutable; may be shared between threads.
 *
 * <p>How a phrase is written:
 *
 * <pre>
 * i didn't mean          these words; a contraction is found without its apostrophe and in full as well ("did not")
 * (calm|settle) down     one of these; each may be several words
 * you [really] should    what may be missing
 * you * me               any one word
 * it was .. fault        none to three words, within a sentence
 * i feel &lt;feeling&gt;       a word of a class ({@link PhrasesBuilder#words})
 * &lt;number&gt; minutes       a class that is always there: a word that begins with a digit
 * </pre>
 *
 * Commas, dashes, quotation marks and three dots may stand between the words; a phrase never reaches across the end of
 * a sentence, an emoji, a link or code.
 *
 * @param <T> what a phrase carries
 */
public final class Phrases<T> {
    /** The class of words that begin with a digit. */
    public static final String NUMBER = "number";

    /** What is told of each place where a phrase stands. */
    public interface Sink<T> {
        /**
         * A phrase was found. The same phrase may be told twice for the same words.
         *
         * @param first index of its first token
         * @param last index of its last token
         */
        void found(T payload, int first, int last);
    }

    /**
     * A phrase found in a text.
     *
     * @param payload what the phrase carries
     * @param first index of its first token
     * @param last index of its last token
     * @param start where its words begin in the text (UTF-16 units)
     * @param end where they end
     */
    public record Match<T>(T payload, int first, int last, int start, int end) {}

    private final PhraseTrie trie;
    private final List<T> payloads;
    private final Map<String, Integer> classes;

    Phrases(PhraseTrie trie, List<T> payloads, Map<String, Integer> classes) {
        this.trie = trie;
        this.payloads = List.copyOf(payloads);
        this.classes = Map.copyOf(classes);
    }

    public static <T> PhrasesBuilder<T> builder() {
        return new PhrasesBuilder<>();
    }

    /** Every phrase in {@code tokens}, each once for the same words, ordered by where it begins, then by where it ends. */
    public List<Match<T>> in(Tokens tokens) {
        LinkedHashSet<Match<T>> found = new LinkedHashSet<>();
        each(
                tokens,
                (payload, first, last) ->
                        found.add(new Match<>(payload, first, last, tokens.start(first), tokens.end(last))));
        List<Match<T>> ordered = new ArrayList<>(found);
        ordered.sort(Comparator.<Match<T>>comparingInt(Match::first).thenComparingInt(Match::last));
        return ordered;
    }

    /** Tells {@code sink} of every phrase in {@code tokens}, without making anything. */
    public void each(Tokens tokens, Sink<? super T> sink) {
        trie.walk(tokens, (payload, first, last) -> sink.found(payloads.get(payload), first, last));
    }

    /** For each token the word classes it belongs to, one bit each, see {@link #classBit}. */
    long[] classesOf(Tokens tokens) {
        return trie.classesOf(tokens);
    }

    /** The bit of a word class; 0 where there is none of that name. */
    long classBit(String name) {
        Integer number = classes.get(name);
        return number == null ? 0 : 1L << number;
    }
}
