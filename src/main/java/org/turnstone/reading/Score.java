package org.turnstone.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
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
    private static final Comparator<Voice> LOUDEST =
            Comparator.comparingDouble(Voice::amount).reversed().thenComparingInt(Voice::first);

    private final Weights weights;
    private final Weights.Section section;
    private final Tokens tokens;
    private final int[] heard;
    /** Each hit: its line, where it begins, how far it reaches; sorted, so that one feature's hits stand together. */
    private long[] hits = new long[96];

    private int size;
    private boolean sorted;
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
        return StrictMath.pow(8.0 * (heard + 2), POWER);
    }

    /** The same for what the partner's words say of the stakes. */
    static double stakesNorm(int heard) {
        return StrictMath.pow(2.0 * heard + 1, POWER);
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
        if (!sorted) {
            Arrays.sort(hits, 0, size);
            sorted = true;
        }
        double sum = 0;
        int before = -1;
        for (int i = 0; i < size; i++) {
            int line = (int) (hits[i] >>> 32);
            sum += line == before ? 0 : weights.amount(line, column);
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
                sum += weights.amount(line, column);
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

    /**
     * Some words that speak for a column, and how much.
     *
     * @param cue the lexicon's rule, where one fired there
     * @param line otherwise the line that speaks most
     */
    record Voice(int first, int last, double amount, Kind kind, Entry.@Nullable Cue cue, int line) {
        String rule(Weights weights) {
            return cue == null ? weights.rule(line) : cue.rule();
        }

        boolean meets(BitSet taken) {
            int next = taken.nextSetBit(first);
            return next >= 0 && next <= last;
        }
    }

    /** The words that speak most for {@code column}, the loudest first; what families say of the same words is added up. */
    List<Voice> voices(int column, Kind.Side side) {
        long[] byPlace = byPlace();
        List<Voice> voices = new ArrayList<>();
        for (int from = 0; from < byPlace.length; ) {
            long place = byPlace[from] >>> 32;
            int to = from;
            while (to < byPlace.length && byPlace[to] >>> 32 == place) {
                to++;
            }
            Voice voice = place >>> 4 == NOWHERE ? null : voice(byPlace, from, to, column, side);
            if (voice != null) {
                voices.add(voice);
            }
            from = to;
        }
        voices.sort(LOUDEST);
        return voices;
    }

    /** The hits with their place in front, sorted by it. */
    private long[] byPlace() {
        long[] places = new long[size];
        for (int i = 0; i < size; i++) {
            places[i] = hits[i] << 32 | hits[i] >>> 32;
        }
        Arrays.sort(places);
        return places;
    }

    private @Nullable Voice voice(long[] placed, int from, int to, int column, Kind.Side side) {
        double amount = 0;
        for (int i = from; i < to; i++) {
            amount += weights.amount((int) placed[i], column);
        }
        long place = placed[from] >>> 32;
        int last = lastWord(place);
        int first = firstWord((int) (place >>> 4), last);
        if (amount <= 0 || !tokens.isWord(first)) {
            return null;
        }
        Entry.Cue cue = signs.isEmpty() ? null : signs.get(place);
        if (cue != null && cue.kind().side() == side) {
            return new Voice(first, last, amount, cue.kind(), cue, -1);
        }
        int loudest = loudest(placed, from, to, column, side);
        Kind kind = loudest < 0 ? null : weights.kind(loudest);
        return kind == null ? null : new Voice(first, last, amount, kind, null, loudest);
    }

    private int lastWord(long place) {
        int first = (int) (place >>> 4);
        int last = first + (int) (place & LONGEST);
        while (last > first && !tokens.isWord(last)) {
            last--;
        }
        return last;
    }

    private int firstWord(int from, int last) {
        int first = from;
        while (first < last && !tokens.isWord(first)) {
            first++;
        }
        return first;
    }

    /** The line that speaks most for the column; negative where none of this side does. */
    private int loudest(long[] placed, int from, int to, int column, Kind.Side side) {
        int loudest = -1;
        for (int i = from; i < to; i++) {
            int line = (int) placed[i];
            Kind kind = weights.kind(line);
            boolean named = kind != null && kind.side() == side;
            if (named && (loudest < 0 || weights.amount(line, column) > weights.amount(loudest, column))) {
                loudest = line;
            }
        }
        return loudest;
    }
}
