package org.turnstone.room;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.turnstone.floor.Block;
import org.turnstone.floor.Move;
import org.turnstone.floor.Person;

/** What is held of a person: theirs to read, whole, and not a word of it in anything that prints itself. */
class WhatIsHeldTest {
    private static final String SECRET = "only for Ana";
    private static final Person ANA = new Person("ana");
    private static final Instant NOW = Instant.parse("2026-03-01T19:00:00Z");
    private static final Kept KEPT =
            new Kept("ref", "room", ANA, Kept.Why.HELD, SECRET, Optional.of(NOW.plusSeconds(60)));
    private static final Note NOTE =
            new Note(7, "room", ANA, SECRET, Optional.of("her own words"), List.of(Move.PAUSE), List.of("rule"), NOW);
    private static final RoomText.Entry LINE =
            new RoomText.Entry(3, "room", 4, Optional.of(ANA), SECRET, NOW, Optional.empty());
    private static final Held HELD = new Held(
            ANA,
            Manners.UNSAID
                    .muting("rule")
                    .withCountry(Optional.of("IE"))
                    .setUp(NOW)
                    .restingUntil(Optional.of(NOW.plusSeconds(9))),
            List.of(new Held.Part("web", true, 2, "yes-but")),
            List.of(KEPT),
            List.of(NOTE),
            List.of(LINE),
            new TreeMap<>(Map.of(LocalDate.parse("2026-03-01"), Map.of(Counted.ANSWERS, 5))));

    @Test
    void it_is_all_there_for_its_person() throws Exception {
        JsonNode all = new ObjectMapper().readTree(HeldJson.write(HELD, NOW));
        assertThat(all.path("about").asText()).isEqualTo("ana");
        assertThat(all.path("made").asText()).isEqualTo(NOW.toString());
        JsonNode choices = all.path("choices");
        assertThat(choices.path("language").asText()).isEqualTo("en");
        assertThat(choices.path("muted")).hasToString("[\"rule\"]");
        assertThat(choices.path("country").asText()).isEqualTo("IE");
        assertThat(choices.path("setUpAt").asText()).isEqualTo(NOW.toString());
        assertThat(choices.path("noTalkUntil").asText())
                .isEqualTo(NOW.plusSeconds(9).toString());
        assertThat(all.path("rooms").path(0))
                .hasToString(
                        "{\"place\":\"web\",\"turnKeptForYou\":true,\"openingsOffered\":2,\"lastToldOf\":\"yes-but\"}");
        assertThat(all.path("words").path(0).path("text").asText()).isEqualTo(SECRET);
        assertThat(all.path("words").path(0).path("until").asText())
                .isEqualTo(NOW.plusSeconds(60).toString());
        assertThat(all.path("notes").path(0).path("words").asText()).isEqualTo("her own words");
        assertThat(all.path("notes").path(0).path("rules")).hasToString("[\"rule\"]");
        assertThat(all.path("lines").path(0).path("text").asText()).isEqualTo(SECRET);
        assertThat(all.path("counts").path("2026-03-01").path("answers").asInt())
                .isEqualTo(5);
    }

    @Test
    void nothing_that_holds_words_prints_them() {
        Map<Object, String> printed = Map.of(
                KEPT,
                "Kept[ref",
                NOTE,
                "Note[7]",
                LINE,
                "Entry[3]",
                HELD,
                "Held[1 rooms",
                new Misreadings.Asked("ref", SECRET),
                "Asked[ref]",
                new Input.Wrote(SECRET, Optional.empty()),
                "Wrote[12 characters]",
                new Input.Asks(Input.Asks.Length.LONGER, Optional.of(SECRET)),
                "Asks[LONGER]",
                new Input.Names(Block.What.OWN_WORDS, Optional.of(SECRET)),
                "Names[OWN_WORDS]",
                new Input.WroteFor(Move.NEXT_STEP, SECRET),
                "WroteFor[NEXT_STEP]");
        printed.forEach(
                (what, name) -> assertThat(what.toString()).startsWith(name).doesNotContain(SECRET));
    }
}
