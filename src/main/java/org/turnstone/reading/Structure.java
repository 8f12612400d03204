package org.turnstone.reading;

import java.util.BitSet;

/**
 * How a message is built: its sentences and which of them ask, what is quoted, told, held back or denied, and where a
 * "but" turns it. Made in one pass; every question about a place is then answered at once. Changed only while its
 * frames are taken in; for one thread.
 */
final class Structure {
    /** Words a negation reaches, in the manner of ConText (Harkema et al. 2009). */
    private static final int NEGATION_REACH = 5;
    /** Words that told speech reaches. */
    private static final int REPORT_REACH = 9;

    private final Tokens tokens;
    private final Before before;
    private final int[] sentenceFirst;
    private final int[] sentenceLast;
    private final BitSet you;
    private final BitSet me;
    private final BitSet speaksOfYou;
    private final BitSet speaksOfMe;
    /** Words before each token; and those of them that are no mild openers. */
    private final int[] wordsBefore;

    private final int[] heavyBefore;
    private final BitSet quoted;
    private final BitSet denied = new BitSet();
    private final BitSet told = new BitSet();
    private final BitSet heldBack = new BitSet();
    private final BitSet contrasts = new BitSet();
    private final BitSet notNegations = new BitSet();
    private int greetingEnd;
    private int firstContrastEnd = Integer.MAX_VALUE;
    private boolean pain;

    /**
     * What the partner's words just before speak of.
     *
     * @param known whether there are any
     * @param ofFeeling whether they speak of a feeling
     * @param ofYou whether they speak of the writer of the reply or of both, as complaints do
     */
    record Before(boolean known, boolean ofFeeling, boolean ofYou) {
        static final Before UNKNOWN = new Before(false, false, false);
    }

    /**
     * @param you tokens that speak of the other
     * @param me tokens that speak of the writer
     * @param openers tokens that only open a sentence
     * @param before what the partner's words just before speak of
     */
    Structure(Tokens tokens, BitSet you, BitSet me, BitSet openers, Before before) {
        this.tokens = tokens;
        this.before = before;
        this.sentenceFirst = new int[tokens.size()];
        this.sentenceLast = new int[tokens.size()];
        this.wordsBefore = new int[tokens.size() + 1];
        this.heavyBefore = new int[tokens.size() + 1];
        this.quoted = Quotation.in(tokens);
        findSentences();
        count(openers);
        this.you = you;
        this.me = me;
        this.speaksOfYou = spread(you);
        this.speaksOfMe = spread(me);
    }

    private void findSentences() {
        int first = 0;
        for (int i = 0; i < tokens.size(); i++) {
            sentenceFirst[i] = first;
            if (tokens.isBoundary(i) || i == tokens.size() - 1) {
                for (int k = first; k <= i; k++) {
                    sentenceLast[k] = i;
                }
                first = i + 1;
            }
        }
    }

    /** Takes in that the message opens with such words; a greeting ends with a comma or the like, or is none; there may be two ("Hi, love, ..."). */
    void greeting(BitSet greetings) {
        int end = afterGreeting(greetings, 0);
        while (end > greetingEnd) {
            greetingEnd = end;
            end = afterGreeting(greetings, end);
        }
    }

    /** Past greeting words at {@code start} and what ends them; {@code start} where there is no such thing. */
    private int afterGreeting(BitSet greetings, int start) {
        int words = Math.min(greetings.nextClearBit(start), tokens.size());
        int end = words;
        while (words > start
                && end < tokens.size()
                && !tokens.isWord(end)
                && tokens.sort(end) != Tokens.Sort.QUESTION) {
            end++;
        }
        return end > words ? end : start;
    }

    /** The first token after the greeting; 0 where there is none. */
    int greetingEnd() {
        return greetingEnd == tokens.size() ? 0 : greetingEnd;
    }

    private void count(BitSet openers) {
        for (int i = 0; i < tokens.size(); i++) {
            int word = tokens.isWord(i) ? 1 : 0;
            wordsBefore[i + 1] = wordsBefore[i] + word;
            heavyBefore[i + 1] = heavyBefore[i] + (openers.get(i) ? 0 : word);
        }
    }

    /** Every token of each sentence that holds one of {@code some}. */
    private BitSet spread(BitSet some) {
        BitSet all = new BitSet(tokens.size());
        for (int i = some.nextSetBit(0); i >= 0; i = some.nextSetBit(sentenceLast[i] + 1)) {
            all.set(sentenceFirst[i], sentenceLast[i] + 1);
        }
        return all;
    }

