package org.turnstone.safety;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.turnstone.reading.Tokens;

/**
 * The sequences of a message that weights may be learned for: single words, pairs of words up to four apart within a
 * sentence, three neighbours, each by its stem or by what it stands for; and the cues that fired. For one message and
 * one thread.
 *
 * <p>A mark is named as it would be written in the cue file: {@code want die}, {@code want .. die}, {@code <hit> .. me}.
 */
public final class CrisisMarks {
    private static final int FARTHEST = 4;
    private static final String CUE = "cue ";
    private static final String BUT = "but ";

    /**
     * What the cue file found in a message.
     *
     * @param fired the alarms it would raise
     * @param quieting the settings that were heard, and the rules and concerns whose "unless" or "never" stands there
     */
    record Cues(List<Alarm> fired, Set<String> quieting) {}

    /** Told of each mark, as often as it stands there: its name, and its first and last token. */
    public interface Sink {
        void found(String mark, int first, int last);
    }

    private final Tokens tokens;
    /** By place among the words: which token, and what it may be known by. */
    private final List<Integer> at = new ArrayList<>();

    private final List<List<String>> known = new ArrayList<>();
    /** The number of the sentence by place among the words. */
    private final List<Integer> sentences = new ArrayList<>();

    CrisisMarks(Tokens tokens, Senses senses) {
        this.tokens = tokens;
        int sentence = 0;
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.isWord(i)) {
                at.add(i);
                known.add(senses.of(tokens.word(i)));
                sentences.add(sentence);
            } else if (tokens.isBoundary(i)) {
                sentence++;
            }
        }
    }

    int words() {
        return at.size();
    }

    /** Every mark of the words from {@code from} on, {@code to} left out, and of the cues that fired among them. */
    void each(int from, int to, Cues cues, Sink sink) {
        for (int i = from; i < to; i++) {
            for (String name : known.get(i)) {
                sink.found(name, at.get(i), at.get(i));
            }
            pairs(i, to, sink);
            triples(i, to, sink);
        }
        if (to > from) {
            int begin = tokens.start(at.get(from));
            int end = tokens.end(at.get(to - 1));
            cues.quieting().forEach(name -> sink.found(BUT + name, at.get(from), at.get(from)));
            cues.fired().stream()
                    .filter(c -> c.start() >= begin && c.end() <= end)
                    .forEach(c -> cue(c, sink));
        }
    }

    private void pairs(int i, int to, Sink sink) {
        for (int j = i + 1; j < to && j <= i + FARTHEST && isOneSentence(i, j); j++) {
            for (String one : known.get(i)) {
                for (String other : known.get(j)) {
                    boolean stems = isStem(one) && isStem(other);
                    sink.found(one + (stems && j == i + 1 ? " " : " .. ") + other, at.get(i), at.get(j));
                }
            }
        }
    }

    /** Three neighbours by their senses only: of three stems too few come twice. */
    private void triples(int i, int to, Sink sink) {
        if (i + 2 >= to || !isOneSentence(i, i + 2)) {
            return;
        }
        for (String one : senses(i)) {
            for (String two : senses(i + 1)) {
                for (String three : senses(i + 2)) {
                    sink.found(one + " " + two + " " + three, at.get(i), at.get(i + 2));
                }
            }
        }
    }

    private List<String> senses(int i) {
        return known.get(i).subList(1, known.get(i).size());
    }

    private void cue(Alarm cue, Sink sink) {
        int first = tokenAt(cue.start());
        int last = Math.max(first, tokenAt(cue.end() - 1));
        sink.found(CUE + cue.concern(), first, last);
        sink.found(CUE + cue.rule(), first, last);
    }

    private int tokenAt(int place) {
        int token = 0;
        while (token + 1 < tokens.size() && tokens.start(token + 1) <= place) {
            token++;
        }
        return token;
    }

    private boolean isOneSentence(int i, int j) {
        return sentences.get(i).equals(sentences.get(j));
    }

    private static boolean isStem(String name) {
        return name.charAt(0) != '<';
    }

    /** How much a mark counts before anything is learned: a cue is worth several words. */
    public static double worth(String mark) {
        if (!mark.startsWith(CUE)) {
            return mark.startsWith(BUT) ? 2 : 1;
        }
        return mark.indexOf('.') < 0 ? 3 : 2;
    }
}
