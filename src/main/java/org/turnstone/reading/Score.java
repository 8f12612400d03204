package org.turnstone.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the weights say of one message: the sums, and which words brought them there. Each feature counts once, however
 * often it stands in the message. For one thread, once.
 */
final class Score implements Features.Sink {
    /** Column of a section's figures. */
    static final int DEFENDING = 0;

    static final int LEANING_IN = 1;
    private static final int AT_STAKE = 2;
    /** Where a feature stands at no one place. */
    private static final int NOWHERE = (1 << 27) - 1;

    private static final int LONGEST = 15;
    private static final double POWER = 0.4;

    private final Weights weights;
    private final Weights.Section section;
    private final Tokens tokens;
    private final int[] heard;
    /** Each hit: its line, where it begins, how far it reaches; sorted, so that one feature's hits stand together. */
    private long[] hits = new long[96];

    private int size;
    private final Map<Long, Entry.Cue> signs = new HashMap<>(4);

    /** @param heard the tokens that say something, see {@link Features#heard} */
    Score(Weights weights, Weights.Section section, Tokens tokens, int[] heard) {
        this.weights = weights;
        this.section = section;
        this.tokens = tokens;
        this.heard = heard;
    }

    /** A message of so many words and marks has so many features; what each says is divided by this. */
    static double norm(int heard) {
        return Math.pow(8.0 * (heard + 2), POWER);
    }

    /** The same for what the partner's words say of the stakes. */
    static double stakesNorm(int heard) {
        return Math.pow(2.0 * heard + 1, POWER);
    }

    @Override
    public void sequence(Family family, long hash, int first, int last) {
        int line = weights.line(section, hash);
        if (line >= 0) {
            int start = token(first);
            hit(line, family.isSaid() ? start : NOWHERE, Math.max(0, token(last) - start));
        }
    }

    @Override
    public void label(Family family, String label) {
        hit(weights.line(section, Hashes.of(family, label)), NOWHERE, 0);
    }

    @Override
    public void cue(Reader.Sign sign) {
        int reach = sign.last() - sign.first();
        hit(weights.line(section, Hashes.of(Family.CUE, sign.cue().rule())), sign.first(), reach);
        hit(weights.line(section, Hashes.of(Family.KIND, sign.cue().kind().label())), sign.first(), reach);
        hit(weights.line(section, Hashes.of(Family.FORCE, Features.force(sign.cue()))), sign.first(), reach);
        signs.put(place(sign.first(), reach), sign.cue());
    }

    private static long place(int first, int reach) {
        return (long) Math.min(first, NOWHERE) << 4 | Math.min(reach, LONGEST);
    }

    /** The token of a place among the heard; the start and the end of a message lie on its first and last. */
    private int token(int place) {
        return heard[Math.max(0, Math.min(place, heard.length - 1))];
    }

    private void hit(int line, int first, int reach) {
        if (line >= 0) {
            if (size == hits.length) {
                hits = Arrays.copyOf(hits, 2 * size);
            }
            hits[size++] = (long) line << 32 | place(first, reach);
        }
    }

    /** The sum of a column over all features, each once. Ends the taking in. */
    double sum(int column) {
        Arrays.sort(hits, 0, size);
        double sum = 0;
        int before = -1;
        for (int i = 0; i < size; i++) {
            int line = (int) (hits[i] >>> 32);
            sum += line == before ? 0 : weights.line(line).figures()[column];
            before = line;
        }
        return sum;
    }

    /** The sum of a column over the features whose words all stand before {@code end}, each once. */
    double sumWithin(int column, int end) {
        double sum = 0;
        int before = -1;
        for (int i = 0; i < size; i++) {
            int line = (int) (hits[i] >>> 32);
            if (line != before && ((int) hits[i] >>> 4) + ((int) hits[i] & LONGEST) < end) {
                sum += weights.line(line).figures()[column];
                before = line;
            }
        }
        return sum;
    }

    /** What the partner's words add to each column. */
    static double[] partner(Weights weights, Tokens before, int[] heard) {
        Score score = new Score(weights, Weights.Section.PARTNER, before, heard);
        Features.before(before, heard, score);
        return new double[] {score.sum(DEFENDING), score.sum(LEANING_IN), score.sum(AT_STAKE)};
    }

    /** Some words that speak for a column, and how much. */
    record Voice(int first, int last, double amount, Kind kind, String rule) {
        boolean meets(BitSet taken) {
            int next = taken.nextSetBit(first);
            return next >= 0 && next <= last;
        }
    }

    /** The words that speak most for {@code column}, the loudest first; what families say of the same words is added up. */
    List<Voice> voices(int column, Kind.Side side) {
        Map<Long, List<Weights.Line>> places = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            Weights.Line line = weights.line((int) (hits[i] >>> 32));
            if ((int) hits[i] >>> 4 != NOWHERE) {
                places.computeIfAbsent(hits[i] & 0xFFFFFFFFL, p -> new ArrayList<>(2))
                        .add(line);
            }
        }
        List<Voice> voices = new ArrayList<>();
        places.forEach((place, lines) -> {
            Voice voice = voice(place, lines, column, side);
            if (voice != null) {
                voices.add(voice);
            }
        });
        voices.sort(Comparator.comparingDouble(Voice::amount).reversed().thenComparingInt(Voice::first));
        return voices;
    }

    private @Nullable Voice voice(long place, List<Weights.Line> lines, int column, Kind.Side side) {
        int first = (int) (place >>> 4);
        int last = first + (int) (place & LONGEST);
        while (last > first && !tokens.isWord(last)) {
            last--;
        }
        while (first < last && !tokens.isWord(first)) {
            first++;
        }
        double amount =
                lines.stream().mapToDouble(line -> line.figures()[column]).sum();
        Entry.Cue cue = signs.get(place);
        if (amount <= 0 || !tokens.isWord(first)) {
            return null;
        }
        if (cue != null && cue.kind().side() == side) {
            return new Voice(first, last, amount, cue.kind(), cue.rule());
        }
        Weights.Line loudest = null;
        for (Weights.Line line : lines) {
            boolean named = line.kind() != null && line.kind().side() == side;
            if (named && (loudest == null || line.figures()[column] > loudest.figures()[column])) {
                loudest = line;
            }
        }
        return loudest == null || loudest.kind() == null
                ? null
                : new Voice(first, last, amount, loudest.kind(), loudest.rule());
    }
}