    /** Takes in one framing phrase; they must come in the order of {@link Frame}. */
    void frame(Frame frame, int first, int last) {
        switch (frame) {
            case CONTRAST -> {
                contrasts.set(first, last + 1);
                firstContrastEnd = Math.min(firstContrastEnd, last);
            }
            case NO_NEGATION -> notNegations.set(first, last + 1);
            case NEGATION -> negation(first, last);
            case REPORTED -> reach(told, last, REPORT_REACH);
            case HELD_BACK -> heldBack.set(last + 1, sentenceLast[last] + 1);
            case PAIN -> pain |= !quoted.get(first);
            case HARMLESS -> {}
        }
    }

    private void negation(int first, int last) {
        boolean bareNo = first == last && tokens.is(first, "no") && opensSentence(first);
        if (!notNegations.get(first) && !bareNo) {
            reach(denied, last, NEGATION_REACH);
        }
    }

    private void reach(BitSet marked, int from, int words) {
        int left = words;
        for (int i = from + 1; i < tokens.size() && left > 0; i++) {
            if (tokens.isBoundary(i) || contrasts.get(i) || tokens.sort(i) == Tokens.Sort.PAUSE) {
                return;
            }
            if (tokens.isWord(i)) {
                left--;
            }
            marked.set(i);
        }
    }

    /** Whether a cue counts where it stands. */
    boolean counts(Entry.Cue cue, int first, int last) {
        if (!cue.needs().contains(Need.EVEN_NEGATED) && denied.get(first)) {
            return false;
        }
        if (!cue.needs().contains(Need.EVEN_QUOTED) && isAnothers(first)) {
            return false;
        }
        for (Need need : cue.needs()) {
            if (!need.met(this, first, last)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the token is quoted, told, or held back. */
    boolean isAnothers(int token) {
        return quoted.get(token) || told.get(token) || heldBack.get(token);
    }

    boolean opensMessage(int token) {
        return heavyBefore[token] == 0;
    }

    boolean opensSentence(int token) {
        return heavyBefore[token] == heavyBefore[sentenceFirst[token]];
    }

    /** First in its sentence, or after a comma, a dash, a contrast or an "and" at no more than a few mild openers. */
    boolean opensClause(int token) {
        int from = token;
        while (from > sentenceFirst[token]
                && tokens.isWord(from - 1)
                && !contrasts.get(from - 1)
                && heavyBefore[from - 1] == heavyBefore[token]) {
            from--;
        }
        return from == sentenceFirst[token] || !tokens.isWord(from - 1) || contrasts.get(from - 1);
    }

    boolean closesMessage(int token) {
        return wordsBefore[tokens.size()] == wordsBefore[token + 1];
    }

    boolean closesSentence(int token) {
        return wordsBefore[sentenceLast[token] + 1] == wordsBefore[token + 1];
    }

    boolean asks(int token) {
        return tokens.sort(sentenceLast[token]) == Tokens.Sort.QUESTION;
    }

    boolean speaksOfYou(int token) {
        return speaksOfYou.get(token);
    }

    boolean speaksOfMe(int token) {
        return speaksOfMe.get(token);
    }

    boolean followsContrast(int token) {
        return token > firstContrastEnd;
    }

    /** Whether a sentence ends or a contrast stands between the two tokens. */
    boolean turnsBetween(int first, int second) {
        int contrast = contrasts.nextSetBit(first);
        return sentenceLast[first] < second || contrast >= 0 && contrast < second;
    }

    /** Index after the last token of the clause that begins at {@code first}: a clause ends where a contrast begins. */
    int clauseEnd(int first) {
        for (int i = first; i < tokens.size(); i++) {
            if (i > first && contrasts.get(i) && !contrasts.get(i - 1)) {
                return i;
            }
            if (tokens.isBoundary(i) || tokens.sort(i) == Tokens.Sort.ELLIPSIS) {
                return i + 1;
            }
        }
        return tokens.size();
    }

    boolean hasWords(int first, int end) {
        return wordsBefore[end] > wordsBefore[first];
    }

    /** Tokens that speak of the other. */
    BitSet you() {
        return you;
    }

    /** Tokens that speak of the writer. */
    BitSet me() {
        return me;
    }

    int words() {
        return wordsBefore[tokens.size()];
    }

    Before before() {
        return before;
    }

    boolean pain() {
        return pain;
    }

    /** Whether every word is somebody else's. */
    boolean onlyQuoted() {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.isWord(i) && !quoted.get(i)) {
                return false;
            }
        }
        return true;
    }
}
