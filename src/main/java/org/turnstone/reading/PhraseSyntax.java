package org.turnstone.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads a phrase's text into its parts. The syntax stands in {@link Phrases}. For one thread, once. */
final class PhraseSyntax {
    private static final int LONGEST = 4_000;

    /** One part of a phrase. */
    sealed interface Part {
        /** This very word. */
        record Word(String word) implements Part {}

        /** Any word of a named class. */
        record Of(String name) implements Part {}

        /** Any one word. */
        record Any() implements Part {}

        /** None to three words. */
        record Gap() implements Part {}

        /** One of these, each some parts in a row. */
        record Choice(List<List<Part>> ways) implements Part {}
    }

    private static final Part.Any ANY = new Part.Any();
    private static final Part.Gap GAP = new Part.Gap();

    private final String phrase;
    private final Set<String> classes;
    private int at;

    private PhraseSyntax(String phrase, Set<String> classes) {
        this.phrase = phrase;
        this.classes = classes;
    }

    /** @throws IllegalArgumentException where the phrase cannot be understood, or could match anything */
    static List<Part> parse(String phrase, Set<String> classes) {
        PhraseSyntax syntax = new PhraseSyntax(phrase, classes);
        if (phrase.length() > LONGEST) {
            throw syntax.wrong("it is longer than " + LONGEST + " characters; part it into several phrases");
        }
        List<List<Part>> ways = syntax.choice();
        if (syntax.at < phrase.length()) {
            throw syntax.wrong("a bracket is closed that was not opened");
        }
        List<Part> parts = ways.size() == 1 ? ways.get(0) : List.of(new Part.Choice(ways));
        syntax.mustBeUsable(parts);
        return parts;
    }

    private void mustBeUsable(List<Part> parts) {
        if (!PhraseShape.alwaysNamesAWord(parts)) {
            throw wrong("one way of saying it has no word of its own and would match everything; name a word");
        }
        if (PhraseShape.mayBeginWithGap(parts) || PhraseShape.mayEndWithGap(parts)) {
            throw wrong("'..' stands between words, not at an edge; leave it away there");
        }
    }

    private List<List<Part>> choice() {
        List<List<Part>> ways = new ArrayList<>();
        ways.add(sequence());
        while (peek() == '|') {
            at++;
            ways.add(sequence());
        }
        return ways;
    }

    private List<Part> sequence() {
        List<Part> parts = new ArrayList<>();
        while (at < phrase.length() && peek() != ')' && peek() != ']' && peek() != '|') {
            item(parts);
        }
        return parts;
    }

    private void item(List<Part> parts) {
        switch (peek()) {
            case ' ', ',' -> at++;
            case '(' -> parts.add(new Part.Choice(bracket(')')));
            case '[' -> parts.add(optional());
            case '<' -> parts.add(ofClass());
            case '*' -> {
                at++;
                parts.add(ANY);
            }
            case '.' -> parts.add(gap());
            default -> word(parts);
        }
    }

    private Part gap() {
        if (!phrase.startsWith("..", at)) {
            throw wrong("a single '.' means nothing; '..' means none to three words");
        }
        at += 2;
        return GAP;
    }

    private List<List<Part>> bracket(char close) {
        at++;
        List<List<Part>> ways = choice();
        if (peek() != close) {
            throw wrong("a bracket is not closed with '" + close + "'");
        }
        at++;
        if (ways.contains(List.of())) {
            throw wrong("an empty choice in a bracket; use [...] around what may be missing");
        }
        return ways;
    }

    private Part optional() {
        List<List<Part>> ways = new ArrayList<>(bracket(']'));
        ways.add(List.of());
        return new Part.Choice(ways);
    }

    private Part ofClass() {
        int close = phrase.indexOf('>', at);
        if (close < 0) {
            throw wrong("'<' is not closed with '>'");
        }
        String name = phrase.substring(at + 1, close);
        if (!classes.contains(name)) {
            throw wrong("no word class is called '" + name + "'; define it first");
        }
        at = close + 1;
        return new Part.Of(name);
    }

    private void word(List<Part> parts) {
        int end = at;
        while (end < phrase.length() && " ,()[]|<*.".indexOf(phrase.charAt(end)) < 0) {
            end++;
        }
        if (end == at) {
            throw wrong("'" + phrase.charAt(at) + "' cannot stand here");
        }
        List<String> spellings = Contractions.spellings(phrase.substring(at, end));
        at = end;
        if (spellings.size() == 1) {
            parts.addAll(words(spellings.get(0)));
        } else {
            parts.add(new Part.Choice(spellings.stream().map(this::words).toList()));
        }
    }

    private List<Part> words(String written) {
        Tokens tokens = Tokens.of(written);
        List<Part> words = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.isWord(i)) {
                words.add(new Part.Word(tokens.word(i)));
            }
        }
        if (words.isEmpty()) {
            throw wrong("'" + written + "' is no word");
        }
        return words;
    }

    private char peek() {
        return at < phrase.length() ? phrase.charAt(at) : '\0';
    }

    private IllegalArgumentException wrong(String reason) {
        return new IllegalArgumentException("phrase \"" + phrase + "\": " + reason);
    }
}
