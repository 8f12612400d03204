package org.turnstone.prompts;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.turnstone.floor.Move;
import org.turnstone.reading.Phrases;
import org.turnstone.reading.PhrasesBuilder;
import org.turnstone.reading.Tokens;

/**
 * Messages that are nothing but a button said in words: "over to you", "I'm here". The whole message has to be that, once
 * or several times ("Please stop. Can we pause?"), beside words that any of them may have with it ("sorry", "thank you");
 * within a longer message, in quotation marks or beside a link the same words mean nothing. A question counts only where
 * the phrase is written with a question mark, so that "that's it?" is not "that's it"; a phrase written with a tilde
 * counts only for somebody who has that button, so that a "yes" is not swallowed. Immutable; may be shared between
 * threads.
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

    /** What a phrase says; no move where it only stands beside one. */
    private record Way(Optional<Move> move, Mood mood, Reach reach) {}

    /** Gathers phrases, for one thread. */
    static final class Builder {
        private final PhrasesBuilder<Way> phrases = Phrases.builder();

        /** @throws IllegalArgumentException where the phrase cannot be understood */
        void add(String phrase, Optional<Move> move) {
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
        List<Phrases.Match<Way>> said = said(tokens, reach);
        said.forEach(match -> match.payload().move().ifPresent(moves::add));
        moves.removeIf(move -> !isAllOf(tokens, said, move));
        return moves;
    }

    private static boolean isPlain(Tokens tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            switch (tokens.sort(i)) {
                case QUOTE, LINK, CODE:
                    return false;
                default:
            }
        }
        return true;
    }

    /** The phrases in order, without those that are asked and may not be. */
    private List<Phrases.Match<Way>> said(Tokens tokens, Reach reach) {
        return phrases.in(tokens).stream()
                .filter(match -> match.payload().reach().compareTo(reach) <= 0)
                .filter(match -> match.payload().mood() == Mood.QUESTION_TOO || !isAsked(tokens, match.last()))
                .toList();
    }

    private static boolean isAsked(Tokens tokens, int lastWord) {
        for (int i = lastWord + 1; i < tokens.size() && !tokens.isWord(i); i++) {
            if (tokens.sort(i) == Tokens.Sort.QUESTION) {
                return true;
            }
        }
        return false;
    }

    /** Whether the phrases of {@code move}, one after the other, are all that is said. */
    private static boolean isAllOf(Tokens tokens, List<Phrases.Match<Way>> said, Move move) {
        boolean[] reached = new boolean[tokens.size() + 1];
        boolean[] moved = new boolean[tokens.size() + 1];
        reached[nextWord(tokens, 0)] = true;
        for (Phrases.Match<Way> match : said) {
            Optional<Move> theirs = match.payload().move();
            if (reached[match.first()] && theirs.orElse(move) == move) {
                int next = nextWord(tokens, match.last() + 1);
                reached[next] = true;
                moved[next] |= moved[match.first()] || theirs.isPresent();
            }
        }
        return moved[tokens.size()];
    }

    private static int nextWord(Tokens tokens, int from) {
        int i = from;
        while (i < tokens.size() && !tokens.isWord(i)) {
            i++;
        }
        return i;
    }
}
