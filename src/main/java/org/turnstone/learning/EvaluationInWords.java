package org.turnstone.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An evaluation as lines for a person. Figures of nothing are left out. Stateless. */
public final class EvaluationInWords {
    private EvaluationInWords() {}

    /** @param misses how many of the worst to tell, with their words */
    public static List<String> of(Evaluation evaluation, int misses) {
        List<String> lines = new ArrayList<>();
        if (evaluation.files().size() > 1) {
            evaluation.files().forEach((name, m) -> measures(name, m, lines));
        }
        measures(
                evaluation.files().size() == 1
                        ? evaluation.files().keySet().iterator().next()
                        : "all",
                evaluation.all(),
                lines);
        kinds(evaluation.all(), lines);
        personas(evaluation.personas(), lines);
        evaluation.misses().stream().limit(misses).forEach(miss -> miss(miss, lines));
        return lines;
    }

    private static void measures(String name, Measures m, List<String> lines) {
        lines.add(name + ": " + m.rows() + (m.rows() == 1 ? " row" : " rows"));
        detection("flagging", m.flag(), lines);
        detection("flagging, balanced", m.balanced(), lines);
        detection("by length alone", m.byLength(), lines);
        detection("leaning in", m.leanIn(), lines);
        share("flags on leaning in", m.onLeanIn(), lines);
        share("flags on neutral", m.onNeutral(), lines);
        share("pairs told apart", m.pairs(), lines);
        share("pairs, both right", m.bothRight(), lines);
        detection("harsh start-ups", m.speaker(), lines);
        share("flags on soft ones", m.onSoft(), lines);
        share("flags on other lines", m.onSpeakersNeutral(), lines);
        if (m.overlap() != null) {
            lines.add(line("cited and labelled", figure(m.overlap()) + " of the words in common"));
        }
    }

    private static void detection(String name, Detection d, List<String> lines) {
        if (d.wanted() > 0) {
            lines.add(line(
                    name,
                    "precision " + withInterval(d.precision()) + "  recall " + withInterval(d.recall()) + "  F1 "
                            + figure(d.f1()) + "  average precision " + figure(d.averagePrecision())));
        }
    }

    private static void share(String name, Share share, List<String> lines) {
        if (share.of() > 0) {
            lines.add(line(name, withInterval(share) + "  " + share.right() + " of " + share.of()));
        }
    }

    private static void kinds(Measures m, List<String> lines) {
        if (!m.kinds().isEmpty()) {
            lines.add("found, by kind (in brackets: called by that very name)");
        }
        m.kinds()
                .forEach((kind, found) -> lines.add(line(
                        kind,
                        found.right() + " of " + found.of() + " ("
                                + m.named().get(kind).right() + ")")));
    }

    private static void personas(Map<String, Measures> personas, List<String> lines) {
        if (!personas.isEmpty()) {
            lines.add("by persona: defending found, rightly flagged, flags on what leans in");
        }
        personas.forEach((name, m) -> lines.add("  " + String.format(Locale.ROOT, "%-60s", name) + " "
                + figure(detected(m).recall().value()) + "  "
                + figure(detected(m).precision().value()) + "  "
                + figure(m.onLeanIn().value())));
    }

    /** A persona either listens or speaks. */
    private static Detection detected(Measures m) {
        return m.flag().wanted() > 0 ? m.flag() : m.speaker();
    }

    private static void miss(Evaluation.Miss miss, List<String> lines) {
        lines.add(miss.row().place() + " " + miss.row().label().label() + ", read as "
                + miss.judgement().reading().verdict().name().toLowerCase(Locale.ROOT) + " at "
                + figure(miss.judgement().scores().defending()));
        lines.add("  " + miss.row().utterance().text());
        if (!miss.cited().isEmpty()) {
            lines.add("  because of: " + String.join(" | ", miss.cited()));
        }
    }

    private static String line(String name, String figures) {
        return "  " + String.format(Locale.ROOT, "%-22s", name) + figures;
    }

    private static String withInterval(Share share) {
        double @Nullable [] interval = share.interval();
        return interval == null
                ? "none"
                : figure(share.value()) + " (" + figure(interval[0]) + " to " + figure(interval[1]) + ")";
    }

    private static String figure(@Nullable Double figure) {
        return figure == null ? "none " : String.format(Locale.ROOT, "%.3f", figure);
    }
}
