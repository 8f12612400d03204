package org.turnstone.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrisisReaderTest {
    private final CrisisReader reader = CrisisCues.READER;

    private Optional<Concern> concern(String text) {
        return reader.read(text).map(Alarm::concern);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I don't want to live",
                "I don’t want to live",
                "i dont want to live",
                "I DO NOT WANT TO LIVE",
                "I dooon't waaant to liiive",
                "I don't want to li\u200bve",
                "I d\u043en't w\u0430nt t\u043e liv\u0435",
                "Ｉ ｄｏｎ'ｔ ｗａｎｔ ｔｏ ｌｉｖｅ",
                "honestly... i don't, want to live 😔",
                "*I don't want to live*",
            })
    void how_it_is_typed_does_not_matter(String text) {
        assertThat(concern(text)).contains(Concern.SELF_HARM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "you hit me last week",
                "He won't let me see my sister",
                "you won’t let me see my sister",
                "I said no and you did it anyway",
                "I am scared of you when you drink",
                "I slapped you and I am ashamed",
            })
    void the_first_and_the_second_person_are_understood(String text) {
        assertThat(concern(text)).contains(Concern.PARTNER_VIOLENCE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"I'll kill you", "you'd better sleep with one eye open", "leave me and see what happens"})
    void threats_are_understood(String text) {
        assertThat(concern(text)).contains(Concern.THREAT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I would never hit you",
                "I'd never hurt you, you know that",
                "I'm not going to kill myself, I'm only tired",
                "this traffic is killing me",
                "I'd kill for a coffee",
                "you hit the nail on the head",
                "when you left, it hit me how much I need you",
                "in the film he says I'll kill you",
                "you hit me with the ball in dodgeball, remember",
                "I'll beat you at chess tonight",
                "when I was 16 I wanted to die. I'm okay now",
                "my ex hit me once and I left the same day",
                "I want to die of embarrassment",
                "I felt attacked and alone when you said that",
                "You never listen to me",
                "",
                " ",
                "😀",
                "???",
            })
    void what_only_sounds_like_it_rests(String text) {
        assertThat(reader.all(text)).isEmpty();
    }

    @Test
    void words_in_quotation_marks_are_somebody_elses_unless_nothing_else_is_said() {
        assertThat(reader.all("my sister texted \"I want to die\" after her exam"))
                .isEmpty();
        assertThat(reader.all("my sister texted “I want to die” after her exam"))
                .isEmpty();
        assertThat(concern("\"I want to die\"")).contains(Concern.SELF_HARM);
        assertThat(concern("you \"only\" hit me last week")).contains(Concern.PARTNER_VIOLENCE);
        assertThat(concern("the sign is 6\" wide and I want to die")).contains(Concern.SELF_HARM);
    }

    @Test
    void an_alarm_points_at_its_words() {
        String text = "Fine. But you hit me last week.";
        Alarm alarm = reader.read(text).orElseThrow();
        assertThat(text.substring(alarm.start(), alarm.end())).isEqualTo("you hit me");
        assertThat(alarm.rule()).isEqualTo("partner_violence.you-hurt-me");
    }

    @Test
    void what_may_never_be_shown_to_the_partner_comes_first() {
        assertThat(concern("I want to die. You hit me last week.")).contains(Concern.PARTNER_VIOLENCE);
        assertThat(concern("I want to die. And I'll kill you.")).contains(Concern.THREAT);
        assertThat(reader.all("I want to die. You hit me last week.")).hasSize(2);
    }

    @Test
    void a_hundred_thousand_characters_are_read() {
        String hostile = "you and i and he would not ".repeat(3_700);
        assertThat(reader.all(hostile)).isEmpty();
        assertThat(reader.all(hostile + ". you hit me")).hasSize(1);
    }

    @Test
    void any_string_is_read() {
        Random random = new Random(5);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int k = random.nextInt(40); k > 0; k--) {
                text.append((char) random.nextInt(0x10000)).append(random.nextInt(4) == 0 ? " you hit " : "");
            }
            reader.all(text.toString()).forEach(a -> assertThat(a.start()).isBetween(0, a.end() - 1));
        }
    }
}
