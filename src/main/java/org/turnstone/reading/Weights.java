package org.turnstone.reading;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@code learn} made of the labelled rows of one language: what each feature of a message says, and the thresholds
 * of each verdict. Immutable; may be shared between threads.
 *
 * <p>The file is text, and each line is a rule that anybody can read:
 *
 * <pre>
 * turnstone-weights 1
 * flag.ships 0.81                      figures, see {@link Figure}
 *
 * [listener]                           a feature, how far it speaks for defending, for leaning in, and its kind
 * i only&#9;0.412&#9;-0.2&#9;justification
 * opening: fair enough&#9;0.2&#9;0.1&#9;yes_but
 *
 * [partner]                            of the words just before: defending, leaning in, that something is at stake
 * partner: you never&#9;0.1&#9;-0.02&#9;0.6
 *
 * [speaker]                            how far it speaks for a harsh start
 * you only&#9;0.7
 * </pre>
 */
public final class Weights {
    /** No weights: the reader goes by cues alone. */
    public static final Weights NONE = new Weights(Map.of(), new WeightsBuilder());

    /** One figure of the file's head. */
    public enum Figure {
        FLAG_BIAS,
        /** The score from which a reply is flagged. */
        FLAG_SHIPS,
        /** The score at which a missed flag weighs like a false one. */
        FLAG_BALANCED,
        FLAG_FIRM,
        FLAG_HARD,
        LEAN_BIAS,
        /** The score from which a reply leans in. */
        LEAN_SHIPS,
        LEAN_FIRM,
        LEAN_HARD,
        STAKES_BIAS,
        /** How much it takes off a reply's score when nothing is at stake. */
        STAKES_SHARE,
        HARSH_BIAS,
        HARSH_SHIPS,
        HARSH_BALANCED,
        HARSH_FIRM,
        HARSH_HARD;

        /** As a weights file writes it: {@code flag.ships}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '.');
        }
    }

    /** Whom a part of the file is for. */
    public enum Section {
        /** Defending, leaning in. */
        LISTENER(2),
        /** Defending, leaning in, something is at stake. */
        PARTNER(3),
        /** A harsh start. */
        SPEAKER(1);

        private final int figures;

        Section(int figures) {
            this.figures = figures;
        }

        /** How many figures follow a feature. */
        public int figures() {
            return figures;
        }

        /** As a weights file writes it. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final int NO_LINE = -1;
    private static final Kind[] KINDS = Kind.values();
    /** Eight bits for each place of the table. */
    private static final int KNOWN_SHARE = 8;

    private final Map<Figure, Double> figures;
    private final Set<Section> sections = EnumSet.noneOf(Section.class);
    private final long[] keys;
    private final int[] numbers;
    private final int mask;
    /** A bit for each key, so that the many features of which nothing was learned are told by one look at little memory. */
    private final long[] known;

    /** The figures of all lines one after the other, and where each line's begin; its rule's id likewise. */
    private final float[] amounts;

    private final int[] amountsFrom;
    private final String rules;
    private final int[] rulesFrom;
    private final byte[] kinds;

    Weights(Map<Figure, Double> figures, WeightsBuilder lines) {
        this.figures = Map.copyOf(figures);
        this.keys = lines.keys();
        this.numbers = lines.numbers();
        this.mask = keys.length - 1;
        this.known = new long[Math.max(1, keys.length / KNOWN_SHARE)];
        for (int slot = 0; slot < keys.length; slot++) {
            if (numbers[slot] != 0) {
                known[word(keys[slot])] |= 1L << keys[slot];
            }
        }
        sections.addAll(lines.sections());
        this.amounts = lines.amounts();
        this.amountsFrom = lines.amountsFrom();
        this.rules = lines.rules();
        this.rulesFrom = lines.rulesFrom();
        this.kinds = lines.kinds();
    }

    /**
     * Binds a weights file.
     *
     * @param fileName for messages only
     * @throws IllegalArgumentException where something is wrong: {@code file:line: reason; what to do}
     */
    public static Weights parse(String fileName, String text) {
        return new WeightsParser(fileName).parse(text);
    }

    private int word(long key) {
        return (int) (key >>> 40 ^ key >>> 6) & known.length - 1;
    }

    /** The line of a feature; negative where nothing was learned of it. */
    int line(Section section, long hash) {
        long key = WeightsBuilder.key(section, hash);
        if ((known[word(key)] & 1L << key) == 0) {
            return NO_LINE;
        }
        for (int slot = WeightsBuilder.slot(key, mask); numbers[slot] != 0; slot = (slot + 1) & mask) {
            if (keys[slot] == key) {
                return numbers[slot] - 1;
            }
        }
        return NO_LINE;
    }

    /** What the line says in a column of its section. */
    float amount(int line, int column) {
        return amounts[amountsFrom[line] + column];
    }

    /** The rule's id. */
    String rule(int line) {
        return rules.substring(rulesFrom[line], rulesFrom[line + 1]);
    }

    /** What its words are a sign of. */
    @Nullable
    Kind kind(int line) {
        return kinds[line] == 0 ? null : KINDS[kinds[line] - 1];
    }

    double figure(Figure figure) {
        return figures.getOrDefault(figure, 0.0);
    }

    /** Whether anything was learned for this part. */
    boolean has(Section section) {
        return sections.contains(section);
    }
}
