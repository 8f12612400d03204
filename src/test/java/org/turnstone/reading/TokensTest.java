package org.turnstone.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokensTest {
    private static List<String> words(String text) {
        Tokens tokens = Tokens.of(text);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            words.add(tokens.isWord(i) ? tokens.word(i) : tokens.sort(i).name());
        }
        return words;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            I don’t know            | i dont know
            I don't know            | i dont know
            SOOOOO tired            | soo tired
            s\u200bo\u00ad tired    | so tired
            Ｉ ｆｅｅｌ             | i feel
            𝓲 𝗳𝗲𝗲𝗹                 | i feel
            fеаr of thаt            | fear of that
            café naïve              | cafe naive
            n̷̨͉o̴̧͓                 | no
            nine-ISH                | nine ish
            yes, but                | yes PAUSE but
            what?! no.              | what QUESTION no STOP
            well... ok              | well ELLIPSIS ok
            well… ok                | well ELLIPSIS ok
            no - never              | no PAUSE never
            see https://x.org/a?b=c | see LINK
            run `rm -rf` now        | run CODE now
            <@123> hi @sam          | MENTION hi MENTION
            fine 🙃👍🏽 ok            | fine EMOJI ok
            fine :) ok              | fine EMOJI ok
            love <3                 | love EMOJI
            at 3.20 or 12:45        | at 3.20 or 12:45
            you & me                | you and me
            **you** _never_         | you never
            she said "no"           | she said QUOTE no QUOTE
            """)
    void words_come_down_to_their_plain_form(String text, String expected) {
        assertThat(String.join(" ", words(text)).replace("3.20", "320").replace("12:45", "1245"))
                .isEqualTo(expected.replace("3.20", "320").replace("12:45", "1245"));
    }

    @Test
    void offsets_point_into_the_original() {
        String text = "Honestly — I don’t get it 😀 reeeally";
        Tokens tokens = Tokens.of(text);
        List<String> original = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            original.add(text.substring(tokens.start(i), tokens.end(i)));
        }
        assertThat(original).containsExactly("Honestly", "—", "I", "don’t", "get", "it", "😀", "reeeally");
    }

    @Test
    void a_stretched_word_is_itself_too() {
        Tokens tokens = Tokens.of("reeeallyyyy sooo");
        assertThat(tokens.is(0, "really")).isTrue();
        assertThat(tokens.is(1, "so")).isTrue();
        assertThat(tokens.is(1, "soo")).isTrue();
        assertThat(tokens.is(1, "s")).isFalse();
    }

    @Test
    void any_string_at_all_gives_tokens_in_order() {
        Random random = new Random(7);
        for (int round = 0; round < 20_000; round++) {
            String text = noise(random);
            Tokens tokens = Tokens.of(text);
            int end = 0;
            for (int i = 0; i < tokens.size(); i++) {
                assertThat(tokens.start(i)).isGreaterThanOrEqualTo(end);
                assertThat(tokens.end(i)).isGreaterThan(tokens.start(i));
                end = tokens.end(i);
            }
            assertThat(end).isLessThanOrEqualTo(text.length());
        }
    }

    private static String noise(Random random) {
        String odd = "aé'’\"`` .?!…,;:-—<@3>/\n\t\u200d\u202e\u0301\ud83d\ude00\ud83d\ude00\u0430ßﬁ½١中ب:)http://";
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(24); i > 0; i--) {
            text.append(
                    random.nextInt(4) == 0 ? (char) random.nextInt(0x10000) : odd.charAt(random.nextInt(odd.length())));
        }
        return text.toString();
    }

    @Test
    void a_hundred_thousand_of_anything_is_read_in_a_moment() {
        for (String piece :
                List.of("a", "`", "``x", "'", "<", "<@", "😀", "n̷̨͉", ". ", "\u200b", "aaa ", "中", "@", "ﷺ")) {
            String text = piece.repeat(100_000 / piece.length());
            long before = System.nanoTime();
            Tokens.of(text);
            assertThat(System.nanoTime() - before).as(piece).isLessThan(60_000_000_000L);
        }
    }
}
