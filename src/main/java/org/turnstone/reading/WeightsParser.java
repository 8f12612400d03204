package org.turnstone.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
    private final List<Weights.Line> lines = new ArrayList<>();
    private final Set<Long> seen = new HashSet<>();
    private Weights.@Nullable Section section;
    private int number;

    WeightsParser(String fileName) {
        this.fileName = fileName;
    }

    Weights parse(String text) {
        for (String line : text.lines().toList()) {
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
            feature(section, line.split("\t", -1));
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
        check(figures.put(figure.get(), (double) number(line.substring(space + 1))) == null, "the figure stands twice");
    }

    private void feature(Weights.Section in, String[] cells) {
        int kindless = 1 + in.figures();
        check(
                cells.length == kindless || cells.length == kindless + 1,
                "needs a feature and " + in.figures() + " figures, parted by tabs");
        float[] own = new float[in.figures()];
        for (int i = 0; i < own.length; i++) {
            own[i] = number(cells[i + 1]);
        }
        long hash = hash(cells[0]);
        check(seen.add(hash + in.ordinal()), "the feature stands twice");
        Kind kind = cells.length > kindless ? kind(cells[kindless]) : null;
        lines.add(new Weights.Line(in, rule(cells[0]), hash, own, kind));
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

    private float number(String written) {
        try {
            float value = Float.parseFloat(written);
            if (Math.abs(value) <= LARGEST) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Told below, with the place.
        }
        throw wrong("\"" + (written.length() > 40 ? written.substring(0, 40) + "..." : written) + "\" is no number");
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
