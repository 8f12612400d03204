package org.turnstone.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What people wrote, made harmless, still reads as they meant it. */
class PlainTest {
    @Test
    void markup_loses_its_force() {
        assertThat(Plain.words("**no** [x](y) <@1> # `a` ||b||"))
                .isEqualTo("\\*\\*no\\*\\* \\[x\\]\\(y\\) \\<@\u200b1\\> \\# \\`a\\` \\|\\|b\\|\\|");
        assertThat(Plain.words("- one\n1. two\nthree 1.5 - fine")).isEqualTo("\\- one\n1\\. two\nthree 1.5 - fine");
    }

    @Test
    void mentions_reach_nobody() {
        assertThat(Plain.words("@everyone @here")).isEqualTo("@\u200beveryone @\u200bhere");
    }

    @Test
    void nothing_turns_the_text_after_it_around() {
        assertThat(Plain.name("Ann\u202e\u2066")).isEqualTo("Ann");
        assertThat(Plain.name("\u05d0\u05e0\u05d9")).isEqualTo("\u05d0\u05e0\u05d9");
    }

    @Test
    void a_name_is_one_short_line_and_never_empty() {
        assertThat(Plain.name("Ann\n> says")).isEqualTo("Ann \\> says");
        assertThat(Plain.name("\ud83d\ude22".repeat(60))).isEqualTo("\ud83d\ude22".repeat(32));
        assertThat(Plain.name(" \u202e ")).isEqualTo("?");
    }

    @Test
    void only_what_can_be_seen_counts_as_words() {
        assertThat(Plain.isVisible("\u200b\u200d\u2060 \n")).isFalse();
        assertThat(Plain.isVisible("\ud83d\ude22")).isTrue();
    }

    @Test
    void long_words_are_cut_between_words_and_stay_quoted() {
        String text = Plain.quoted("party ".repeat(600));
        assertThat(Pages.of(text)).hasSize(2).allMatch(page -> page.startsWith("> party"));
        assertThat(Pages.of("\\".repeat(3_000))).allMatch(page -> page.length() <= 2_000);
        assertThat(String.join("", Pages.of("\ud83d\ude22".repeat(1_500)))).isEqualTo("\ud83d\ude22".repeat(1_500));
    }

    @Test
    void what_was_made_a_quotation_can_be_had_back() {
        for (String words :
                new String[] {"a *b* _c_\n- d\n1. e\n> f", "@everyone \\o/ \\\\ #x", "+1 (yes)", "\u05d0 ~~x~~"}) {
            assertThat(Plain.unquoted(Plain.quoted(words))).isEqualTo(words);
        }
    }

    @Test
    void an_id_from_another_version_is_not_ours() {
        assertThat(CustomId.parse(CustomId.of("do", "pass", "tag")))
                .contains(new CustomId("do", List.of("pass", "tag")));
        assertThat(CustomId.parse("0:do:pass")).isEmpty();
        assertThat(CustomId.parse("pass")).isEmpty();
    }
}
