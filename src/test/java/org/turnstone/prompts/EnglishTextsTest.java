package org.turnstone.prompts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.turnstone.floor.Prompt;
import org.turnstone.reading.Role;
import org.turnstone.reading.Verdict;

class EnglishTextsTest extends TextsReadAloud {
    private static final PromptBook BOOK = Books.english();

    @Override
    PromptBook book() {
        return BOOK;
    }

    @Override
    String notOurWords() {
        return "please note|user|session|process your|communicat|trigger|toxic|trauma|dysregulat|boundar|you must|should "
                + "|have to listen|wrong of you|inappropriate|unhealthy|invalid|warning|violation|error|failed|calm down"
                + "|relax|actually|simply|great job|well done|awesome|congratulations|at the end of the day|journey"
                + "|safe space|i understand how|i'm proud|you need to|don't be |dynamic|therapist|utilize|kindly"
                + "|participant|disorder";
    }

    @Override
    String ownLetters() {
        return "";
    }

    @Override
    Pattern nonsenseMoment() {
        return Pattern.compile("(?i)\\b(until|till|at|by|from|before|after|in|(?<!goes )on) \\{when}");
    }

    @Test
    void the_openings_cover_the_seven_kinds_and_hold_the_two_of_the_source() {
        assertThat(OPENINGS).allSatisfy(p -> assertThat(BOOK.wordings(p)).hasSizeGreaterThan(2));
        assertThat(BOOK.wordings(Prompt.OPENING_NAMING_THE_BLOCK))
                .contains("It's hard for me to stay open when I feel criticized.");
        assertThat(BOOK.wordings(Prompt.OPENING_VALIDATION))
                .contains("I don't see it the same way, but I get that this feels big for you.");
    }

    @Test
    void what_tells_nothing_gives_no_reason() {
        for (Prompt prompt : List.of(Prompt.NOT_STARTING, Prompt.PAUSED, Prompt.NOT_PICKING_UP, Prompt.STOPPED)) {
            assertThat(String.join(" ", BOOK.wordings(prompt)).toLowerCase(Locale.ROOT))
                    .doesNotContain(
                            "because", "answer", "expire", "partner", "declin", "ready", "sorry", "safe", "help");
        }
    }

    @Test
    void a_harsh_start_is_a_speakers_verdict_only() {
        assertThat(Text.of(Verdict.DEFENDING, Role.SPEAKER)).isEqualTo(Text.VERDICT_HARSH_START_UP);
        assertThat(Text.of(Verdict.DEFENDING, Role.LISTENER)).isEqualTo(Text.VERDICT_DEFENDING);
        assertThat(Text.of(Verdict.NOTHING, Role.SPEAKER)).isEqualTo(Text.VERDICT_NOTHING);
    }
}
