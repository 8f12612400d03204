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

/** The shipped reader on the labelled rows. Sealed rows are not looked at here. */
class LabelledRowsTest {
    private static final Reader READER = Readers.shipped("en");
    /** By cues alone: e and f were only ever measured on, never looked at while cues were written. */
    private static final Reader CUES = new Reader(LexiconFileTest.english());

    private record Row(Utterance utterance, String label) {
        boolean flags() {
            return label.equals("defend") || label.equals("mixed") || label.equals("start_up_harsh");
        }
    }

    private static List<Row> rows(String... files) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String file : files) {
            for (String line : Files.readAllLines(Path.of("src/learn/replies", file + ".jsonl"))) {
                JsonNode row = new ObjectMapper().readTree(line);
                Role role = row.path("role").asText().equals("speaker") ? Role.SPEAKER : Role.LISTENER;
                rows.add(new Row(
                        new Utterance(
                                row.get("reply").asText(),
                                role,
                                row.path("partner").asText()),
                        row.get("label").asText()));
            }
        }
        return rows;
    }

    @Test
    void cues_alone_are_precise_in_files_that_none_of_them_has_seen() throws IOException {
        int flagged = 0;
        int rightly = 0;
        for (Row row : rows("e", "f")) {
            if (CUES.read(row.utterance()).verdict().flags()) {
                flagged++;
                rightly += row.flags() ? 1 : 0;
            }
        }
        assertThat(flagged).isGreaterThan(60);
        assertThat((double) rightly / flagged).isGreaterThan(0.8);
    }

    @Test
    void without_the_cited_words_nothing_is_flagged_any_more() throws IOException {
        int flagged = 0;
        for (Row row : rows("c", "d", "e", "f", "s")) {
            Reading reading = READER.read(row.utterance());
            if (reading.verdict().flags()) {
                flagged++;
                String rest = without(row.utterance().text(), reading.findings());
                Utterance bare = new Utterance(
                        rest, row.utterance().role(), row.utterance().before());
                assertThat(READER.read(bare).verdict().flags()).as(rest).isFalse();
            }
        }
        assertThat(flagged).isGreaterThan(300);
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
