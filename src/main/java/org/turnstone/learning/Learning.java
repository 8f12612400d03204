package org.turnstone.learning;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.turnstone.learning.LabelledRow.Label;
import org.turnstone.learning.Thresholds.Scored;
import org.turnstone.reading.Lexicon;
import org.turnstone.reading.Reader;
import org.turnstone.reading.Role;
import org.turnstone.reading.Scores;
import org.turnstone.reading.Weights;
import org.turnstone.reading.Weights.Figure;
import org.turnstone.reading.Weights.Section;

/**
 * Learns weights from labelled rows. The thresholds come from rows that the weights did not see: the personas are dealt
 * into parts, each part is scored by weights learned from the others, and the line is drawn through these scores; texts
 * that should hardly ever be flagged, where given, move the lines and teach nothing. Same material, same bytes. For one
 * thread, once.
 */
public final class Learning {
    private static final int PARTS = 4;
    /** The share of flags that is asked to be right on rows that were not seen, where nothing else is wanted. */
    public static final double PRECISION = 0.88;
    /** The same of a speaker's words, where a false flag hurts most. */
    private static final double SPEAKERS_PRECISION = 0.95;
    /** At most so many of a thousand texts that should not be flagged. */
    private static final double SPARING = 9.5;
    /** The share of such texts, where they lean in, that is asked to be seen as leaning in; a little over one half. */
    private static final double WARMTH_REACHED = 0.52;
    /** How much a reply's score falls where nothing is at stake. */
    private static final double STAKES_SHARE = 0.8;

    private static final double MOST_PAIN_FLAGGED = 15;
    private static final double FIRM = 0.4;
    private static final double WARM = 0.6;
    private static final double HARD = 0.85;
    private static final double NOTHING = -99;

    private final Lexicon lexicon;
    private final List<RowFile> restraint;
    private final double precision;
    private final Corpus listeners;
    private final Corpus speakers;
    private final List<LabelledRow> rows;

    /**
     * @param rows what is learned from, and thresholds drawn by
     * @param background everyday text, as figures
     * @param restraint texts that should hardly ever be flagged; only thresholds look at them
     * @param precision the share of a listener's flags that is asked to be right on rows that were not seen
     */
    public Learning(
            Lexicon lexicon, List<LabelledRow> rows, Background background, List<RowFile> restraint, double precision) {
        this.lexicon = lexicon;
        this.precision = precision;
        this.rows = List.copyOf(rows);
        this.restraint = List.copyOf(restraint);
        Reader reader = new Reader(lexicon);
        this.listeners = new Corpus(Corpus.of(Role.LISTENER, rows), background, reader);
        this.speakers = new Corpus(Corpus.of(Role.SPEAKER, rows), Background.none(), reader);
    }

    /** What is learned before any threshold is drawn. */
    private record Draft(Logistic.Model flag, Logistic.Model lean, Logistic.Model stakes, Logistic.Model harsh) {}

    /** The weights file. */
    public String run() {
        Map<String, Integer> parts = parts();
        List<Map<LabelledRow, Scores>> scored = IntStream.range(0, PARTS)
                .parallel()
                .mapToObj(part -> unseen(part, parts))
                .toList();
        Map<LabelledRow, Scores> scores = new HashMap<>();
        scored.forEach(scores::putAll);
        Draft draft = draft(row -> true);
        Map<Figure, Double> figures = figures(draft);
        Reader reader = new Reader(lexicon, Weights.parse("the weights just learned", text(draft, figures)));
        drawLines(figures, scores, reader);
        return text(draft, figures);
    }

    /** Deals the personas out, so that no persona is in two parts. */
    private Map<String, Integer> parts() {
        TreeSet<String> personas = new TreeSet<>();
        rows.forEach(row -> personas.add(row.author()));
        Map<String, Integer> parts = new HashMap<>();
        for (String persona : personas) {
            parts.put(persona, parts.size() % PARTS);
        }
        return parts;
    }

    private Map<LabelledRow, Scores> unseen(int part, Map<String, Integer> parts) {
        Draft draft = draft(row -> parts.getOrDefault(row.author(), 0) != part);
        Reader reader = new Reader(lexicon, Weights.parse("a part", text(draft, figures(draft))));
        Map<LabelledRow, Scores> scores = new HashMap<>();
        rows.stream()
                .filter(row -> parts.getOrDefault(row.author(), 0) == part)
                .forEach(row -> scores.put(row, reader.scores(row.utterance())));
        return scores;
    }

    private Draft draft(Predicate<LabelledRow> learned) {
        return new Draft(
                Lesson.flag(listeners, learned),
                Lesson.lean(listeners, learned),
                Lesson.stakes(listeners, learned),
                Lesson.harsh(speakers, learned));
    }

