package org.turnstone.prompts;

import java.util.EnumSet;
import java.util.Set;
import org.turnstone.floor.Move;
import org.turnstone.reading.Phrases;
import org.turnstone.reading.PhrasesBuilder;
import org.turnstone.reading.Tokens;

/**
 * Messages that are nothing but a button said in words: "over to you", "I'm here". The whole message has to be that:
 * within a longer one, in quotation marks or beside a link the same words mean nothing. A question counts only where the
 * phrase is written with a question mark, so that "that's it?" is not "that's it"; a phrase written with a tilde counts only
 * for somebody who has that button, so that a "yes" is not swallowed. Immutable; may be shared between threads.
 */
final class Typed {
    /** No button is said in more characters; longer messages are not looked into. */
    private static final int LONGEST = 200;

    private final Phrases<Way> phrases;

    private Typed(Phrases<Way> phrases) {
        this.phrases = phrases;
    }

    /** How a phrase may be said. */
    private enum Mood {
        STATEMENT,
        QUESTION_TOO
    }

    /** Where a phrase counts. */
    enum Reach {
        EVERYWHERE,
        /** Only from somebody who has the move's button before them. */
        WHERE_POSSIBLE
    }

    private record Way(Move move, Mood mood, Reach reach) {}

    /** Gathers phrases, for one thread. */
    static final class Builder {
        private final PhrasesBuilder<Way> phrases = Phrases.builder();

        /** @throws IllegalArgumentException where the phrase cannot be understood */
        void add(String phrase, Move move) {
            Reach reach = phrase.startsWith("~") ? Reach.WHERE_POSSIBLE : Reach.EVERYWHERE;
            Mood mood = phrase.endsWith("?") ? Mood.QUESTION_TOO : Mood.STATEMENT;
            int from = reach == Reach.WHERE_POSSIBLE ? 1 : 0;
            int to = phrase.length() - (mood == Mood.QUESTION_TOO ? 1 : 0);
            phrases.phrase(phrase.substring(from, to).strip(), new Way(move, mood, reach));
        }

        Typed build() {
            return new Typed(phrases.build());
        }
    }

    /** The moves that {@code message} is the button of, as far as {@code reach} goes; mostly none. */
    Set<Move> in(String message, Reach reach) {
        Set<Move> moves = EnumSet.noneOf(Move.class);
        if (message.length() > LONGEST) {
            return moves;
        }
        Tokens tokens = Tokens.of(message);
        if (!isPlain(tokens)) {
            return moves;
        }
        int first = firstWord(tokens);
        int last = lastWord(tokens);
        boolean asked = has(tokens, Tokens.Sort.QUESTION);
        phrases.each(tokens, (way, from, to) -> {
            boolean whole = from == first && to == last;
            boolean said = !asked || way.mood() == Mood.QUESTION_TOO;
            if (whole && said && way.reach().compareTo(reach) <= 0) {
                moves.add(way.move());
            }
        });
        return moves;
    }

    private static boolean isPlain(Tokens tokens) {
        return !has(tokens, Tokens.Sort.QUOTE) && !has(tokens, Tokens.Sort.LINK) && !has(tokens, Tokens.Sort.CODE);
    }

    private static boolean has(Tokens tokens, Tokens.Sort sort) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.sort(i) == sort) {
                return true;
            }
        }
        return false;
    }

    private static int firstWord(Tokens tokens) {
        int i = 0;
        while (i < tokens.size() && !tokens.isWord(i)) {
            i++;
        }
        return i;
    }

    private static int lastWord(Tokens tokens) {
        int i = tokens.size() - 1;
        while (i >= 0 && !tokens.isWord(i)) {
            i--;
        }
        return i;
    }
}
