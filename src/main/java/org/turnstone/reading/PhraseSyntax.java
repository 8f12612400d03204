package org.turnstone.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads a phrase's text into its alternatives, each a list of steps. The syntax stands in {@link Phrases}. For one
 * thread, once.
 */
final class PhraseSyntax {
    /** More ways of saying one phrase than this is a mistake in writing it. */
    static final int MOST_VARIANTS = 10_000;

    /** One step of a phrase. */
    sealed interface Part {
        /** This very word. */
        record Word(String word) implements Part {}

        /** Any word of a named class. */
        record Of(String name) implements Part {}

        /** Any one word. */
        record Any() implements Part {}

        /** None to three words. */
        record Gap() implements Part {}
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
    static List<List<Part>> parse(String phrase, Set<String> classes) {
        PhraseSyntax syntax = new PhraseSyntax(phrase, classes);
        List<List<Part>> variants = syntax.choice();
        if (syntax.at < phrase.length()) {
            throw syntax.wrong("a bracket is closed that was not opened");
        }
        variants.forEach(syntax::mustBeUsable);
        return variants;
    }

    private void mustBeUsable(List<Part> variant) {
        boolean named = variant.stream().anyMatch(p -> p instanceof Part.Word || p instanceof Part.Of);
        if (!named) {
            throw wrong("one way of saying it has no word of its own and would match everything; name a word");
        }
        if (variant.get(0) instanceof Part.Gap || variant.get(variant.size() - 1) instanceof Part.Gap) {
            throw wrong("'..' stands between words, not at an edge; leave it away there");
        }
    }

    private List<List<Part>> choice() {
        List<List<Part>> all = new ArrayList<>(sequence());
        while (peek() == '|') {
            at++;
            all.addAll(sequence());
        }
        return all;
    }

    private List<List<Part>> sequence() {
        List<List<Part>> variants = List.of(List.of());
        while (at < phrase.length() && peek() != ')' && peek() != ']' && peek() != '|') {
            List<List<Part>> next = item();
            variants = next.isEmpty() ? variants : times(variants, next);
        }
        return variants;
    }

    private List<List<Part>> times(List<List<Part>> heads, List<List<Part>> tails) {
        if ((long) heads.size() * tails.size() > MOST_VARIANTS) {
            throw wrong("it has more than " + MOST_VARIANTS + " ways of being said; part it into several phrases");
        }
        List<List<Part>> all = new ArrayList<>();
        for (List<Part> head : heads) {
            for (List<Part> tail : tails) {
                List<Part> both = new ArrayList<>(head);
                both.addAll(tail);
                all.add(both);
            }
        }
        return all;
    }

    private List<List<Part>> item() {
        char c = peek();
        if (c == ' ' || c == ',') {
            at++;
            return List.of();
        }
        return switch (c) {
            case '(' -> bracket(')');
            case '[' -> optional();
            case '<' -> ofClass();
            case '*' -> single(ANY, 1);
            case '.' -> gap();
            default -> word();
        };
    }

    private List<List<Part>> single(Part part, int length) {
        at += length;
        return List.of(List.of(part));
    }

    private List<List<Part>> gap() {
        if (!phrase.startsWith("..", at)) {
            throw wrong("a single '.' means nothing; '..' means none to three words");
        }
        return single(GAP, 2);
    }

    private List<List<Part>> bracket(char close) {
        at++;
        List<List<Part>> inside = choice();
        if (peek() != close) {
            throw wrong("a bracket is not closed with '" + close + "'");
        }
        at++;
        if (inside.stream().anyMatch(List::isEmpty) && close == ')') {
            throw wrong("an empty choice in (...); use [...] for what may be missing");
        }
        return inside;
    }

    private List<List<Part>> optional() {
        List<List<Part>> all = new ArrayList<>(bracket(']'));
        all.add(List.of());
        return all;
    }

    private List<List<Part>> ofClass() {
        int close = phrase.indexOf('>', at);
        if (close < 0) {
            throw wrong("'<' is not closed with '>'");
        }
        String name = phrase.substring(at + 1, close);
        if (!classes.contains(name)) {
            throw wrong("no word class is called '" + name + "'; define it first");
        }
        return single(new Part.Of(name), close + 1 - at);
    }

    private List<List<Part>> word() {
        int end = at;
        while (end < phrase.length() && " ,()[]|<*.".indexOf(phrase.charAt(end)) < 0) {
            end++;
        }
        if (end == at) {
            throw wrong("'" + phrase.charAt(at) + "' cannot stand here");
        }
        String written = phrase.substring(at, end);
        at = end;
        List<List<Part>> spellings = new ArrayList<>();
        Contractions.spellings(written).forEach(s -> spellings.add(words(s)));
        return spellings;
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
