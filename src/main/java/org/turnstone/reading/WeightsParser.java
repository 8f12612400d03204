package org.turnstone.reading;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a weights file. For one thread, once. */
final class WeightsParser {
    private static final String FIRST_LINE = "turnstone-weights 1";
    private static final String REMEDY = "make the file anew with `learn`, or put the last good one back";
    private static final Map<String, Kind> KINDS =
            Arrays.stream(Kind.values()).collect(Collectors.toUnmodifiableMap(Kind::label, kind -> kind));
    private static final float LARGEST = 1e6f;

    private final String fileName;
    private final Map<Weights.Figure, Double> figures = new EnumMap<>(Weights.Figure.class);
    private final WeightsBuilder lines = new WeightsBuilder();
    private Weights.@Nullable Section section;
    private int number;

    WeightsParser(String fileName) {
        this.fileName = fileName;
    }

    Weights parse(String text) {
        for (String line : (Iterable<String>) text.lines()::iterator) {
            number++;
            if (number == 1) {
                check(line.equals(FIRST_LINE), "does not begin with \"" + FIRST_LINE + "\"");
            } else if (!line.isBlank() && line.charAt(0) != '#') {
                take(line);
            }
        }
        check(number > 0, "is empty");
        for (Weights.Figure figure : Weights.Figure.values()) {
            check(figures.containsKey(figure), "ends without the figure " + figure.label());
        }
        return new Weights(figures, lines);
    }

    private void take(String line) {
        if (line.charAt(0) == '[' && line.indexOf('\t') < 0) {
            section = section(line);
        } else if (section == null) {
            figure(line);
        } else {
            feature(section, line);
        }
    }

    private Weights.Section section(String line) {
        return Arrays.stream(Weights.Section.values())
                .filter(s -> line.equals("[" + s.label() + "]"))
                .findFirst()
                .orElseThrow(() -> wrong("there is no such section"));
    }

    private void figure(String line) {
        int space = line.indexOf(' ');
        Optional<Weights.Figure> figure = Arrays.stream(Weights.Figure.values())
                .filter(f -> space > 0 && f.label().equals(line.substring(0, space)))
                .findFirst();
        check(figure.isPresent(), "there is no such figure");
        check(
                figures.put(figure.get(), (double) number(line, space + 1, line.length())) == null,
                "the figure stands twice");
    }

    private void feature(Weights.Section in, String line) {
        String wanted = "needs a feature and " + in.figures() + " figures, parted by tabs";
        int end = line.indexOf('\t');
        check(end >= 0, wanted);
        String name = line.substring(0, end);
        float[] own = new float[in.figures()];
        for (int i = 0; i < own.length; i++) {
            check(end < line.length(), wanted);
            int from = end + 1;
            end = cellEnd(line, from);
            own[i] = number(line, from, end);
        }
        Kind kind = null;
        if (end < line.length()) {
            int from = end + 1;
            end = cellEnd(line, from);
            check(end == line.length(), wanted);
            kind = kind(line.substring(from));
        }
        check(lines.add(in, rule(name), hash(name), own, kind), "the feature stands twice");
    }

    private static int cellEnd(String line, int from) {
        int tab = line.indexOf('\t', from);
        return tab < 0 ? line.length() : tab;
    }

    private static String rule(String name) {
        String cue = Family.CUE.written("");
        return name.startsWith(cue) ? name.substring(cue.length()) : name;
    }

    private long hash(String name) {
        int colon = name.indexOf(": ");
        String label = colon < 0 ? "" : name.substring(0, colon);
        String what = colon < 0 ? name : name.substring(colon + 2);
        check(!what.isBlank(), "names no feature");
        return Hashes.of(Family.of(label).orElseThrow(() -> wrong("there is no such family of features")), what);
    }

    private Kind kind(String label) {
        Kind kind = KINDS.get(label);
        check(kind != null, "there is no such kind");
        return Objects.requireNonNull(kind);
    }

    private float number(String line, int from, int to) {
        try {
            float value = (float) Decimal.parse(line, from, to);
            if (Math.abs(value) <= LARGEST) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Told below, with the place.
        }
        throw wrong("\"" + line.substring(from, Math.min(to, from + 40)) + (to > from + 40 ? "..." : "")
                + "\" is no number");
    }

    private void check(boolean holds, String reason) {
        if (!holds) {
            throw wrong(reason);
        }
    }

    private IllegalArgumentException wrong(String reason) {
        return new IllegalArgumentException(fileName + ":" + Math.max(1, number) + ": " + reason + "; " + REMEDY);
    }
}
