package org.turnstone.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnstone.reading.Verdict;

/** What one practises with, and how it grows. */
class SituationsTest {
    private static Situations shipped(String language) throws IOException {
        String file = "config/practice/" + language + ".txt";
        return Situations.parse(file, Files.readString(Path.of(file)));
    }

    @ParameterizedTest
    @CsvSource({"en, 150, 10", "es, 40, 5"})
    void there_are_many_of_every_level_and_of_several_kinds(String language, int most, int kinds) throws IOException {
        List<Situation> all = shipped(language).all();
        assertThat(all).hasSizeGreaterThanOrEqualTo(most);
        assertThat(all.stream().map(Situation::kind).distinct()).hasSizeGreaterThanOrEqualTo(kinds);
        for (int level = 1; level <= Situations.HARDEST; level++) {
            int now = level;
            assertThat(all.stream().filter(s -> s.level() == now))
                    .as("level " + level)
                    .hasSizeGreaterThanOrEqualTo(most / 6);
        }
    }

    /** Written one by one: no two begin alike, and no two are answered alike. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void each_is_its_own(String language) throws IOException {
        List<Situation> all = shipped(language).all();
        assertThat(all).extracting(s -> beginning(s.words())).doesNotHaveDuplicates();
        assertThat(all).extracting(Situation::opening).doesNotHaveDuplicates();
    }

    private static String beginning(String words) {
        return List.of(words.toLowerCase(java.util.Locale.ROOT).split("\\W+")).stream()
                .limit(5)
                .collect(Collectors.joining(" "));
    }

    /** The beginning is finished by the person: it stays open, or it asks. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void every_beginning_is_left_to_its_person(String language) throws IOException {
        for (Situation situation : shipped(language).all()) {
            assertThat(situation.opening()).containsAnyOf("...", "?");
            assertThat(situation.words()).hasSizeLessThan(200);
        }
    }

    @Test
    void neighbours_are_of_different_kinds_and_a_whole_round_repeats_nothing() throws IOException {
        Situations all = shipped("en");
        Set<String> seen = new HashSet<>();
        for (int number = 0; number < 30; number++) {
            assertThat(all.at(1, number).kind())
                    .isNotEqualTo(all.at(1, number + 1).kind());
            assertThat(seen.add(all.at(1, number).words())).isTrue();
        }
    }

    @Test
    void it_grows_harder_with_answers_that_lean_in_and_easier_with_those_that_defend() {
        Progress begun = Progress.after(0);
        Progress twice = begun.after(Verdict.LEANING_IN).after(Verdict.LEANING_IN);
        assertThat(begun.level()).isEqualTo(1);
        assertThat(begun.after(Verdict.LEANING_IN)
                        .after(Verdict.NOTHING)
                        .after(Verdict.LEANING_IN)
                        .level())
                .isEqualTo(1);
        assertThat(twice.level()).isEqualTo(2);
        assertThat(twice.after(Verdict.DEFENDING).level()).isEqualTo(2);
        assertThat(twice.after(Verdict.DEFENDING).after(Verdict.DEFENDING).level())
                .isEqualTo(1);
        assertThat(Progress.after(30)).isEqualTo(new Progress(3, 30, 0));
        assertThat(Progress.after(1_000_000).level()).isEqualTo(Situations.HARDEST);
    }

    @Test
    void mistakes_in_a_file_are_all_named_with_place_reason_and_remedy() {
        String text =
                "1 I felt alone.\n> You ...\n[home]\n2 No answer to this.\n> \n5 Too hard.\n> And this answers nothing ...\n";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Situations.parse("mine.txt", text))
                .withMessageContaining("mine.txt:1: this situation stands under no heading; put a line such as [home]")
                .withMessageContaining("mine.txt:5: this is no situation")
                .withMessageContaining("mine.txt:6: this is no situation")
                .withMessageContaining("there is no situation of level 4");
    }
}
