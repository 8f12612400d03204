package org.turnstone.prompts;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.turnstone.floor.Move;
import org.turnstone.floor.Prompt;
import org.turnstone.floor.Slot;
import org.turnstone.reading.Kind;

/** Reads a prompt file and gathers all that is wrong with it. For one thread, once. */
final class PromptFile {
    /** Fits a phone's button; the narrowest platform allows 80. */
    static final int LONGEST_LABEL = 40;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** Brackets around all of a line, and none within: those belong to a typed phrase. */
    private static final Pattern HEADING = Pattern.compile("\\[[^\\[\\]]+]");

    private final String fileName;
    private final Map<Text, Template> standIn;
    private final List<String> problems = new ArrayList<>();
    private final Map<String, Section> sections = new LinkedHashMap<>();

    /** @param standIn what texts say that the file lacks */
    PromptFile(String fileName, Map<Text, Template> standIn) {
        this.fileName = fileName;
        this.standIn = standIn;
    }

    /** Lines under one heading. */
    private record Section(String heading, int line, List<Entry> entries) {}

    private record Entry(int line, String text) {}

    PromptBook read(String text) {
        part(text);
        Map<Prompt, List<Template>> prompts = each(Prompt.class, Prompt::heading, Map.of(), this::wordings);
        Map<Move, String> labels = each(Move.class, PromptFile::button, Map.of(), this::label);
        Map<Text, Template> texts = each(Text.class, Text::heading, standIn, this::text);
        Map<Kind, PromptBook.Sign> signs = each(Kind.class, PromptFile::kind, Map.of(), this::sign);
        Typed typed = typed();
        sections.values()
                .forEach(s ->
                        wrong(s.line(), "nothing is called [" + s.heading() + "]", "mend its name or take it out"));
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems));
        }
        return new PromptBook(prompts, labels, signs, texts, typed);
    }

    private static String button(Move move) {
        return "button " + move.label().replace('_', ' ');
    }

    private static String kind(Kind kind) {
        return "kind " + kind.label().replace('_', ' ');
    }

    private void part(String text) {
        Section open = null;
        int number = 0;
        for (String raw : text.replace(BYTE_ORDER_MARK, "").split("\n", -1)) {
            number++;
            String line = raw.strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (HEADING.matcher(line).matches()) {
                open = open(line.substring(1, line.length() - 1).strip().toLowerCase(Locale.ROOT), number);
            } else if (open == null) {
                wrong(number, "these words stand under no heading", "put a line such as [paused] above them");
            } else {
                open.entries().add(new Entry(number, line));
            }
        }
    }

    private Section open(String heading, int line) {
        Section section = new Section(heading, line, new ArrayList<>());
        Section former = sections.putIfAbsent(heading, section);
        if (former != null) {
            wrong(line, "[" + heading + "] stands in line " + former.line() + " already", "join the two");
        }
        return former == null ? section : former;
    }

    /** Takes out the section of each constant of {@code type}; a heading left over at the end is unknown. */
    private <K extends Enum<K>, V> Map<K, V> each(
            Class<K> type, Function<K, String> heading, Map<K, V> missing, Reading<K, V> reading) {
        Map<K, V> all = new EnumMap<>(type);
        for (K key : type.getEnumConstants()) {
            Section section = sections.remove(heading.apply(key));
            if (section != null && !section.entries().isEmpty()) {
                all.put(key, reading.of(key, section));
            } else if (missing.containsKey(key)) {
                all.put(key, missing.get(key));
            } else {
                String what = "[" + heading.apply(key) + "] says nothing";
                wrong(section == null ? 0 : section.line(), what, "add the heading with a line under it");
            }
        }
        return all;
    }

    private interface Reading<K, V> {
        V of(K key, Section section);
    }

    private List<Template> wordings(Prompt prompt, Section section) {
        Set<String> allowed =
                prompt.slots().stream().map(PromptFile::place).collect(Collectors.toCollection(TreeSet::new));
        mustBeManyEnough(prompt, section);
        Set<String> said = new HashSet<>();
        List<Template> wordings = new ArrayList<>();
        for (Entry entry : section.entries()) {
            if (!said.add(entry.text())) {
                wrong(entry.line(), "the same wording stands here twice", "change one of the two");
            }
            wordings.add(template(entry, section, allowed));
        }
        return wordings;
    }

    private static String place(Slot slot) {
        return slot.name().toLowerCase(Locale.ROOT);
    }

    private void mustBeManyEnough(Prompt prompt, Section section) {
        int wordings = section.entries().size();
        if (prompt.name().startsWith("STATUS_") && wordings > 1) {
            String why = "[" + section.heading() + "] has several wordings, and a status line changes in place";
            wrong(section.line(), why, "keep one");
        } else if (!prompt.name().startsWith("STATUS_") && wordings < 2) {
            String why = "[" + section.heading() + "] has one wording and would be said the same twice running";
            wrong(section.line(), why, "add another");
        }
    }

    private String label(Move move, Section section) {
        Entry entry = section.entries().get(0);
        if (section.entries().size() > 1) {
            wrong(section.entries().get(1).line(), "a button has one label", "keep one line");
        }
        if (entry.text().length() > LONGEST_LABEL) {
            String why = "the label has " + entry.text().length() + " characters, " + LONGEST_LABEL + " at most";
            wrong(entry.line(), why, "shorten it");
        }
        template(entry, section, Set.of());
        return entry.text();
    }

    private PromptBook.Sign sign(Kind kind, Section section) {
        List<Entry> entries = section.entries();
        if (entries.size() != 2) {
            wrong(section.line(), "[" + section.heading() + "] has not two lines", "give it a name and one sentence");
        }
        entries.forEach(entry -> template(entry, section, Set.of()));
        return new PromptBook.Sign(
                entries.get(0).text(), entries.get(entries.size() - 1).text());
    }

    private Template text(Text text, Section section) {
        String joined = section.entries().stream().map(Entry::text).collect(Collectors.joining("\n"));
        Template template = template(new Entry(section.entries().get(0).line(), joined), section, text.places());
        Set<String> left = new TreeSet<>(text.places());
        left.removeAll(template.names());
        if (!left.isEmpty()) {
            String why = "[" + section.heading() + "] has no place for " + braced(left);
            wrong(section.line(), why, "say it somewhere in the text");
        }
        return template;
    }

    private Template template(Entry entry, Section section, Set<String> allowed) {
        try {
            Template template = Template.of(entry.text());
            Set<String> unknown = new TreeSet<>(template.names());
            unknown.removeAll(allowed);
            if (!unknown.isEmpty()) {
                String may = allowed.isEmpty() ? "it has no places" : "it may use " + braced(allowed);
                wrong(entry.line(), "[" + section.heading() + "] knows no " + braced(unknown), may);
            }
            return template;
        } catch (IllegalArgumentException e) {
            wrong(entry.line(), e.getMessage(), "write places as {to} and use braces for nothing else");
            return new Template(List.of(""));
        }
    }

    private static String braced(Set<String> names) {
        return names.stream().map(name -> "{" + name + "}").collect(Collectors.joining(", "));
    }

    private Typed typed() {
        Typed.Builder typed = new Typed.Builder();
        typed("beside", Optional.empty(), typed);
        for (Move move : Move.values()) {
            typed(move.label().replace('_', ' '), Optional.of(move), typed);
        }
        return typed.build();
    }

    private void typed(String name, Optional<Move> move, Typed.Builder typed) {
        Section section = sections.remove("typed " + name);
        List<Entry> entries = section == null ? List.of() : section.entries();
        for (Entry entry : entries) {
            try {
                typed.add(entry.text(), move);
            } catch (IllegalArgumentException e) {
                wrong(entry.line(), e.getMessage(), "mend the phrase");
            }
        }
    }

    private void wrong(int line, String why, String whatToDo) {
        String where = line == 0 ? fileName : fileName + ":" + line;
        problems.add(where + ": " + why + "; " + whatToDo);
    }
}
