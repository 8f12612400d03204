package org.turnstone.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** All phrases of a lexicon as one case-insensitive regular expression, as somebody without a trie would look for them. */
final class Alternation {
    private static final String BETWEEN = "[\\s,\u2014\"']+";

    private Alternation() {}

    static Pattern of(String lexicon) {
        Map<String, String> classes = new HashMap<>();
        List<String> phrases = new ArrayList<>();
        classes.put("number", "\\d+");
        for (String line : lexicon.lines().map(String::strip).toList()) {
            if (line.startsWith("class ")) {
                String[] parts = line.substring(6).split(" = ");
                classes.put(parts[0].strip(), String.join("|", parts[1].strip().split(" +")));
            } else if (isPhrase(line)) {
                phrases.add(line.split(";")[0].strip());
            }
        }
        String all = phrases.stream()
                .map(p -> sequence(PhraseSyntax.parse(p, classes.keySet()), classes))
                .collect(Collectors.joining("|"));
        return Pattern.compile("\\b(?:" + all + ")\\b", Pattern.CASE_INSENSITIVE);
    }

    private static boolean isPhrase(String line) {
        return !line.isEmpty()
                && "#@[+-".indexOf(line.charAt(0)) < 0
                && !line.startsWith("rule ")
                && !line.startsWith("alias ")
                && !line.startsWith("language ");
    }

    private static String sequence(List<PhraseSyntax.Part> parts, Map<String, String> classes) {
        return parts.stream().map(p -> part(p, classes)).collect(Collectors.joining(BETWEEN));
    }

    private static String part(PhraseSyntax.Part part, Map<String, String> classes) {
        if (part instanceof PhraseSyntax.Part.Word word) {
            return Pattern.quote(word.word());
        }
        if (part instanceof PhraseSyntax.Part.Of of) {
            return "(?:" + classes.get(of.name()) + ")";
        }
        if (part instanceof PhraseSyntax.Part.Choice choice) {
            return choice.ways().stream().map(w -> sequence(w, classes)).collect(Collectors.joining("|", "(?:", ")"));
        }
        return part instanceof PhraseSyntax.Part.Any ? "\\w+" : "(?:\\w+" + BETWEEN + "){0,3}?";
    }
}
