package org.turnstone.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The labelled replies: e and f were only ever measured on, never looked at while cues were written. */
class LabelledRowsTest {
    private static final Reader READER = new Reader(LexiconFileTest.english());

    private record Row(Utterance utterance, String label) {
        boolean defends() {
            return label.equals("defend") || label.equals("mixed");
        }
    }

    private static List<Row> rows(String... files) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String file : files) {
            for (String line : Files.readAllLines(Path.of("src/learn/replies", file + ".jsonl"))) {
                JsonNode row = new ObjectMapper().readTree(line);
                String before = row.get("partner").asText();
                rows.add(new Row(
                        Utterance.reply(row.get("reply").asText(), before),
                        row.get("label").asText()));
            }
        }
        return rows;
    }

    @Test
    void what_is_flagged_in_files_that_no_cue_has_seen_mostly_does_defend() throws IOException {
        int flagged = 0;
        int rightly = 0;
        for (Row row : rows("e", "f")) {
            if (READER.read(row.utterance()).verdict().flags()) {
                flagged++;
                rightly += row.defends() ? 1 : 0;
            }
        }
        assertThat(flagged).isGreaterThan(60);
        assertThat((double) rightly / flagged).isGreaterThan(0.8);
    }

    @Test
    void without_the_cited_words_the_verdict_is_another() throws IOException {
        for (Row row : rows("c", "d", "e", "f")) {
            Reading reading = READER.read(row.utterance());
            if (reading.verdict().flags()) {
                String rest = without(row.utterance().text(), reading.findings());
                Utterance bare = Utterance.reply(rest, row.utterance().before());
                assertThat(READER.read(bare).verdict()).as(rest).isNotEqualTo(reading.verdict());
            }
        }
    }

    private static String without(String text, List<Finding> findings) {
        BitSet cited = new BitSet();
        findings.forEach(f -> cited.set(f.start(), f.end()));
        StringBuilder rest = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (!cited.get(i)) {
                rest.append(text.charAt(i));
            }
        }
        return rest.toString();
    }
}
