package org.turnstone.learning;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An evaluation as one JSON object. {@code rows} and {@code pairs} are counts, all other figures lie between 0 and 1 or are
 * null where no row could count; the 95 % interval of {@code name} stands beside it as {@code name_ci}. Stateless.
 */
public final class EvaluationJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private EvaluationJson() {}

    /** @param misses how many of the worst to tell, with their place and without their words */
    public static String of(Evaluation evaluation, int misses) {
        ObjectNode object = JSON.createObjectNode();
        object.set("all", measures(evaluation.all()));
        object.set("files", each(evaluation.files()));
        object.set("personas", each(evaluation.personas()));
        if (misses > 0) {
            var list = object.putArray("misses");
            evaluation.misses().stream().limit(misses).map(EvaluationJson::miss).forEach(list::add);
        }
        return object.toString();
    }

    private static ObjectNode each(Map<String, Measures> of) {
        ObjectNode object = JSON.createObjectNode();
        of.forEach((name, measures) -> object.set(name, measures(measures)));
        return object;
    }

    private static ObjectNode measures(Measures m) {
        ObjectNode object = JSON.createObjectNode();
        object.put("rows", m.rows());
        object.set("flag", detection(m.flag()));
        object.set("flag_balanced", detection(m.balanced()));
        object.set("lean_in", detection(m.leanIn()));
        ObjectNode falseFlags = object.putObject("false_flags");
        put(falseFlags, "on_lean_in", m.onLeanIn());
        put(falseFlags, "on_neutral", m.onNeutral());
        ObjectNode pairs = object.putObject("pairs");
        put(pairs, "accuracy", m.pairs());
        put(pairs, "both_right", m.bothRight());
        pairs.put("pairs", m.pairs().of());
        ObjectNode speaker = detection(m.speaker());
        put(speaker, "on_soft", m.onSoft());
        put(speaker, "on_neutral", m.onSpeakersNeutral());
        object.set("speaker", speaker);
        object.set("kinds", kinds(m));
        object.putObject("spans").put("overlap", m.overlap());
        object.set("length_only", detection(m.byLength()));
        return object;
    }

    private static ObjectNode detection(Detection d) {
        ObjectNode object = JSON.createObjectNode();
        put(object, "precision", d.precision());
        put(object, "recall", d.recall());
        object.put("f1", d.f1());
        object.put("ap", d.averagePrecision());
        return object;
    }

    private static ObjectNode kinds(Measures m) {
        ObjectNode object = JSON.createObjectNode();
        m.kinds().forEach((kind, share) -> {
            ObjectNode of = object.putObject(kind);
            of.put("rows", share.of());
            put(of, "recall", share);
            put(of, "named", m.named().getOrDefault(kind, new Share(0, 0)));
        });
        return object;
    }

    private static void put(ObjectNode object, String name, Share share) {
        object.put(name, share.value());
        double @Nullable [] interval = share.interval();
        if (interval == null) {
            object.putNull(name + "_ci");
        } else {
            object.putArray(name + "_ci").add(interval[0]).add(interval[1]);
        }
    }

    private static ObjectNode miss(Evaluation.Miss miss) {
        ObjectNode object = JSON.createObjectNode();
        object.put("place", miss.row().place());
        object.put("id", miss.row().id());
        object.put("label", miss.row().label().label());
        object.put("verdict", miss.judgement().reading().verdict().name().toLowerCase(Locale.ROOT));
        object.put("score", miss.judgement().scores().defending());
        return object;
    }
}
