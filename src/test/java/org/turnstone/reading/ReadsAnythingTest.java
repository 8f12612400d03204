package org.turnstone.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is written is read without an exception, cites only words that are there, and reads the same again. */
class ReadsAnythingTest {
    private static final boolean THOROUGH = System.getProperty("thorough", "no").equals("yes");
    private static final int MESSAGES = THOROUGH ? 1_000_000 : 2_000;
    private static final int LONG = 100_000;

    /** The words of the lexicon's own examples: made-up noise alone would reach no cue. */
    private static List<String> words(Lexicon lexicon) {
        return lexicon.rules().stream()
                .flatMap(r -> r.fires().stream())
                .flatMap(e -> Stream.concat(
                        Stream.of(e.text()), Arrays.stream(e.text().split(" "))))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"en, 20261125", "es, 20261126"})
    void hostile_messages_are_read_in_bounds_and_the_same_twice(String language, long seed) {
        Lexicon lexicon = LexiconFileTest.lexicon(language);
        Reader reader = Readers.shipped(language);
        HostileText texts = new HostileText(seed, words(lexicon));
        for (int i = 0; i < MESSAGES; i++) {
            String text = texts.next();
            Role role = i % 4 == 0 ? Role.SPEAKER : Role.LISTENER;
            Utterance utterance = new Utterance(text, role, i % 3 == 0 ? texts.next() : "You hurt me.");
            Reading reading = reader.read(utterance);
            String where = "message " + i + " of seed " + seed;
            assertThat(reading.findings()).as(where).allMatch(f -> f.end() <= text.length());
            if (i % 50 == 0) {
                assertThat(reader.read(utterance)).as(where).isEqualTo(reading);
            }
            assertThat(reader.scores(utterance).defending()).as(where).isBetween(0.0, 1.0);
        }
    }

    static Stream<String> longMessages() {
        return Stream.of(
                "I never said that. ".repeat(10_000),
                "you always ".repeat(LONG / 11),
                "you always exaggerate, but ".repeat(LONG / 27),
                "\"".repeat(LONG),
                "> I never said that\n".repeat(LONG / 20),
                "'a ".repeat(LONG / 3),
                "a\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301".repeat(LONG / 10),
                "I n\u200dev\u200der s\u0430id th\u0430t. ".repeat(LONG / 22),
                "\ud800".repeat(LONG),
                "x".repeat(LONG),
                "no".repeat(LONG / 2),
                "so ".repeat(LONG / 3),
                "`".repeat(LONG),
                "http://a".repeat(LONG / 8),
                "?! ".repeat(LONG / 3),
                "because you because you .. ".repeat(LONG / 27),
                "not not not ".repeat(LONG / 12),
                "\ufdfa".repeat(LONG));
    }

    @ParameterizedTest
    @MethodSource("longMessages")
    void a_message_of_a_hundred_kilobytes_is_read_like_any_other(String text) {
        Reading reading = Readers.shipped("en").read(Utterance.reply(text, text));
        assertThat(reading.findings()).allMatch(f -> f.end() <= text.length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I n\u200dev\u200der said th\u200bat, you always exaggerate!",
                "I n\u0435v\u0435r s\u0430id th\u0430t, y\u043eu \u0430lw\u0430ys exaggerate!",
                "\uff29 never said that, \uff59\uff4f\uff55 always exaggerate!",
                "I ne\u0301ver sa\u0334id that, you alwa\u0300ys exaggerate!",
                "I NEVER said that, you ALWAYS exaggerate!"
            })
    void letters_in_disguise_are_read_as_what_they_are(String text) {
        Reader reader = Readers.shipped("en");
        Reading plain = reader.read(Utterance.reply("I never said that, you always exaggerate!", "You hurt me."));
        Reading found = reader.read(Utterance.reply(text, "You hurt me."));
        assertThat(found.verdict()).isEqualTo(plain.verdict()).isEqualTo(Verdict.DEFENDING);
        assertThat(rules(found)).isEqualTo(rules(plain));
    }

    private static List<String> rules(Reading reading) {
        return reading.findings().stream().map(Finding::rule).toList();
    }

    @Test
    void findings_cut_no_character_in_two() {
        String text = "\ud83d\ude00\ud83d\ude00 you always exaggerate \ud83d\ude00";
        assertThat(Readers.shipped("en")
                        .read(Utterance.reply(text, "You hurt me."))
                        .findings())
                .isNotEmpty()
                .allMatch(f -> !Character.isLowSurrogate(text.charAt(f.start()))
                        && !Character.isHighSurrogate(text.charAt(f.end() - 1)));
    }
}
