package org.turnstone.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of what is not the writer's own words, or in no language that it knows, the reader says nothing. */
class AbstainingTest {
    private static Reading read(String language, String text) {
        return Readers.shipped(language).read(Utterance.reply(text, "You hurt me and I felt alone."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Je n'ai jamais dit ça, tu exagères toujours, et moi je suis fatigué.",
                "Das habe ich nie gesagt, du übertreibst immer und ich bin müde.",
                "Non ho mai detto questo, tu esageri sempre e io sono stanco della cosa.",
                "Eu nunca disse isso, você sempre exagera e eu não aguento mais.",
                "Ik heb dat nooit gezegd, jij overdrijft altijd maar het is niet zo.",
                "Nigdy tego nie powiedziałem, zawsze przesadzasz, to jest bez sensu.",
                "Я никогда этого не говорил, ты всегда преувеличиваешь.",
                "我从来没有这么说过，你总是夸张。",
                "そんなこと言ってないよ、いつも大げさだね。",
                "لم أقل ذلك أبداً، أنت تبالغين دائماً.",
                "אף פעם לא אמרתי את זה, את תמיד מגזימה.",
                "मैंने ऐसा कभी नहीं कहा, तुम हमेशा बढ़ा-चढ़ा कर बोलते हो।",
                "\"I never said that, you always exaggerate.\"",
                "> I never said that\n> you always exaggerate",
                "```\nI never said that, you always exaggerate\n```",
                "`you always exaggerate`",
                "https://example.org/you-always-exaggerate-and-never-listen",
                "\ud83d\ude44\ud83d\ude44\ud83d\ude2d",
                "?!?!?!",
                "   \n\t ",
            })
    void nothing_is_said_of_it(String text) {
        assertThat(read("en", text)).isEqualTo(Reading.NOTHING);
        assertThat(read("es", text)).isEqualTo(Reading.NOTHING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Yo nunca dije eso, tú siempre exageras y además no es para tanto.",
                "Siempre estás con lo mismo, ya estamos otra vez."
            })
    void english_is_not_looked_for_in_spanish(String text) {
        assertThat(read("en", text)).isEqualTo(Reading.NOTHING);
        assertThat(read("es", text).verdict()).isEqualTo(Verdict.DEFENDING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I never said that, you always exaggerate and it was not that bad.",
                "Oh please, here we go again with the drama of the week."
            })
    void spanish_is_not_looked_for_in_english(String text) {
        assertThat(read("es", text)).isEqualTo(Reading.NOTHING);
        assertThat(read("en", text).verdict()).isEqualTo(Verdict.DEFENDING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"whatever", "you always", "lo mismo"})
    void a_fragment_without_context_says_too_little(String text) {
        assertThat(Readers.shipped("en").read(Utterance.reply(text, ""))).isEqualTo(Reading.NOTHING);
        assertThat(Readers.shipped("es").read(Utterance.reply(text, ""))).isEqualTo(Reading.NOTHING);
    }
}
