package org.turnstone.reading;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The cues of one language, bound from an editable file. Immutable; may be shared between threads.
 *
 * <p>The file is read line by line; {@code #} begins a comment line.
 *
 * <pre>
 * language en
 * alias you = u ya                     other spellings of a word
 * class feeling = sad hurt alone       words that a phrase can name as &lt;feeling&gt;
 *
 * [frame contrast]                     phrases that change how others are read, see {@link Frame}
 * but
 *
 * [justification]                      a kind
 * rule intent: says what was meant     a rule: its name, and in plain words what such a phrase does
 * @sign no-question                    optional: how much its cues say (hint, sign, strong) and what they need
 * i didn't mean it                     a cue, see {@link Phrases} for how it is written
 * i was only joking ; strong, end      a cue with force or needs of its own
 * + I didn't mean it!                  an example that must fire; "partner's line >> reply" gives what came before
 * - Did you mean it?                   one that must not
 * </pre>
 */
public final class Lexicon {
    /** Classes that the reader itself asks for; a lexicon must define each. */
    static final Set<String> NEEDED = Set.of("you", "us", "me", "opener", "feeling", "function", "foreign");

    private final String language;
    private final Phrases<Entry> phrases;
    private final Map<String, Rule> rules;

    Lexicon(String language, Phrases<Entry> phrases, Map<String, Rule> rules) {
        this.language = language;
        this.phrases = phrases;
        this.rules = Map.copyOf(rules);
    }

    /**
     * Binds a lexicon.
     *
     * @param fileName for messages only
     * @param text the file's whole text
     * @throws IllegalArgumentException where something is wrong: {@code file:line: reason; what to do}
     */
    public static Lexicon parse(String fileName, String text) {
        return new LexiconParser(fileName).parse(text);
    }

    /** The language's two-letter code. */
    public String language() {
        return language;
    }

    /** The rules, ordered by id. */
    public Collection<Rule> rules() {
        return List.copyOf(new TreeMap<>(rules).values());
    }

    /** The rule with this id, as {@link Finding#rule()} names it. */
    public Optional<Rule> rule(String id) {
        return Optional.ofNullable(rules.get(id));
    }

    Phrases<Entry> phrases() {
        return phrases;
    }
}
