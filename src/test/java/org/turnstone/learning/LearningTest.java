package org.turnstone.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.turnstone.reading.Lexicon;
import org.turnstone.reading.Reader;
import org.turnstone.reading.Utterance;
import org.turnstone.reading.Weights;

class LearningTest {
    private static Lexicon lexicon() throws IOException {
        return Lexicon.parse("en.txt", Files.readString(Path.of("config/lexicon/en.txt")));
    }

    private static List<LabelledRow> rows(int each, String... files) throws IOException {
        List<LabelledRow> rows = new ArrayList<>();
        for (String file : files) {
            List<String> lines = Files.readAllLines(Path.of("src/learn/replies", file));
            rows.addAll(RowFile.parse(file, lines.subList(0, each)).rows());
        }
        return rows;
    }

    private static String learned(List<LabelledRow> rows) throws IOException {
        return new Learning(lexicon(), rows, Background.none(), List.of(), Learning.PRECISION).run();
    }

    @Test
    void the_same_rows_give_the_same_bytes_and_other_rows_others() throws IOException {
        List<LabelledRow> rows = rows(120, "c.jsonl", "d.jsonl", "s.jsonl");
        String first = learned(rows);
        assertThat(learned(List.copyOf(rows))).isEqualTo(first);
        assertThat(learned(rows.subList(0, 350))).isNotEqualTo(first);
    }

    @Test
    void what_is_learned_tells_defending_from_leaning_in_on_replies_it_never_saw() throws IOException {
        String text = learned(rows(200, "c.jsonl", "e.jsonl", "s.jsonl"));
        Reader reader = new Reader(lexicon(), Weights.parse("learned", text));
        double defending = 0;
        double others = 0;
        for (LabelledRow row : rows(200, "f.jsonl")) {
            double score = reader.scores(row.utterance()).defending();
            if (row.label() == LabelledRow.Label.DEFEND) {
                defending = (defending + score) / 2;
            } else if (row.label() == LabelledRow.Label.LEAN_IN) {
                others = (others + score) / 2;
            }
        }
        assertThat(defending).isGreaterThan(others);
    }

    @Test
    void texts_that_should_not_be_flagged_raise_the_threshold_and_teach_nothing() throws IOException {
        List<LabelledRow> rows = rows(120, "c.jsonl", "d.jsonl", "s.jsonl");
        List<LabelledRow> defending = rows.stream()
                .filter(row -> row.label() == LabelledRow.Label.DEFEND)
                .limit(100)
                .toList();
        String free = learned(rows);
        String held = new Learning(
                        lexicon(),
                        rows,
                        Background.none(),
                        List.of(new RowFile("not to be flagged", defending)),
                        Learning.PRECISION)
                .run();
        assertThat(features(held)).isEqualTo(features(free));
        Reader reader = new Reader(lexicon(), Weights.parse("held", held));
        assertThat(defending)
                .noneMatch(row -> reader.read(row.utterance()).verdict().flags());
    }

    @Test
    void texts_that_support_somebody_lower_the_line_for_leaning_in_until_half_of_them_reach_it() throws IOException {
        List<LabelledRow> rows = rows(120, "c.jsonl", "d.jsonl", "s.jsonl");
        // What defends in our rows, taken for support by somebody else: far below the line.
        List<LabelledRow> support = rows.stream()
                .filter(row -> row.label() == LabelledRow.Label.DEFEND)
                .map(row -> new LabelledRow(
                        row.place(),
                        row.id(),
                        row.author(),
                        row.utterance(),
                        LabelledRow.Label.LEAN_IN,
                        List.of(),
                        List.of()))
                .toList();
        String free = learned(rows);
        String held = new Learning(
                        lexicon(),
                        rows,
                        Background.none(),
                        List.of(new RowFile("support", support)),
                        Learning.PRECISION)
                .run();
        assertThat(features(held)).isEqualTo(features(free));
        assertThat(line(held)).isLessThan(line(free));
        Reader reader = new Reader(lexicon(), Weights.parse("held", held));
        long reached = support.stream()
                .map(row -> reader.scores(row.utterance()).leaningIn())
                .filter(share -> StrictMath.log(share / (1 - share)) >= line(held) - 0.001)
                .count();
        assertThat(reached / (double) support.size()).isBetween(0.5, 0.55);
    }

    private static double line(String weights) {
        return weights.lines()
                .filter(line -> line.startsWith("lean.ships "))
                .mapToDouble(line -> Double.parseDouble(line.substring("lean.ships ".length())))
                .findFirst()
                .orElseThrow();
    }

    private static String features(String weights) {
        return weights.substring(weights.indexOf("[listener]"));
    }

    @Test
    void a_background_keeps_figures_and_no_words() throws IOException {
        Reader reader = new Reader(lexicon());
        Background background = Background.of(new RowFile("everyday", rows(60, "d.jsonl")), reader);
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        background.write(written);
        Background read = Background.read("b.gz", new ByteArrayInputStream(written.toByteArray()));
        assertThat(read.messages()).hasSizeBetween(45, 52);
        assertThat(read.messages().get(3).features())
                .isSorted()
                .isEqualTo(background.messages().get(3).features());
    }

    @Test
    void a_broken_background_is_refused_with_its_line() throws IOException {
        ByteArrayOutputStream broken = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(broken)) {
            out.write("1.5\tff\t1\t\n1.5\tmoon\t1\t\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        }
        assertThatThrownBy(() -> Background.read("b.gz", new ByteArrayInputStream(broken.toByteArray())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("b.gz:2: ");
    }

    @Test
    void sealed_personas_are_named_once_each() {
        Split split = Split.parse("split.txt", List.of("# why", "", "sealed nurse, 34"));
        assertThat(split.isSealed("nurse, 34")).isTrue();
        assertThat(split.isSealed("nurse")).isFalse();
        assertThatThrownBy(() -> Split.parse("split.txt", List.of("sealed a", "sealed a")))
                .hasMessageStartingWith("split.txt:2: ");
        assertThatThrownBy(() -> Split.parse("split.txt", List.of("tune a"))).hasMessageStartingWith("split.txt:1: ");
    }

    @Test
    void an_utterance_that_is_not_read_teaches_nothing() throws IOException {
        assertThat(new Reader(lexicon()).traits(Utterance.reply("", ""))).isEmpty();
    }
}
