package org.turnstone.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What makes no difference to anybody makes none to the verdict, in at least 98 of 100 labelled rows. */
class InvarianceTest {
    private static final double SAME = 0.98;
    /** Every so many rows; all of them under -Pthorough. */
    private static final int EVERY = System.getProperty("thorough", "no").equals("yes") ? 1 : 5;

    private static final Map<String, List<Utterance>> ROWS =
            Map.of("en", rows(".*/.\\.jsonl"), "es", rows(".*/es\\.jsonl"));

    /** What is done to a message. */
    enum Change {
        LOWER_CASE(text -> text.toLowerCase(Locale.ROOT)),
        UPPER_CASE(text -> text.toUpperCase(Locale.ROOT)),
        CURLY_QUOTES(InvarianceTest::curly),
        NO_APOSTROPHES(text -> text.replaceAll("(?<=\\p{L})['\u2019](?=\\p{L})", "")),
        AN_EMOJI_AT_THE_END(text -> text + " \u2764\ufe0f"),
        OTHER_NAMES_AND_PRONOUNS(InvarianceTest::swapped),
        A_GREETING(text -> "Hey love, " + text),
        A_SPANISH_GREETING(text -> "Hola, amor, " + text);

        private final UnaryOperator<String> how;

        Change(UnaryOperator<String> how) {
            this.how = how;
        }

        Utterance of(Utterance row) {
            return new Utterance(how.apply(row.text()), row.role(), row.before());
        }
    }

    /** Third persons, each with its counterpart; who speaks to whom stays. */
    private static final Map<String, String> COUNTERPARTS = new HashMap<>();

    static {
        Stream.of(
                        "he she",
                        "his her",
                        "himself herself",
                        "mum dad",
                        "mom dad",
                        "mother father",
                        "brother sister",
                        "son daughter",
                        "husband wife",
                        "boyfriend girlfriend",
                        "uncle aunt",
                        "boy girl",
                        "man woman",
                        "sam alex",
                        "dan anna",
                        "leo mia",
                        "tom kate",
                        "ben lucy",
                        "mark jane",
                        "jack emma",
                        "él ella",
                        "marido mujer",
                        "novio novia",
                        "padre madre",
                        "papá mamá",
                        "hermano hermana",
                        "hijo hija",
                        "tío tía",
                        "carlos ana",
                        "luis marta",
                        "juan elena")
                .map(pair -> pair.split(" "))
                .forEach(pair -> {
                    COUNTERPARTS.putIfAbsent(pair[0], pair[1]);
                    COUNTERPARTS.putIfAbsent(pair[1], pair[0]);
                });
    }

    private static String curly(String text) {
        return text.replace('\'', '\u2019').replaceAll("\"([^\"]*)\"", "\u201c$1\u201d");
    }

    private static String swapped(String text) {
        return Pattern.compile("\\p{L}+").matcher(text).replaceAll(found -> {
            String word = found.group();
            String other = COUNTERPARTS.getOrDefault(word.toLowerCase(Locale.ROOT), word);
            boolean capital = Character.isUpperCase(word.charAt(0)) && Character.isLowerCase(other.charAt(0));
            return capital ? Character.toUpperCase(other.charAt(0)) + other.substring(1) : other;
        });
    }

    private static List<Utterance> rows(String which) {
        List<Utterance> rows = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("src/learn/replies"))) {
            for (Path file :
                    files.filter(f -> f.toString().matches(which)).sorted().toList()) {
                List<String> lines = Files.readAllLines(file);
                for (int i = 0; i < lines.size(); i += EVERY) {
                    String line = lines.get(i);
                    JsonNode row = new ObjectMapper().readTree(line);
                    boolean speaks = row.path("role").asText().equals("speaker");
                    rows.add(new Utterance(
                            row.get("reply").asText(),
                            speaks ? Role.SPEAKER : Role.LISTENER,
                            row.path("partner").asText()));
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return rows;
    }

    static Stream<Arguments> changes() {
        return Stream.concat(
                Arrays.stream(Change.values())
                        .filter(c -> c != Change.A_SPANISH_GREETING)
                        .map(c -> Arguments.of("en", c)),
                Arrays.stream(Change.values())
                        .filter(c -> c != Change.A_GREETING)
                        .map(c -> Arguments.of("es", c)));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void the_verdict_stays(String language, Change change) {
        Reader reader = Readers.shipped(language);
        List<Utterance> rows = ROWS.get(language);
        int same = 0;
        for (Utterance row : rows) {
            Verdict verdict = reader.read(row).verdict();
            same += reader.read(change.of(row)).verdict() == verdict ? 1 : 0;
        }
        assertThat(same / (double) rows.size())
                .as("%s, %s: %d of %d", language, change, same, rows.size())
                .isGreaterThanOrEqualTo(SAME);
    }
}
