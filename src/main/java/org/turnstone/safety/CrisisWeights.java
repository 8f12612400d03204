package org.turnstone.safety;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.turnstone.reading.Decimal;

/**
 * What was learned from labelled lines beside the cues: how much each mark of a message speaks for each concern, as
 * people can read it in its file. Immutable; may be shared between threads.
 */
public final class CrisisWeights {
    /** Nothing was learned: cues alone decide. */
    public static final CrisisWeights NONE = new CrisisWeights(new Bounds(1, 0), new double[3], Map.of());

    private static final int CONCERNS = Concern.values().length;
    /** Between 0 (length counts in full) and one half (not at all); found by leaving personas out. */
    private static final double LEVELLING = 0.35;

    /**
     * Where likelihood becomes an alarm.
     *
     * @param threshold from which likelihood on the bot steps aside without a cue
     * @param doubt below which likelihood a cue is taken for chance
     */
    public record Bounds(double threshold, double doubt) {}

    private final Bounds bounds;
    private final double[] bias;
    private final MarkTable marks;

    /**
     * @param bias where each concern begins, in the order of {@link Concern}
     * @param byMark what each mark adds to each concern, by the name that {@link CrisisMarks} gives it
     */
    public CrisisWeights(Bounds bounds, double[] bias, Map<String, double[]> byMark) {
        this(bounds, bias, MarkTable.of(byMark, CONCERNS));
    }

    private CrisisWeights(Bounds bounds, double[] bias, MarkTable marks) {
        this.bounds = bounds;
        this.bias = bias.clone();
        this.marks = marks.whole();
    }

    public Bounds bounds() {
        return bounds;
    }

    public double[] bias() {
        return bias.clone();
    }

    /** What each mark adds to each concern, in the order of {@link Concern}. */
    public Map<String, double[]> byMark() {
        return marks.toMap();
    }

    boolean isEmpty() {
        return marks.isEmpty();
    }

    /**
     * Reads a weights file: lines {@code name TAB figures}; the file explains itself.
     *
     * @param fileName said in errors
     * @throws IllegalArgumentException with file, line, what is wrong and what to do
     */
    public static CrisisWeights parse(String fileName, String text) {
        MarkTable marks = new MarkTable(CONCERNS);
        Map<String, double[]> head = new HashMap<>();
        int line = 0;
        for (String content : (Iterable<String>) text.lines()::iterator) {
            line++;
            if (content.isBlank() || content.startsWith("#")) {
                continue;
            }
            int tab = content.indexOf('\t');
            int nameEnd = Math.max(0, tab);
            boolean heads = content.startsWith("=");
            double[] figures = figures(content, tab);
            if (figures.length == 0 || !heads && figures.length != CONCERNS || !areFinite(figures)) {
                throw new IllegalArgumentException(fileName + ":" + line
                        + ": needs a name and three numbers, parted by tabs; restore the line or learn anew");
            }
            boolean isNew = heads
                    ? head.put(content.substring(1, nameEnd), figures) == null
                    : marks.add(content, 0, nameEnd, figures);
            if (!isNew) {
                throw new IllegalArgumentException(fileName + ":" + line + ": '"
                        + content.substring(heads ? 1 : 0, nameEnd) + "' stands there twice; remove one of the two");
            }
        }
        return new CrisisWeights(
                new Bounds(head(fileName, head, "threshold", 1)[0], head(fileName, head, "doubt", 1)[0]),
                head(fileName, head, "bias", CONCERNS),
                marks);
    }

    /** The numbers after the tab at {@code tab}; none where one of them is no number, or there are more than three. */
    private static double[] figures(String content, int tab) {
        double[] figures = new double[CONCERNS];
        int count = 0;
        try {
            for (int from = tab + 1; tab > 0 && from <= content.length(); count++) {
                int next = content.indexOf('\t', from);
                int to = next < 0 ? content.length() : next;
                if (count == CONCERNS) {
                    return new double[0];
                }
                figures[count] = Decimal.parse(content, from, to);
                from = to + 1;
            }
        } catch (NumberFormatException e) {
            return new double[0];
        }
        return Arrays.copyOf(figures, count);
    }

    private static boolean areFinite(double[] figures) {
        for (double figure : figures) {
            if (!Double.isFinite(figure)) {
                return false;
            }
        }
        return true;
    }

    private static double[] head(String fileName, Map<String, double[]> head, String name, int length) {
        double[] found = head.get(name);
        if (found == null || found.length != length) {
            throw new IllegalArgumentException(
                    fileName + ": the line '=" + name + "' is missing or has not " + length + " numbers; learn anew");
        }
        return found;
    }

    /** How likely each concern is, where these marks were found, each once; what is left to 1 is "none". */
    public double[] likelihoods(Collection<String> found) {
        double[] sums = bias.clone();
        double scale = scale(found);
        for (String mark : found) {
            int number = marks.find(mark);
            for (int k = 0; k < CONCERNS && number != MarkTable.NOT_THERE; k++) {
                sums[k] += CrisisMarks.worth(mark) * scale * marks.figure(number, k);
            }
        }
        double[] powers = Arrays.stream(sums)
                .map(raised(Arrays.stream(sums).max().orElse(0)))
                .toArray();
        double none = raised(Arrays.stream(sums).max().orElse(0)).applyAsDouble(0);
        double all = none + Arrays.stream(powers).sum();
        return Arrays.stream(powers).map(p -> p / all).toArray();
    }

    private static DoubleUnaryOperator raised(double most) {
        double top = Math.max(0, most);
        return s -> StrictMath.exp(s - top);
    }

    /** What one mark adds to {@code concern}, before all are scaled. */
    double adds(String mark, Concern concern) {
        int number = marks.find(mark);
        return number == MarkTable.NOT_THERE ? 0 : marks.figure(number, concern.ordinal()) * CrisisMarks.worth(mark);
    }

    /** Long messages have more marks; without this they would speak louder. Only marks that are known count. */
    private double scale(Collection<String> found) {
        double squares = 0;
        for (String mark : found) {
            if (marks.find(mark) != MarkTable.NOT_THERE) {
                squares += CrisisMarks.worth(mark) * CrisisMarks.worth(mark);
            }
        }
        return scaleOf(squares);
    }

    /** By how much marks of these worths are scaled. */
    public static double scaleOf(double squares) {
        return squares == 0 ? 0 : StrictMath.pow(squares, -LEVELLING);
    }
}
