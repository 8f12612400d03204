package org.turnstone.reading;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads a lexicon file, line by line. For one thread, once. */
final class LexiconParser {
    private final String fileName;
    private final PhrasesBuilder<Entry> phrases = Phrases.builder();
    private final Map<String, Rule> rules = new LinkedHashMap<>();
    private final Set<String> classes = new TreeSet<>();
    private String language = "";
    private int line;

    private @Nullable Frame frame;
    private @Nullable Kind kind;
    private @Nullable RuleDraft rule;

    LexiconParser(String fileName) {
        this.fileName = fileName;
    }

    /** A rule in the making. */
    private static final class RuleDraft {
        private final String id;
        private final String says;
        private final int line;
        private int cues;
        private Force force = Force.SIGN;
        private final Set<Need> needs = EnumSet.noneOf(Need.class);
        private final List<Rule.Example> fires = new ArrayList<>();
        private final List<Rule.Example> silent = new ArrayList<>();

        RuleDraft(String id, String says, int line) {
            this.id = id;
            this.says = says;
            this.line = line;
        }
    }

    Lexicon parse(String text) {
        for (String raw : text.split("\n", -1)) {
            line++;
            String content = raw.strip();
            if (!content.isEmpty() && !content.startsWith("#")) {
                read(content);
            }
        }
        finishRule();
        if (language.isEmpty()) {
            throw wrong("no language is named", "begin the file with a line such as 'language en'");
        }
        for (String needed : new TreeSet<>(Lexicon.NEEDED)) {
            if (!classes.contains(needed)) {
                throw wrong("the class '" + needed + "' is missing", "add a line 'class " + needed + " = ...'");
            }
        }
        return new Lexicon(language, phrases.build(), rules);
    }

    private void read(String content) {
        if (content.startsWith("[") && content.indexOf(']') == content.length() - 1) {
            section(content);
        } else if (frame != null) {
            add(content, new Entry.Framing(frame));
        } else if (kind == null) {
            head(content);
        } else {
            inKind(content);
        }
    }

    private void head(String content) {
        int space = content.indexOf(' ');
        String rest = space < 0 ? "" : content.substring(space + 1).strip();
        switch (space < 0 ? content : content.substring(0, space)) {
            case "language" -> language = rest;
            case "alias" -> alias(rest);
            case "class" -> wordClass(rest);
            default ->
                throw wrong(
                        "'" + content + "' stands before any section",
                        "put it below a line such as [justification], or write language, alias or class");
        }
    }

    private void alias(String rest) {
        String[] sides = sides(rest);
        checked(() -> phrases.alias(sides[0], sides[1].split("\\s+")));
    }

    private void wordClass(String rest) {
        String[] sides = sides(rest);
        checked(() -> phrases.words(sides[0], sides[1]));
        classes.add(sides[0]);
    }

    private String[] sides(String rest) {
        String[] sides = rest.split("\\s*=\\s*", 2);
        if (sides.length < 2 || sides[0].isBlank() || sides[1].isBlank()) {
            throw wrong("nothing stands on one side of '='", "write NAME = WORD WORD ...");
        }
        return sides;
    }

    private void section(String content) {
        finishRule();
        String name = content.substring(1, content.length() - 1).strip();
        frame = null;
        kind = null;
        if (name.startsWith("frame ")) {
            String label = name.substring(6).strip();
            frame = Frame.of(label)
                    .orElseThrow(() -> wrong("no frame is called '" + label + "'", labels(Frame.values())));
        } else {
            kind = kindOf(name);
        }
    }

    private Kind kindOf(String name) {
        for (Kind candidate : Kind.values()) {
            if (candidate.label().equals(name)) {
                return candidate;
            }
        }
        throw wrong("no kind is called '" + name + "'", labels(Kind.values()));
    }

    private static String labels(Enum<?>[] values) {
        StringBuilder all = new StringBuilder("use one of");
        for (Enum<?> value : values) {
            all.append(' ').append(value.name().toLowerCase(Locale.ROOT));
        }
        return all.toString();
    }

    private void inKind(String content) {
        if (content.startsWith("rule ")) {
            beginRule(content.substring(5));
            return;
        }
        if (rule == null) {
            throw wrong("this line belongs to no rule", "begin a rule with 'rule NAME: what such a phrase does'");
        }
        switch (content.charAt(0)) {
            case '@' -> options(content.substring(1), rule);
            case '+' -> rule.fires.add(example(content));
            case '-' -> rule.silent.add(example(content));
            default -> cue(content, rule);
        }
    }

    private void beginRule(String content) {
        finishRule();
        int colon = content.indexOf(':');
        if (colon <= 0 || content.substring(colon + 1).isBlank() || kind == null) {
            throw wrong("a rule needs a name and what it says", "write 'rule NAME: what such a phrase does'");
        }
        String id = kind.label() + "/" + content.substring(0, colon).strip();
        rule = new RuleDraft(id, content.substring(colon + 1).strip(), line);
    }

    private void finishRule() {
        if (rule == null || kind == null) {
            return;
        }
        RuleDraft done = rule;
        rule = null;
        if (done.cues == 0 || done.fires.isEmpty() || done.silent.isEmpty()) {
            throw wrong(
                    done.line,
                    "rule " + done.id + " lacks a cue, an example that fires (+) or one that must not (-)",
                    "add what is missing");
        }
        if (rules.put(done.id, new Rule(done.id, kind, done.says, done.fires, done.silent)) != null) {
            throw wrong(done.line, "rule " + done.id + " is there already", "give one of the two another name");
        }
    }

    private Rule.Example example(String content) {
        String text = content.substring(1).strip();
        int arrow = text.indexOf(">>");
        if (text.isEmpty()) {
            throw wrong("an example without words", "write a message after the sign");
        }
        return arrow < 0
                ? new Rule.Example(text, "", line)
                : new Rule.Example(
                        text.substring(arrow + 2).strip(),
                        text.substring(0, arrow).strip(),
                        line);
    }

    private void options(String content, RuleDraft draft) {
        for (String option : content.strip().split("[,\\s]+")) {
            Force force = Force.of(option).orElse(null);
            if (force != null) {
                draft.force = force;
            } else {
                draft.needs.add(need(option));
            }
        }
    }

    private Need need(String option) {
        return Need.of(option)
                .orElseThrow(() -> wrong(
                        "'" + option + "' is neither a force nor a need",
                        "use hint, sign, strong or a need such as start, end, question, you, me"));
    }

    private void cue(String content, RuleDraft draft) {
        String[] parts = content.split("\\s*;\\s*", 2);
        Force force = draft.force;
        Set<Need> needs = EnumSet.noneOf(Need.class);
        needs.addAll(draft.needs);
        for (String option : parts.length < 2 ? new String[0] : parts[1].split("[,\\s]+")) {
            Force own = Force.of(option).orElse(null);
            if (own == null) {
                needs.add(need(option));
            } else {
                force = own;
            }
        }
        draft.cues++;
        add(parts[0], new Entry.Cue(Objects.requireNonNull(kind), draft.id, parts[0], force, needs));
    }

    private void add(String phrase, Entry entry) {
        checked(() -> phrases.phrase(phrase, entry));
    }

    private void checked(Runnable step) {
        try {
            step.run();
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()), "mend the line or take it out");
        }
    }

    private IllegalArgumentException wrong(String reason, String whatToDo) {
        return wrong(line, reason, whatToDo);
    }

    private IllegalArgumentException wrong(int where, String reason, String whatToDo) {
        return new IllegalArgumentException(fileName + ":" + where + ": " + reason + "; " + whatToDo);
    }
}
