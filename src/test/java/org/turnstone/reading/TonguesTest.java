package org.turnstone.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TonguesTest {
    private static final Reader ENGLISH = Readers.shipped("en");
    private static final Reader SPANISH = Readers.shipped("es");
    private static final Tongues INGLES = new Tongues(ENGLISH, List.of(SPANISH));
    private static final Tongues ESPANOL = new Tongues(SPANISH, List.of(ENGLISH));
    private static final String HURT = "You left me alone at the party con tu gente y me sentí sola.";

    private static Utterance reply(String text) {
        return Utterance.reply(text, HURT);
    }

    private static Verdict verdict(Tongues tongues, String text) {
        return tongues.read(reply(text)).verdict();
    }

    @Test
    void a_message_in_one_language_is_read_in_it_whosever_it_is() {
        String english = "Oh please, you always exaggerate and it was not that bad.";
        String spanish = "Siempre exageras, no es para tanto y ya estamos otra vez con lo mismo.";
        for (Tongues tongues : List.of(INGLES, ESPANOL)) {
            assertThat(tongues.read(reply(english))).isEqualTo(ENGLISH.read(reply(english)));
            assertThat(tongues.read(reply(spanish))).isEqualTo(SPANISH.read(reply(spanish)));
            assertThat(verdict(tongues, english)).isEqualTo(Verdict.DEFENDING);
            assertThat(verdict(tongues, spanish)).isEqualTo(Verdict.DEFENDING);
        }
    }

    @Test
    void words_of_both_count_where_it_goes_back_and_forth() {
        String mixed = "I was there for you the whole time y la verdad es que siempre exageras todo con el drama.";
        assertThat(verdict(INGLES, mixed)).isEqualTo(Verdict.DEFENDING);
        assertThat(verdict(ESPANOL, mixed)).isEqualTo(Verdict.DEFENDING);
        assertThat(INGLES.scores(reply(mixed)).defending()).isPositive();
    }

    @Test
    void warmth_that_comes_last_outweighs_in_either_language() {
        String mixed =
                "Siempre exageras con lo de la fiesta. That was unfair of me, it makes sense that you felt left out.";
        assertThat(verdict(INGLES, mixed)).isEqualTo(Verdict.LEANING_IN);
        String back = "It makes sense that you felt left out at the party. Pero la verdad es que siempre exageras.";
        assertThat(verdict(INGLES, back)).isEqualTo(Verdict.MIXED);
        assertThat(verdict(ESPANOL, back)).isEqualTo(Verdict.MIXED);
    }

    @Test
    void a_third_language_is_none_of_theirs() {
        String french = "Je n'ai jamais dit ça, tu exagères toujours, et moi je suis fatigué.";
        assertThat(INGLES.read(reply(french))).isEqualTo(Reading.NOTHING);
        assertThat(new Tongues(ENGLISH, List.of()).read(reply(french))).isEqualTo(Reading.NOTHING);
    }
}