    private static Map<Figure, Double> figures(Draft draft) {
        Map<Figure, Double> figures = new EnumMap<>(Figure.class);
        for (Figure figure : Figure.values()) {
            figures.put(figure, 0.0);
        }
        figures.put(Figure.FLAG_BIAS, draft.flag().bias());
        figures.put(Figure.LEAN_BIAS, draft.lean().bias());
        figures.put(Figure.STAKES_BIAS, draft.stakes().bias());
        figures.put(Figure.STAKES_SHARE, STAKES_SHARE);
        figures.put(Figure.HARSH_BIAS, draft.harsh().bias());
        return figures;
    }

    private void drawLines(Map<Figure, Double> figures, Map<LabelledRow, Scores> scores, Reader reader) {
        List<Scored> flags = scored(
                scores, Role.LISTENER, Scores::defending, row -> row.label().flags());
        double ships = Thresholds.precise(flags, precision);
        for (RowFile file : restraint) {
            List<Double> others = file.rows().stream()
                    .map(row -> logit(reader.scores(row.utterance()).defending()))
                    .toList();
            ships = Math.max(ships, Thresholds.sparing(others, SPARING));
        }
        figures.put(Figure.FLAG_SHIPS, ships);
        figures.put(Figure.FLAG_BALANCED, Thresholds.balanced(flags));
        figures.put(Figure.FLAG_FIRM, Thresholds.quantile(flags, ships, FIRM));
        figures.put(Figure.FLAG_HARD, Thresholds.quantile(flags, ships, HARD));
        List<Scored> leaning = scored(scores, Role.LISTENER, Scores::leaningIn, row -> row.label() == Label.LEAN_IN);
        double leans = Math.min(Thresholds.balanced(leaning), warmth(reader));
        figures.put(Figure.LEAN_SHIPS, leans);
        figures.put(Figure.LEAN_FIRM, Thresholds.quantile(leaning, leans, WARM));
        figures.put(Figure.LEAN_HARD, Thresholds.quantile(leaning, leans, HARD));
        drawSpeakersLines(figures, scores);
    }

    /** Where enough of what real people said to support somebody counts as leaning in. */
    private double warmth(Reader reader) {
        List<Double> warm = restraint.stream()
                .flatMap(file -> file.rows().stream())
                .filter(row -> row.label() == Label.LEAN_IN)
                .map(row -> logit(reader.scores(row.utterance()).leaningIn()))
                .toList();
        return warm.isEmpty() ? Double.POSITIVE_INFINITY : Thresholds.reaching(warm, WARMTH_REACHED);
    }

    private void drawSpeakersLines(Map<Figure, Double> figures, Map<LabelledRow, Scores> scores) {
        List<Scored> harsh = scored(
                scores, Role.SPEAKER, Scores::defending, row -> row.label().flags());
        List<Double> soft =
                harsh.stream().filter(s -> !s.right()).map(Scored::score).toList();
        double ships = Math.max(
                Thresholds.precise(harsh, SPEAKERS_PRECISION),
                soft.isEmpty() ? 0 : Thresholds.sparing(soft, MOST_PAIN_FLAGGED));
        figures.put(Figure.HARSH_SHIPS, ships);
        figures.put(Figure.HARSH_BALANCED, Thresholds.balanced(harsh));
        figures.put(Figure.HARSH_FIRM, Thresholds.quantile(harsh, ships, FIRM));
        figures.put(Figure.HARSH_HARD, Thresholds.quantile(harsh, ships, HARD));
    }

    private List<Scored> scored(
            Map<LabelledRow, Scores> scores,
            Role role,
            ToDoubleFunction<Scores> score,
            Predicate<LabelledRow> isRight) {
        List<Scored> scored = new ArrayList<>();
        for (LabelledRow row : rows) {
            if (row.role() == role) {
                scored.add(new Scored(logit(score.applyAsDouble(scores.get(row))), isRight.test(row)));
            }
        }
        return scored;
    }

    private static double logit(double share) {
        return share <= 0 ? NOTHING : StrictMath.log(share / (1 - share));
    }

    private String text(Draft draft, Map<Figure, Double> figures) {
        double[] flag = draft.flag().weights();
        double[] lean = draft.lean().weights();
        double[] harsh = draft.harsh().weights();
        String heading = "# Learned from " + rows.size() + " rows; how: src/docs/reading.md\n";
        return new WeightsText(heading, figures)
                .section(
                        Section.LISTENER,
                        listeners,
                        new double[][] {flag, lean},
                        KindsOfFeatures.of(listeners, flag, lean))
                .section(
                        Section.PARTNER,
                        listeners,
                        new double[][] {flag, lean, draft.stakes().weights()},
                        List.of())
                .section(Section.SPEAKER, speakers, new double[][] {harsh}, KindsOfFeatures.harsh(speakers, harsh))
                .toString();
    }
}
