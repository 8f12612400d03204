package org.turnstone.learning;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The labelled replies keep to the form that {@code src/learn/replies/GUIDE.md} describes. */
class LabelledFilesTest {
    private static final Path FOLDER = Path.of("src/learn/replies");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> LEANING =
            Set.of("validation", "reflection", "curiosity", "empathy", "ownership", "presence", "naming_the_block");
    private static final Set<String> DEFENDING = Set.of(
            "denial",
            "justification",
            "counter_attack",
            "yes_but",
            "minimising",
            "correction",
            "blame_shift",
            "contempt",
            "stonewalling",
            "absolutes",
            "self_pity");

    /** One line of a file; {@code role} is null for a listener. */
    private record Row(
            String id,
            String author,
            String role,
            String partner,
            String reply,
            String label,
            List<String> kinds,
            List<String> spans,
            String why) {
        boolean attacksOrDefends() {
            return Set.of("defend", "mixed", "start_up_harsh").contains(label);
        }

        boolean has(Set<String> some) {
            return kinds.stream().anyMatch(some::contains);
        }

        String fault() {
            if (Stream.of(id, author, partner, reply, why).anyMatch(Objects::isNull) || reply.isBlank()) {
                return "a field is missing";
            }
            if (!spans.stream().allMatch(s -> !s.isBlank() && reply.contains(s))) {
                return "a span is not in the reply";
            }
            return role == null ? listenersFault() : speakersFault();
        }

        private String listenersFault() {
            return switch (label) {
                case "defend" -> spans.isEmpty() || !has(DEFENDING) ? "needs a span and a kind of defending" : "";
                case "lean_in" -> spans.isEmpty() || !has(LEANING) ? "needs a span and a kind of leaning in" : "";
                case "mixed" -> has(DEFENDING) && has(LEANING) ? "" : "needs kinds of both";
                case "neutral" -> kinds.isEmpty() && spans.isEmpty() ? "" : "has a kind or a span";
                default -> "unknown label " + label;
            };
        }

        private String speakersFault() {
            boolean known = Set.of("start_up_harsh", "start_up_soft", "neutral").contains(label);
            return role.equals("speaker") && known ? "" : "unknown role or label";
        }
    }

    private static Map<String, List<Row>> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(f -> f.toString().endsWith(".jsonl"))
                    .collect(Collectors.toMap(f -> f.getFileName().toString(), LabelledFilesTest::rows));
        }
    }

    private static List<Row> rows(Path file) {
        try {
            List<Row> rows = new ArrayList<>();
            for (String line : Files.readAllLines(file)) {
                rows.add(JSON.readValue(line, Row.class));
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void every_row_is_as_the_guide_says() throws IOException {
        List<String> faults = new ArrayList<>();
        for (List<Row> rows : files().values()) {
            rows.stream().filter(r -> !r.fault().isEmpty()).forEach(r -> faults.add(r.id() + ": " + r.fault()));
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void the_halves_of_a_pair_answer_the_same_line_and_only_one_of_them_defends() throws IOException {
        for (List<Row> rows : files().values()) {
            Map<String, Row> byId = rows.stream().collect(Collectors.toMap(Row::id, r -> r));
            assertThat(byId).as("ids are unique").hasSameSizeAs(rows);
            for (Row x : rows.stream().filter(r -> r.id().endsWith("x")).toList()) {
                Row y = byId.get(x.id().replaceAll("x$", "y"));
                assertThat(y).as(x.id()).isNotNull();
                assertThat(y.partner()).as(x.id()).isEqualTo(x.partner());
                assertThat(y.attacksOrDefends()).as(x.id()).isNotEqualTo(x.attacksOrDefends());
            }
        }
    }

    @Test
    void no_persona_writes_in_two_files_so_that_a_file_can_be_left_out_whole() throws IOException {
        Map<String, Long> files = files().values().stream()
                .flatMap(rows -> rows.stream().map(Row::author).distinct())
                .collect(Collectors.groupingBy(a -> a, Collectors.counting()));
        assertThat(files)
                .allSatisfy((author, count) -> assertThat(count).as(author).isEqualTo(1));
    }
}
