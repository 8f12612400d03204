package org.turnstone.learning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.turnstone.reading.Family;
import org.turnstone.reading.Kind;
import org.turnstone.reading.Kind.Side;

/**
 * Which kind each feature is a sign of: the one among whose rows it is found most beyond what chance gives. A feature that
 * speaks for defending gets a kind of defending, one that speaks for leaning in a kind of that. Stateless; may be shared.
 */
final class KindsOfFeatures {
    /** Rows of the average mix that each feature is thought to have been seen in beside its own. */
    private static final double DOUBT = 3;

    private KindsOfFeatures() {}

    /** For every feature the label of its kind; empty where it has none. */
    static List<String> of(Corpus corpus, double[] against, double[] forLeaningIn) {
        Map<String, Integer> all = new TreeMap<>();
        List<Map<String, Integer>> seen = new ArrayList<>();
        corpus.traits().forEach(t -> seen.add(new HashMap<>(4)));
        for (Corpus.Seen row : corpus.rows()) {
            for (String kind : row.row().kinds()) {
                all.merge(kind, 1, Integer::sum);
                for (int feature : row.message().numbers()) {
                    seen.get(feature).merge(kind, 1, Integer::sum);
                }
            }
        }
        List<String> kinds = new ArrayList<>();
        for (int i = 0; i < seen.size(); i++) {
            Side side = against[i] >= forLeaningIn[i] ? Side.DEFENDING : Side.LEANING_IN;
            kinds.add(kind(corpus, i, seen.get(i), all, side));
        }
        return kinds;
    }

    private static String kind(
            Corpus corpus, int feature, Map<String, Integer> seen, Map<String, Integer> all, Side side) {
        String name = corpus.traits().get(feature).name();
        if (corpus.traits().get(feature).family() == Family.CUE) {
            return name.substring(name.indexOf(' ') + 1, name.indexOf('/')).replace('-', '_');
        }
        double rows = all.values().stream().mapToInt(n -> n).sum();
        double best = 0;
        String kind = "";
        for (Kind candidate : Kind.values()) {
            double share = all.getOrDefault(candidate.label(), 0) / rows;
            if (candidate.side() == side && share > 0) {
                double lift = (seen.getOrDefault(candidate.label(), 0) + DOUBT * share) / share;
                if (lift > best) {
                    best = lift;
                    kind = candidate.label();
                }
            }
        }
        return kind;
    }

    /** The one kind of a harsh start, for every feature that speaks for it. */
    static List<String> harsh(Corpus corpus, double[] harsh) {
        List<String> kinds = new ArrayList<>();
        for (int i = 0; i < corpus.traits().size(); i++) {
            kinds.add(harsh[i] > 0 ? Kind.HARSH_START_UP.label() : "");
        }
        return kinds;
    }
}
