package org.turnstone.learning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.turnstone.reading.Family;
import org.turnstone.reading.Weights.Figure;
import org.turnstone.reading.Weights.Section;

/** Writes a weights file. For one thread, once. */
final class WeightsText {
    /** So many lines a section are kept, the weightiest; the file stays below two megabytes. */
    private static final int MOST_LINES = 33_000;

    private static final double LEAST = 0.002;

    private final StringBuilder text = new StringBuilder("turnstone-weights 1\n");

    WeightsText(String heading, Map<Figure, Double> figures) {
        text.append(heading);
        new EnumMap<>(figures)
                .forEach((figure, value) -> text.append(figure.label())
                        .append(' ')
                        .append(written(value))
                        .append('\n'));
    }

    /**
     * Writes a section.
     *
     * @param columns for each figure of the section, the weight of every feature
     * @param kinds for every feature the label of its kind; empty where it has none
     */
    WeightsText section(Section section, Corpus corpus, double[][] columns, List<String> kinds) {
        text.append("\n[").append(section.label()).append("]\n");
        List<Integer> kept = new ArrayList<>(IntStream.range(0, corpus.traits().size())
                .filter(i -> belongs(section, corpus.traits().get(i).family()) && loudest(columns, i) >= LEAST)
                .boxed()
                .toList());
        kept.sort(Comparator.comparingDouble((Integer i) -> loudest(columns, i)).reversed());
        kept.stream()
                .limit(MOST_LINES)
                .sorted(Comparator.comparing(i -> corpus.traits().get(i).name()))
                .forEach(i -> line(corpus.traits().get(i).name(), columns, i, kinds.isEmpty() ? "" : kinds.get(i)));
        return this;
    }

    private static boolean belongs(Section section, Family family) {
        return (family == Family.PARTNER) == (section == Section.PARTNER);
    }

    private static double loudest(double[][] columns, int feature) {
        double loudest = 0;
        for (double[] column : columns) {
            loudest = Math.max(loudest, Math.abs(column[feature]));
        }
        return loudest;
    }

    private void line(String name, double[][] columns, int feature, String kind) {
        text.append(name);
        for (double[] column : columns) {
            text.append('\t').append(written(column[feature]));
        }
        text.append(kind.isEmpty() ? "" : "\t" + kind).append('\n');
    }

    private static String written(double value) {
        String fixed = String.format(Locale.ROOT, "%.3f", value);
        String plain = fixed.replaceAll("\\.?0+$", "");
        return plain.isEmpty() || plain.equals("-") || plain.equals("-0") ? "0" : plain;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
