package org.turnstone.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.turnstone.reading.Reader;
import org.turnstone.reading.Role;
import org.turnstone.reading.Traits;

/**
 * Labelled rows and background as numbered features. Features that only one message holds are left out; so is what only
 * the background holds, since its words are not known. Immutable once made; may be shared between threads.
 */
final class Corpus {
    private static final int[] NOTHING = {};

    /**
     * One row.
     *
     * @param message its features, with those of the partner's words before it
     * @param before features of the partner's words alone
     */
    record Seen(LabelledRow row, Features message, Features before) {}

    /**
     * Features of one text.
     *
     * @param numbers each once
     * @param norm what their values are divided by
     */
    record Features(int[] numbers, double norm) {
        static final Features NONE = new Features(NOTHING, 1);
    }

    /** One message of the background. */
    record Everyday(Features message, Features before) {}

    private final List<Traits.Trait> traits = new ArrayList<>();
    private final Map<Long, Integer> numbers = new HashMap<>();
    private final List<Seen> rows = new ArrayList<>();
    private final List<Everyday> everyday = new ArrayList<>();

    Corpus(List<LabelledRow> labelled, Background background, Reader reader) {
        List<Traits> found = labelled.stream()
                .map(row -> reader.traits(row.utterance()).orElse(Traits.NONE))
                .toList();
        number(found, background);
        for (int i = 0; i < labelled.size(); i++) {
            rows.add(new Seen(
                    labelled.get(i),
                    features(found.get(i).message(), found.get(i).norm()),
                    features(found.get(i).before(), found.get(i).beforeNorm())));
        }
        take(background);
    }

    private void number(List<Traits> found, Background background) {
        Map<Long, Integer> seen = new HashMap<>();
        found.forEach(t -> t.message().forEach(f -> seen.merge(f.hash(), 1, Integer::sum)));
        Map<Integer, Integer> outside = new HashMap<>();
        for (Background.Message message : background.messages()) {
            for (int hash : message.features()) {
                outside.merge(hash, 1, Integer::sum);
            }
        }
        found.forEach(t -> t.message().forEach(f -> number(f, seen, outside)));
    }

    private void number(Traits.Trait trait, Map<Long, Integer> seen, Map<Integer, Integer> outside) {
        if (seen.getOrDefault(trait.hash(), 0) + outside.getOrDefault((int) trait.hash(), 0) > 1
                && numbers.putIfAbsent(trait.hash(), traits.size()) == null) {
            traits.add(trait);
        }
    }

    private Features features(List<Traits.Trait> of, double norm) {
        int[] known = of.stream()
                .map(t -> numbers.get(t.hash()))
                .filter(n -> n != null)
                .mapToInt(n -> n)
                .toArray();
        return known.length == 0 ? Features.NONE : new Features(known, norm);
    }

    private void take(Background background) {
        Map<Integer, Integer> byShortHash = new HashMap<>();
        numbers.forEach((hash, number) -> byShortHash.merge((int) (long) hash, number, Math::min));
        for (Background.Message message : background.messages()) {
            everyday.add(new Everyday(
                    new Features(known(message.features(), byShortHash), message.norm()),
                    new Features(known(message.before(), byShortHash), message.beforeNorm())));
        }
    }

    private static int[] known(int[] hashes, Map<Integer, Integer> numbers) {
        int[] known = new int[hashes.length];
        int size = 0;
        for (int hash : hashes) {
            Integer number = numbers.get(hash);
            if (number != null) {
                known[size++] = number;
            }
        }
        return Arrays.copyOf(known, size);
    }

    List<Seen> rows() {
        return rows;
    }

    List<Everyday> everyday() {
        return everyday;
    }

    List<Traits.Trait> traits() {
        return traits;
    }

    /** For each feature how much it counts before anything is learned. */
    double[] values() {
        return traits.stream().mapToDouble(t -> t.family().value()).toArray();
    }

    /** For each feature how much it counts among the partner's words, where all of them count alike. */
    double[] ones() {
        return traits.stream().mapToDouble(t -> 1).toArray();
    }

    /** Only rows of one role. */
    static List<LabelledRow> of(Role role, List<LabelledRow> rows) {
        return rows.stream().filter(r -> r.role() == role).toList();
    }
}
