package org.turnstone.prompts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnstone.floor.Move;

class TypedTest {
    private static final PromptBook BOOK = Books.english();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "over to you | PASS",
                "Over to you. | PASS",
                "ok, over to you | PASS",
                "I'm here | HERE",
                "im here | HERE",
                "I’m here… | HERE",
                "that's it | THATS_IT",
                "THATS IT | THATS_IT",
                "yes, that's it, thank you 💛 | THATS_IT",
                "need to stop | PAUSE",
                "I need to stop | PAUSE",
                "can we pause | PAUSE",
                "Can we pause? | PAUSE",
                "can we please take a break for a bit? | PAUSE",
                "stop | PAUSE",
                "stoooop | PAUSE",
                "need a minute | PAUSE",
                "enough for tonight | ENOUGH",
                "that's enough for tonight | ENOUGH",
                "I'd like a turn | ASK",
                "id like a turn please | ASK",
                "can i have a turn? | ASK",
                "not quite | NOT_QUITE",
                "no, not quite yet | NOT_QUITE",
                "one more thing | ONE_MORE",
                "close enough | CLOSE_ENOUGH",
                "go on | GO_ON",
                "not today | NOT_TODAY",
                "maybe later | LATER",
                "let me try again | TRY_AGAIN",
                "I need to be heard first | HEARD_FIRST",
                "thank you for telling me | THANK",
                "you misread me | MISREAD",
                "<@123> over to you | PASS",
                "over to you, love | PASS",
                "Sorry, I need to stop. This is too much. | PAUSE",
                "I need to stop. Can we pause? | PAUSE",
                "please stop | PAUSE",
                "Stop. Please. Stop. | PAUSE",
                "ok I need 20 minutes | PAUSE",
                "i can't do this right now | PAUSE",
                "Can I please have a minute? | PAUSE",
                "That's it. Thank you. | THATS_IT",
            })
    void a_message_that_is_just_a_button_counts_as_it(String message, Move move) {
        assertThat(BOOK.typed(message)).contains(move);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "🙂",
                "...",
                "I need to stop doing this to you",
                "can we pause the film",
                "that's it?",
                "That's it, I'm leaving",
                "\"that's it\"",
                "not quite what I meant",
                "I'm here for you",
                "go on then, hit me with it",
                "over to you https://example.org",
                "`stop`",
                "stop shouting",
                "i love you",
                "no",
                "yes",
                "ok",
                "enough",
                "sorry",
                "thank you",
                "ok thanks",
                "I need to stop. That's it.",
                "i need you to stop lying",
                "stop it, you always do this",
                "i can't do this without you",
                "Later that day I cried",
            })
    void within_more_words_in_quotation_marks_or_as_a_question_it_does_not(String message) {
        assertThat(BOOK.typed(message)).isEmpty();
    }

    @Test
    void a_short_answer_is_what_it_answers() {
        assertThat(BOOK.typed("yes")).isEmpty();
        assertThat(BOOK.typed("yes", List.of(Move.HERE, Move.LATER, Move.NOT_TODAY)))
                .contains(Move.HERE);
        assertThat(BOOK.typed("Yes.", List.of(Move.GO_ON, Move.NOT_NOW))).contains(Move.GO_ON);
        assertThat(BOOK.typed("yeah", List.of(Move.LEAN_YES, Move.LEAN_NOT_YET)))
                .contains(Move.LEAN_YES);
        assertThat(BOOK.typed("not yet", Set.of(Move.GO_ON, Move.NOT_NOW))).contains(Move.NOT_NOW);
        assertThat(BOOK.typed("not quite", List.of(Move.THATS_IT, Move.NOT_QUITE)))
                .contains(Move.NOT_QUITE);
        assertThat(BOOK.typed("yes", List.of(Move.PAUSE, Move.STOP))).isEmpty();
    }

    @Test
    void a_move_that_is_not_possible_now_leaves_the_words_words() {
        assertThat(BOOK.typed("I'm here", List.of(Move.REPLY_DONE, Move.PAUSE))).isEmpty();
    }

    @Test
    void every_button_that_needs_nothing_more_can_be_typed_as_it_stands() {
        for (Move move : List.of(
                Move.ASK,
                Move.ASK_LONGER,
                Move.HERE,
                Move.LATER,
                Move.NOT_TODAY,
                Move.PASS,
                Move.LEAN_YES,
                Move.LEAN_A_LITTLE,
                Move.LEAN_NOT_YET,
                Move.ANOTHER_OPENING,
                Move.REPLY_DONE,
                Move.HEARD_FIRST,
                Move.THANK,
                Move.THATS_IT,
                Move.CLOSE_ENOUGH,
                Move.ONE_MORE,
                Move.NOT_QUITE,
                Move.TRY_AGAIN,
                Move.PAUSE,
                Move.ENOUGH,
                Move.STOP,
                Move.NOW_YOU,
                Move.KEEP_TURN,
                Move.LONGER,
                Move.GO_ON,
                Move.NOT_NOW,
                Move.MISREAD,
                Move.WANT_NEXT_STEP)) {
            assertThat(BOOK.typed(BOOK.label(move), List.of(move)))
                    .as(move.name())
                    .contains(move);
        }
    }

    @Test
    void a_huge_message_is_not_looked_into() {
        assertThat(BOOK.typed("stop ".repeat(20_000))).isEmpty();
        assertThat(BOOK.typed("\uD83D".repeat(150))).isEmpty();
    }
}
