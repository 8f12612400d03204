package org.turnstone.safety;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a crisis cue file line by line. A line that is not indented opens something; the indented ones after it belong
 * to that. For one thread, once.
 */
final class CrisisLexiconParser {
    private static final String OPENERS = "same, words, sense, let, setting, never or rule";

    private final String fileName;
    private final Map<String, List<String>> spellings = new LinkedHashMap<>();
    private final Map<String, String> words = new LinkedHashMap<>();
    private final Map<String, String> senses = new LinkedHashMap<>();
    private final Map<String, String> lets = new LinkedHashMap<>();
    private final Map<Concern, List<String>> never = new EnumMap<>(Concern.class);
    private final List<Block> blocks = new ArrayList<>();
    private @Nullable Block open;
    private int line;

    CrisisLexiconParser(String fileName) {
        this.fileName = fileName;
    }

    /** A setting, a rule or a concern's {@code never}, with the lines under it. */
    private record Block(
            String kind,
            String name,
            List<String> options,
            int line,
            List<String> phrases,
            List<String> unless,
            List<String> fires,
            List<String> rests,
            List<String> marks) {
        Block(String kind, String name, List<String> options, int line) {
            this(
                    kind,
                    name,
                    options,
                    line,
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>());
        }
    }

    CrisisLexicon parse(String text) {
        for (String raw : text.lines().toList()) {
            line++;
            String content = raw.strip();
            if (content.isEmpty() || content.startsWith("#")) {
                continue;
            }
            if (Character.isWhitespace(raw.charAt(0))) {
                under(content);
            } else {
                opening(content);
            }
        }
        return finish();
    }

    private CrisisLexicon finish() {
        List<CrisisSetting> settings = blocks("setting").map(this::setting).toList();
        Set<String> names = settings.stream().map(CrisisSetting::name).collect(Collectors.toSet());
        List<CrisisRule> rules = blocks("rule").map(b -> rule(b, names)).toList();
        if (rules.isEmpty()) {
            throw new IllegalArgumentException(
                    fileName + ": there is no rule; a crisis reading without one sees nothing");
        }
        return new CrisisLexicon(spellings, words, senses, rules, settings, never);
    }

    private Stream<Block> blocks(String kind) {
        return blocks.stream().filter(b -> b.kind().equals(kind));
    }

    private void opening(String content) {
        String[] parts = content.split("\\s+", 2);
        String rest = parts.length > 1 ? parts[1] : "";
        open = null;
        switch (parts[0]) {
            case "same" -> spellings.put(nameOf(rest), List.of(valueOf(rest).split("\\s+")));
            case "words" -> words.merge(nameOf(rest), expand(valueOf(rest)), (a, b) -> a + " " + b);
            case "sense" -> senses.merge(nameOf(rest), valueOf(rest), (a, b) -> a + " " + b);
            case "let" -> let(nameOf(rest), expand(valueOf(rest)));
            case "setting", "never", "rule" -> block(parts[0], rest);
            default ->
                throw wrong("'" + parts[0] + "' opens nothing; a line that is not indented begins with " + OPENERS);
        }
    }

    private void let(String name, String value) {
        if (lets.putIfAbsent(name, "(" + value + ")") != null) {
            throw wrong("'" + name + "' is let twice; give one of them another name");
        }
    }

    private String nameOf(String rest) {
        int colon = rest.indexOf(':');
        if (colon <= 0) {
            throw wrong("a name and a colon are missing; write for example 'same you: u ya'");
        }
        return rest.substring(0, colon).strip();
    }

    private String valueOf(String rest) {
        String value = rest.substring(rest.indexOf(':') + 1).strip();
        if (value.isEmpty()) {
            throw wrong("nothing stands after the colon");
        }
        return value;
    }

    private void block(String kind, String rest) {
        List<String> parts =
                Arrays.stream(rest.split("[\\s,]+")).filter(p -> !p.isEmpty()).toList();
        if (parts.isEmpty()) {
            throw wrong("'" + kind + "' needs a name");
        }
        String name = parts.get(0);
        if (blocks.stream().anyMatch(b -> b.kind().equals(kind) && b.name().equals(name))) {
            throw wrong("there is already a " + kind + " '" + name + "'; join the two or rename one");
        }
        open = new Block(kind, name, parts.subList(1, parts.size()), line);
        blocks.add(open);
        if (kind.equals("never")) {
            never.put(concern(name), open.phrases());
        }
    }

    private void under(String content) {
        if (open == null) {
            throw wrong("an indented line belongs to a setting, a never or a rule above it, and there is none");
        }
        if (content.startsWith("+ ")) {
            open.fires().add(content.substring(2).strip());
        } else if (content.startsWith("- ")) {
            open.rests().add(content.substring(2).strip());
        } else if (content.startsWith("unless ")) {
            open.unless().add(expand(content.substring(7)));
        } else if (content.startsWith("marks ")) {
            open.marks().addAll(List.of(content.substring(6).strip().split("\\s+")));
        } else {
            open.phrases().add(expand(content));
        }
    }

    private String expand(String phrase) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (int brace = phrase.indexOf('{'); brace >= 0; brace = phrase.indexOf('{', at)) {
            int close = phrase.indexOf('}', brace);
            String name = close < 0 ? "" : phrase.substring(brace + 1, close);
            String value = lets.get(name);
            if (value == null) {
                throw wrong("'{" + name + "' names nothing that was let above; write 'let " + name + ": ...' first");
            }
            out.append(phrase, at, brace).append(value);
            at = close + 1;
        }
        return out.append(phrase.substring(at)).toString();
    }

    private CrisisSetting setting(Block block) {
        line = block.line();
        if (block.options().size() != 1) {
            throw wrong("a setting says how far it reaches: sentence, near or message");
        }
        return new CrisisSetting(block.name(), reach(block.options().get(0)), block.phrases(), block.marks());
    }

    private CrisisSetting.Reach reach(String word) {
        return Arrays.stream(CrisisSetting.Reach.values())
                .filter(r -> r.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> wrong("'" + word + "' is no reach; write sentence, near or message"));
    }

    private CrisisRule rule(Block block, Set<String> settings) {
        line = block.line();
        int dot = block.name().indexOf('.');
        if (dot <= 0) {
            throw wrong("a rule is named CONCERN.name, for example self_harm.wants-to-die");
        }
        if (block.phrases().isEmpty()
                || block.fires().isEmpty()
                || block.rests().isEmpty()) {
            throw wrong("a rule needs a phrase, an example that fires (+) and one that does not (-)");
        }
        Set<String> quiet = new LinkedHashSet<>(block.options());
        boolean plain = quiet.remove("plain");
        quiet.stream().filter(q -> !settings.contains(q)).findFirst().ifPresent(q -> {
            throw wrong("'" + q + "' is no setting of this file; settings are " + String.join(", ", settings));
        });
        return new CrisisRule(
                block.name(),
                concern(block.name().substring(0, dot)),
                block.phrases(),
                block.unless(),
                quiet,
                plain,
                block.fires(),
                block.rests(),
                block.line());
    }

    private Concern concern(String name) {
        return Arrays.stream(Concern.values())
                .filter(c -> c.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> wrong("'" + name + "' is no concern; write self_harm, partner_violence or threat"));
    }

    private IllegalArgumentException wrong(String reason) {
        return new IllegalArgumentException(fileName + ":" + line + ": " + reason);
    }
}
