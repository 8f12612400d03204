package org.turnstone.safety;

import java.util.List;
import java.util.Map;

/**
 * The cues of one language for the crisis reading, as people edit them. The file explains its own syntax.
 *
 * @param spellings other spellings by word, which count as that word wherever it stands
 * @param words word classes by name
 * @param senses words by what they stand for, which only what was learned looks at
 * @param rules every rule, in the order of the file
 * @param settings every setting, in the order of the file
 * @param never phrases by concern that make words of that concern mean something else, whatever the rule
 */
public record CrisisLexicon(
        Map<String, List<String>> spellings,
        Map<String, String> words,
        Map<String, String> senses,
        List<CrisisRule> rules,
        List<CrisisSetting> settings,
        Map<Concern, List<String>> never) {
    public CrisisLexicon {
        spellings = Map.copyOf(spellings);
        words = Map.copyOf(words);
        senses = Map.copyOf(senses);
        rules = List.copyOf(rules);
        settings = List.copyOf(settings);
        never = Map.copyOf(never);
    }

    /**
     * Reads a cue file.
     *
     * @param fileName said in errors
     * @throws IllegalArgumentException with file, line, what is wrong and what to do
     */
    public static CrisisLexicon parse(String fileName, String text) {
        return new CrisisLexiconParser(fileName).parse(text);
    }
}
