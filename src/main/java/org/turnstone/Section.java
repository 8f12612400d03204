package org.turnstone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One object of the settings file. Each key is asked for with its default; what nobody asked for is refused at the end,
 * so that no list of known keys has to be kept. A value that will not do is complained of and its default returned, so
 * that every problem of a file is told at once. For one thread, at start.
 */
final class Section {

    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");

    private final JsonNode node;
    private final String path;
    private final SettingsText text;
    private final Map<String, Optional<Section>> asked = new TreeMap<>();

    private Section(JsonNode node, String path, SettingsText text) {
        this.node = node;
        this.path = path;
        this.text = text;
    }

    /** The whole file; {@code problems} receives what is wrong with it, now and later. */
    static Section parse(String name, String json, List<String> problems) {
        SettingsText text = SettingsText.parse(name, json, problems);
        return new Section(text.tree(), "", text);
    }

    /** The object under {@code key}; an empty one where the file does not have it. */
    Section section(String key) {
        JsonNode child = node.path(key);
        Section section = new Section(child.isObject() ? child : MissingNode.getInstance(), path(key), text);
        asked.put(key, Optional.of(section));
        if (!child.isMissingNode() && !child.isObject()) {
            complain(key, "is " + shown(child) + "; it must be an object in braces: { ... }");
        }
        return section;
    }

    int number(String key, int usual, int least, int most) {
        JsonNode value = ask(key);
        if (value.isMissingNode()) {
            return usual;
        }
        if (value.isIntegralNumber()
                && value.canConvertToInt()
                && value.intValue() >= least
                && value.intValue() <= most) {
            return value.intValue();
        }
        complain(key, "is " + shown(value) + "; it must be a whole number from " + least + " to " + most);
        return usual;
    }

    Duration duration(String key, String usual, String least, String most) {
        String rule = "a time from \"" + least + "\" to \"" + most
                + "\", written like \"90 s\", \"30 min\", \"12 h\", \"7 days\"";
        String value = text(
                key,
                usual,
                rule,
                written -> Durations.parse(written)
                        .filter(time ->
                                time.compareTo(Durations.of(least)) >= 0 && time.compareTo(Durations.of(most)) <= 0)
                        .isPresent());
        return Durations.of(value);
    }

    LocalTime time(String key, String usual, String least, String most) {
        String rule = "a time of day from \"" + least + "\" to \"" + most + "\"";
        return LocalTime.parse(text(
                key,
                usual,
                rule,
                value -> TIME.matcher(value).matches() && value.compareTo(least) >= 0 && value.compareTo(most) <= 0));
    }

    <E extends Enum<E>> E choice(String key, E usual) {
        Map<String, E> choices = Arrays.stream(usual.getDeclaringClass().getEnumConstants())
                .collect(Collectors.toMap(
                        choice -> choice.name().toLowerCase(Locale.ROOT), choice -> choice, (a, b) -> a, TreeMap::new));
        String rule = choices.keySet().stream().collect(Collectors.joining("\" or \"", "\"", "\""));
        return choices.get(text(key, usual.name().toLowerCase(Locale.ROOT), rule, choices::containsKey));
    }

    /** A text that {@code fits}; {@code rule} says in a complaint what would. */
    String text(String key, String usual, String rule, Predicate<String> fits) {
        JsonNode value = ask(key);
        if (value.isMissingNode() || value.isTextual() && fits.test(value.textValue())) {
            return value.asText(usual);
        }
        complain(key, "is " + shown(value) + "; it must be " + rule);
        return usual;
    }

    /** A text that may be left empty. */
    Optional<String> optional(String key, String rule, Predicate<String> fits) {
        return Optional.of(text(key, "", rule + ", or empty", value -> value.isEmpty() || fits.test(value)))
                .filter(value -> !value.isEmpty());
    }

    void complain(String key, String what) {
        text.complain(path(key), what);
    }

    /** Every key that stands in the file and in no question so far, here and below. */
    void refuseWhatNobodyAskedFor() {
        refuse(known());
    }

    /** The paths of all keys asked for, here and below. */
    List<String> known() {
        List<String> paths = new ArrayList<>();
        asked.forEach((key, section) -> {
            paths.add(path(key));
            section.ifPresent(below -> paths.addAll(below.known()));
        });
        return paths;
    }

    private void refuse(List<String> known) {
        node.fieldNames().forEachRemaining(key -> {
            if (!asked.containsKey(key)) {
                complain(key, Suggestion.forUnknown(path(key), known));
            }
        });
        asked.values().forEach(section -> section.ifPresent(below -> below.refuse(known)));
    }

    private JsonNode ask(String key) {
        asked.put(key, Optional.empty());
        return node.path(key);
    }

    private String path(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static String shown(JsonNode value) {
        return SettingsText.shortened(value.toString());
    }
}
