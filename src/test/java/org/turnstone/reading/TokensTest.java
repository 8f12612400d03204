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

    private static String told(String text) {
        return String.join(" ", words(text));
    }

    @Test
    void marks_that_end_a_sentence_are_one_with_air_between_them_too() {
        assertThat(told("a . b")).isEqualTo("a STOP b");
        assertThat(told("a . ? b")).isEqualTo("a QUESTION b");
        assertThat(told("a . ! b")).isEqualTo("a STOP b");
        assertThat(told("a . . b")).isEqualTo("a ELLIPSIS b");
        assertThat(told("a .")).isEqualTo("a STOP");
        assertThat(told("a . ")).isEqualTo("a STOP");
        assertThat(told("a..! b")).isEqualTo("a STOP b");
        assertThat(told("a.. \n b")).isEqualTo("a STOP b");
        assertThat(told("a… b")).isEqualTo("a ELLIPSIS b");
        Tokens tokens = Tokens.of("a . ? b");
        assertThat(tokens.start(1)).isEqualTo(2);
        assertThat(tokens.end(1)).isEqualTo(5);
        assertThat(Tokens.of("a ? b").end(1)).isEqualTo(3);
    }

    @Test
    void a_hyphen_is_a_pause_where_it_stands_alone_or_twice() {
        assertThat(told("no -never")).isEqualTo("no PAUSE never");
        assertThat(told("no--never")).isEqualTo("no PAUSE never");
        assertThat(told("no --- never")).isEqualTo("no PAUSE never");
        assertThat(told("-no")).isEqualTo("PAUSE no");
        assertThat(told("no- never")).isEqualTo("no never");
        assertThat(told("no-")).isEqualTo("no");
        assertThat(told("no -")).isEqualTo("no PAUSE");
    }

    @Test
    void what_only_begins_like_a_link_a_sign_or_code_is_none() {
        assertThat(told("HTTP://x Https://y WWW.z")).isEqualTo("LINK LINK LINK");
        assertThat(told("httpx wow hello why")).isEqualTo("httpx wow hello why");
        assertThat(told("<:smile:12> <a:wave:1> <#12> <t:99:R>")).isEqualTo("EMOJI EMOJI MENTION MENTION");
        assertThat(told("<x> a < b")).isEqualTo("x a b");
        assertThat(told("a <@1 2> b")).isEqualTo("a MENTION 2 b");
        assertThat(told("a <#1 2> b")).isEqualTo("a 1 2 b");
        assertThat(told("a <")).isEqualTo("a");
        assertThat(told("a <@")).isEqualTo("a");
        assertThat(told("a @ b @")).isEqualTo("a b");
        assertThat(told("``a`` b ` c")).isEqualTo("CODE b QUOTE c");
        assertThat(told("`a")).isEqualTo("QUOTE a");
    }

    @Test
    void a_point_joins_digits_and_an_apostrophe_letters() {
        assertThat(words("0.9")).hasSize(1);
        assertThat(words("0:9")).hasSize(1);
        assertThat(told("9.x")).isEqualTo("9 STOP x");
        assertThat(told("x.9")).isEqualTo("x STOP 9");
        assertThat(told("3. 5")).isEqualTo("3 STOP 5");
        assertThat(told("don'9")).isEqualTo("don QUOTE 9");
        assertThat(told("don'")).isEqualTo("don QUOTE");
        assertThat(told("AZaz 1000")).isEqualTo("azaz 1000");
    }

    @Test
    void a_long_message_keeps_every_word_and_what_was_stretched() {
        Tokens tokens = Tokens.of("soooo no ".repeat(200));
        assertThat(tokens.size()).isEqualTo(400);
        assertThat(tokens.word(398)).isEqualTo("soo");
        assertThat(tokens.squeezed(398)).isEqualTo("so");
        assertThat(tokens.squeezed(399)).isNull();
        assertThat(tokens.start(399)).isEqualTo(9 * 199 + 6);
    }

    @Test
    void an_emoji_ends_before_the_air_behind_it() {
        Tokens tokens = Tokens.of("fine 🙃 🙃  ok");
        assertThat(tokens.size()).isEqualTo(3);
        assertThat(tokens.start(1)).isEqualTo(5);
        assertThat(tokens.end(1)).isEqualTo(10);
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
