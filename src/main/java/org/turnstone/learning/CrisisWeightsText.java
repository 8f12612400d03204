package org.turnstone.learning;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.turnstone.safety.CrisisWeights;

/** Writes crisis weights as the file that people can read. Stateless. */
public final class CrisisWeightsText {
    private static final String HEAD = """
            # What was learned of words of crisis, beside the cues in crisis.%1$s.txt. Written by: turnstone learn-crisis.
            # A line: the words, then how much they speak for self_harm, partner_violence and threat, parted by tabs.
            # Words stand by their stems, or by what they stand for (<hit>: see "sense" in crisis.%1$s.txt); '..' is up to
            # three words between. A line may be removed or changed. From '=threshold' on the bot steps aside; below
            # '=doubt' a cue is taken for chance.
            """;
    /** Weights smaller than this say nothing that anyone could tell. */
    private static final double LEAST = 0.04;

    private CrisisWeightsText() {}

    public static String of(CrisisWeights weights, String language) {
        StringBuilder out = new StringBuilder(HEAD.formatted(language));
        out.append("=threshold\t").append(figure(weights.bounds().threshold())).append('\n');
        out.append("=doubt\t").append(figure(weights.bounds().doubt())).append('\n');
        out.append("=bias\t").append(figures(weights.bias())).append('\n');
        Map<String, double[]> sorted = new TreeMap<>(weights.byMark());
        sorted.forEach((mark, figures) -> {
            if (Arrays.stream(figures).anyMatch(f -> Math.abs(f) >= LEAST)) {
                out.append(mark).append('\t').append(figures(figures)).append('\n');
            }
        });
        return out.toString();
    }

    private static String figures(double[] figures) {
        return Arrays.stream(figures).mapToObj(CrisisWeightsText::figure).collect(Collectors.joining("\t"));
    }

    private static String figure(double value) {
        String written = String.format(Locale.ROOT, "%.3f", value);
        return written.equals("-0.000") ? "0.000" : written;
    }
}
