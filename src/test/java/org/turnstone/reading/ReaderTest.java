package org.turnstone.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReaderTest {
    private static final Reader READER = new Reader(LexiconFileTest.english());
    private static final String HURT = "I felt small when you laughed at me.";

    private static Reading reply(String text) {
        return READER.read(Utterance.reply(text, HURT));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    It was only a joke.                                              | DEFENDING
                    Yeah but you were late as well.                                  | DEFENDING
                    I hear you, but you're too sensitive.                            | DEFENDING
                    It was only a joke, but I can see why that hurt.                 | LEANING_IN
                    You're right, I hurt you. You're too sensitive, though.          | MIXED
                    You're too sensitive, though. I can see why that hurt you.       | LEANING_IN
                    Oh here we go again. I can see why that hurt you.                | MIXED
                    You're not too sensitive.                                        | LEANING_IN
                    When I said 'you're too sensitive' I shut the door on you.       | NOTHING
                    I told you that you're too sensitive.                            | NOTHING
                    Part of me wants to say that you started it. What was that like? | LEANING_IN
                    What was that like for you?                                      | LEANING_IN
                    I don't want to know what that was like for you.                 | NOTHING
                    No wonder you felt small.                                        | LEANING_IN
                    Monday at six then.                                              | NOTHING
                    """)
    void order_negation_quotation_and_questions_are_part_of_a_reading(String text, Verdict verdict) {
        assertThat(reply(text).verdict()).isEqualTo(verdict);
    }

    @Test
    void a_finding_points_at_the_words() {
        String text = "Honestly? It was only a joke.";
        assertThat(reply(text).findings())
                .extracting(f -> f.rule() + ": " + f.words(text))
                .containsExactly("minimising/too-sensitive: It was only a joke");
    }

    @Test
    void one_sign_is_mild_and_mockery_is_not() {
        assertThat(reply("It was only a joke.").strength()).isEqualTo(Strength.MILD);
        assertThat(reply("Oh here we go again.").strength()).isEqualTo(Strength.FIRM);
        assertThat(reply("Here we go again. What do you want, a medal? You're pathetic.")
                        .strength())
                .isEqualTo(Strength.HARD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "IT WAS ONLY A JOKE.",
                "it was only a joke",
                "It  was   only a joke 🙃🙃",
                "it was onlyyyy a jokeeee",
                "it was \u200bonly a jo\u00adke",
                "іt was оnly a jоke",
                "**it was only a joke**",
                "Hey babe. It was only a joke."
            })
    void dress_changes_nothing(String text) {
        assertThat(reply(text).verdict()).isEqualTo(Verdict.DEFENDING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "🙃🙃🙃",
                "https://example.org/it-was-only-a-joke",
                "`it was only a joke`",
                "\"It was only a joke\"",
                "> It was only a joke",
                "Relax. No es lo mismo que el otro día, una broma como la otra.",
                "Это была просто шутка, it was only a joke, не начинай опять"
            })
    void it_abstains_where_it_has_nothing_to_go_by(String text) {
        assertThat(reply(text)).isEqualTo(Reading.NOTHING);
    }

    @Test
    void a_fragment_is_read_only_where_its_context_is_known() {
        assertThat(READER.read(Utterance.reply("Whatever.", "")).verdict()).isEqualTo(Verdict.NOTHING);
        assertThat(READER.read(Utterance.reply("Whatever.", HURT)).verdict()).isEqualTo(Verdict.DEFENDING);
    }

    @Test
    void what_answers_warm_words_defends_nothing() {
        Utterance story =
                Utterance.reply("I had no choice, the dog was ill.", "I'm so sorry, that sounds really hard.");
        assertThat(READER.read(story).verdict()).isEqualTo(Verdict.NOTHING);
    }

    @Test
    void the_speaker_is_read_for_attacks_and_never_for_pain() {
        assertThat(READER.read(Utterance.opening("You only care about yourself."))
                        .findings())
                .extracting(Finding::kind)
                .containsOnly(Kind.HARSH_START_UP);
        Reading pain = READER.read(Utterance.opening("I felt so alone on Friday and I cried all night."));
        assertThat(pain.verdict()).isEqualTo(Verdict.NOTHING);
        assertThat(pain.pain()).isTrue();
        assertThat(READER.read(Utterance.opening("I felt so alone. You never help me."))
                        .verdict())
                .isEqualTo(Verdict.NOTHING);
    }

    @Test
    void the_speakers_complaint_is_never_a_listeners_defence() {
        assertThat(READER.read(Utterance.opening("It was only a joke, I had no choice."))
                        .verdict())
                .isEqualTo(Verdict.NOTHING);
    }

    @Test
    void any_message_at_all_is_read() {
        Random random = new Random(11);
        List<String> pieces = List.of(
                "you always",
                "but",
                "it was only a joke",
                "\"",
                "'",
                "?",
                "\n> ",
                "i'm sorry",
                "😀",
                "\ud800",
                "\u202e",
                "not",
                "when i said",
                ". ",
                "n̷̨͉o",
                "``",
                "<@1>",
                "so you felt",
                "中文",
                "que el la",
                "http://x");
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int k = random.nextInt(12); k > 0; k--) {
                text.append(pieces.get(random.nextInt(pieces.size()))).append(random.nextInt(3) == 0 ? "" : " ");
            }
            Utterance utterance = Utterance.reply(text.toString(), random.nextBoolean() ? HURT : "");
            assertThat(READER.read(utterance)).isEqualTo(READER.read(utterance));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"it was only a joke ", "you always ", "but ", "not ", "'a ", "i'm sorry ", "a ", "so you felt. "
            })
    void ten_thousand_of_one_cue_are_read_in_a_moment(String piece) {
        long before = System.nanoTime();
        reply(piece.repeat(10_000));
        assertThat(System.nanoTime() - before).isLessThan(60_000_000_000L);
    }
}
