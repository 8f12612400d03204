package org.turnstone.safety;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.turnstone.reading.Contractions;
import org.turnstone.reading.Tokens;

/**
 * One phrase of the cue file, understood but not spelled out: a few lines of it may stand for millions of sentences,
 * too many for {@link org.turnstone.reading.Phrases}, which lists them all.
 */
sealed interface CuePattern {
    /** This very word, plain as {@link Tokens} has it. */
    record Word(String word) implements CuePattern {}

    /** Any word of a named class. */
    record Of(String name) implements CuePattern {}

    /** Any one word. */
    record Any() implements CuePattern {}

    /** None to three words. */
    record Gap() implements CuePattern {}

    /** One of these, each a row of parts; an empty row means that it may be missing. */
    record Choice(List<List<CuePattern>> rows) implements CuePattern {
        public Choice {
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /** Whether no word at all may be enough for it. */
    default boolean canBeEmpty() {
        if (this instanceof Choice choice) {
            return choice.rows().stream().anyMatch(CuePattern::canBeEmpty);
        }
        return this instanceof Gap;
    }

    /** Whether a row of parts may be no words at all. */
    static boolean canBeEmpty(List<CuePattern> row) {
        return row.stream().allMatch(CuePattern::canBeEmpty);
    }

    /**
     * The parts of {@code phrase}, in order.
     *
     * @param classes names that may stand between angle brackets
     * @throws IllegalArgumentException where it cannot be understood, or could match anything
     */
    static List<CuePattern> parse(String phrase, Set<String> classes) {
        return new Parser(phrase, classes).whole();
    }

    /** For one thread, once. */
    final class Parser {
        private final String phrase;
        private final Set<String> classes;
        private int at;

        Parser(String phrase, Set<String> classes) {
            this.phrase = phrase;
            this.classes = classes;
        }

        List<CuePattern> whole() {
            List<List<CuePattern>> rows = rows();
            if (at < phrase.length()) {
                throw wrong("a bracket is closed that was not opened");
            }
            rows.forEach(this::mustBeUsable);
            return rows.size() == 1 ? rows.get(0) : List.of(new Choice(rows));
        }

        private void mustBeUsable(List<CuePattern> row) {
            if (canBeEmpty(row)) {
                throw wrong("it has no word of its own and would match everything; name a word");
            }
            if (row.get(0) instanceof Gap || row.get(row.size() - 1) instanceof Gap) {
                throw wrong("'..' stands between words, not at an edge; leave it away there");
            }
        }

        private List<List<CuePattern>> rows() {
            List<List<CuePattern>> rows = new ArrayList<>();
            rows.add(row());
            while (peek() == '|') {
                at++;
                rows.add(row());
            }
            return rows;
        }

        private List<CuePattern> row() {
            List<CuePattern> parts = new ArrayList<>();
            while (at < phrase.length() && "])|".indexOf(peek()) < 0) {
                if (peek() == ' ' || peek() == ',') {
                    at++;
                } else {
                    part(parts);
                }
            }
            return parts;
        }

        private void part(List<CuePattern> parts) {
            switch (peek()) {
                case '(' -> parts.add(bracket(')'));
                case '[' -> parts.add(bracket(']'));
                case '<' -> parts.add(ofClass());
                case '*' -> parts.add(single(new Any(), 1));
                case '.' -> parts.add(gap());
                default -> word(parts);
            }
        }

        private CuePattern single(CuePattern part, int length) {
            at += length;
            return part;
        }

        private CuePattern gap() {
            if (!phrase.startsWith("..", at)) {
                throw wrong("a single '.' means nothing; '..' means none to three words");
            }
            return single(new Gap(), 2);
        }

        private CuePattern bracket(char close) {
            at++;
            List<List<CuePattern>> rows = rows();
            if (peek() != close) {
                throw wrong("a bracket is not closed with '" + close + "'");
            }
            at++;
            if (close == ')' && rows.stream().anyMatch(List::isEmpty)) {
                throw wrong("an empty choice in (...); use [...] for what may be missing");
            }
            if (close == ']') {
                rows.add(List.of());
            }
            return new Choice(rows);
        }

        private CuePattern ofClass() {
            int close = phrase.indexOf('>', at);
            if (close < 0) {
                throw wrong("'<' is not closed with '>'");
            }
            String name = phrase.substring(at + 1, close);
            if (!classes.contains(name)) {
                throw wrong("no word class is called '" + name + "'; define it first");
            }
            return single(new Of(name), close + 1 - at);
        }

        private void word(List<CuePattern> parts) {
            int end = at;
            while (end < phrase.length() && " ,()[]|<*.".indexOf(phrase.charAt(end)) < 0) {
                end++;
            }
            if (end == at) {
                throw wrong("'" + phrase.charAt(at) + "' cannot stand here");
            }
            String written = phrase.substring(at, end);
            at = end;
            if (written.chars().allMatch(c -> c >= 'a' && c <= 'z')) {
                parts.add(new Word(written));
                return;
            }
            List<List<CuePattern>> spellings =
                    Contractions.spellings(written).stream().map(this::words).toList();
            parts.addAll(spellings.size() == 1 ? spellings.get(0) : List.of(new Choice(spellings)));
        }

        private List<CuePattern> words(String written) {
            Tokens tokens = Tokens.of(written);
            List<CuePattern> words = new ArrayList<>();
            for (int i = 0; i < tokens.size(); i++) {
                if (!tokens.isWord(i)) {
                    throw wrong("'" + written + "' is no word");
                }
                words.add(new Word(tokens.word(i)));
            }
            return words;
        }

        private char peek() {
            return at < phrase.length() ? phrase.charAt(at) : '\0';
        }

        private IllegalArgumentException wrong(String reason) {
            String shown = phrase.length() <= 90
                    ? phrase
                    : phrase.substring(0, 60) + " ... " + phrase.substring(phrase.length() - 25);
            return new IllegalArgumentException("phrase \"" + shown + "\": " + reason);
        }
    }
}
