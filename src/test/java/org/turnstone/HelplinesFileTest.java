package org.turnstone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnstone.safety.Concern;
import org.turnstone.safety.Helpline;
import org.turnstone.safety.Helplines;

class HelplinesFileTest {
    private static final String LINE = """
            {"name": "N", "call": "1", "concerns": ["self_harm", "partner_violence", "threat"],
             "languages": ["en"], "checked": "unconfirmed", "source": "https://n.example"}""";

    private static String file(String general, String countries) {
        return "{\"about\": [], \"general\": [" + general + "], \"countries\": {" + countries + "}}";
    }

    private final Helplines shipped = shipped();

    private static Helplines shipped() {
        try {
            return HelplinesFile.parse("config/helplines.json", Files.readString(Path.of("config/helplines.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobody_is_left_without_an_answer(Concern concern) {
        for (String code : List.of("", "XX", "AQ", "us", "United States", "GB")) {
            assertThat(shipped.forCountry(Optional.of(code), concern)).isNotEmpty();
        }
        assertThat(shipped.forCountry(Optional.empty(), concern)).isNotEmpty();
        shipped.countries()
                .keySet()
                .forEach(code -> assertThat(shipped.forCountry(Optional.of(code), concern))
                        .as(code)
                        .allMatch(l -> l.concerns().contains(concern)));
    }

    @Test
    void well_known_lines_are_there() {
        assertThat(calls("US", Concern.SELF_HARM)).contains("988");
        assertThat(calls("US", Concern.PARTNER_VIOLENCE)).contains("1-800-799-7233");
        assertThat(calls("gb", Concern.PARTNER_VIOLENCE)).contains("0808 2000 247");
        assertThat(calls("UK", Concern.SELF_HARM)).contains("116 123");
        assertThat(shipped.emergency(Optional.of("AU"))).contains("000");
        assertThat(shipped.emergency(Optional.of("XX"))).isEmpty();
        assertThat(shipped.countries()).hasSizeGreaterThanOrEqualTo(12);
    }

    private List<String> calls(String country, Concern concern) {
        return shipped.forCountry(Optional.of(country), concern).stream()
                .flatMap(l -> l.call().stream())
                .toList();
    }

    @Test
    void every_country_has_lines_for_self_harm_or_violence_of_its_own_and_a_number_for_danger() {
        shipped.countries().forEach((code, country) -> {
            assertThat(country.emergency()).as(code).isPresent();
            assertThat(country.lines()).as(code).anyMatch(l -> l.concerns().contains(Concern.SELF_HARM));
        });
    }

    @Test
    void every_line_can_be_said_in_one_line_of_chat_and_was_not_checked_in_the_future() {
        shipped.countries().values().stream().flatMap(c -> c.lines().stream()).forEach(line -> {
            assertThat(line.name().length() + line.contact().length())
                    .as(line.name())
                    .isLessThan(180);
            assertThat(line.source()).startsWith("https://");
            assertThat(line.call().orElse("0")).matches("[0-9 +-]+");
            assertThat(line.checked().orElse(LocalDate.of(2026, 11, 22))).isBeforeOrEqualTo(LocalDate.now());
        });
    }

    @Test
    void a_contact_names_every_way_in_one_line() {
        Helpline line = shipped.forCountry(Optional.of("US"), Concern.SELF_HARM).get(0);
        assertThat(line.contact()).isEqualTo("988, text to 988, https://988lifeline.org");
    }

    @Test
    void a_country_without_a_line_for_it_falls_back_to_the_directory() {
        String only = LINE.replace("\"partner_violence\", \"threat\"", "\"threat\"");
        Helplines lines = HelplinesFile.parse(
                "h.json", file(LINE, "\"FR\": {\"emergency\": \"112\", \"lines\": [" + only + "]}"));
        assertThat(lines.forCountry(Optional.of("FR"), Concern.PARTNER_VIOLENCE))
                .isEqualTo(lines.general());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"checked\": \"unconfirmed\"=>\"checked\": \"last week\"=>h.json, general, N: checked must be a day like",
                "\"call\": \"1\", =>=>h.json, general, N: nobody can be reached; give call, text or web",
                "\"languages\": [\"en\"]=>\"languages\": []=>h.json, general, N: give at least one of its languages",
                "\"source\": \"https://n.example\"=>\"web\": \"http://x\", \"source\": \"s\"=>h.json, general, N: web must begin with https://",
                "[\"self_harm\", \"partner_violence\", \"threat\"]=>[\"threat\"]=>the general directory has nothing for self_harm",
                "\"threat\"]=>\"sadness\"]=>h.json:1 (general 0 concerns 2): ",
                "\"call\"=>\"phone\"=>h.json:2 (general 0 phone): Unrecognized field \"phone\"",
                ", \"source\": \"https://n.example\"=>=>h.json, general, N: a line needs name",
                "{\"about\"=>\"about\"=>h.json:1",
                "}}}=>}, \"fr\": {\"lines\": []}}}=>'fr' is no country",
                "}}}=>}, \"QX\": {\"lines\": []}}}=>'QX' is no country",
            })
    void what_cannot_be_used_is_told_with_its_place_and_a_way_on(String change) {
        String[] parts = change.split("=>");
        String good = file(LINE, "\"US\": {\"lines\": []}");
        String text = good.replace(parts[0], parts[1]);
        assertThat(text).isNotEqualTo(good);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HelplinesFile.parse("h.json", text))
                .withMessageContaining(parts[2]);
    }
}
