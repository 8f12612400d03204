package org.turnstone.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnstone.safety.SetUpCheck.Answer.NO;
import static org.turnstone.safety.SetUpCheck.Answer.YES;
import static org.turnstone.safety.SetUpCheck.Gate.MAY_START;
import static org.turnstone.safety.SetUpCheck.Gate.NOT_NOW;
import static org.turnstone.safety.SetUpCheck.Question.AFRAID;
import static org.turnstone.safety.SetUpCheck.Question.FREE_TO_SAY_NO;
import static org.turnstone.safety.SetUpCheck.Question.PAST_YEAR;
import static org.turnstone.safety.SetUpCheck.Question.SCREEN_SEEN;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SetUpCheckTest {
    private static final Map<SetUpCheck.Question, SetUpCheck.Answer> WELL =
            Map.of(SCREEN_SEEN, NO, AFRAID, NO, PAST_YEAR, NO, FREE_TO_SAY_NO, YES);

    private static SetUpCheck answered(Map<SetUpCheck.Question, SetUpCheck.Answer> answers) {
        SetUpCheck check = SetUpCheck.begin();
        for (var answer : answers.entrySet()) {
            check = check.answered(answer.getKey(), answer.getValue());
        }
        return check;
    }

    @Test
    void a_talk_may_start_when_all_four_answers_allow_it() {
        assertThat(answered(WELL).gate()).isEqualTo(MAY_START);
        assertThat(answered(WELL).next()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void one_answer_that_does_not_is_enough_for_not_now(SetUpCheck.Question question) {
        Map<SetUpCheck.Question, SetUpCheck.Answer> answers = new EnumMap<>(WELL);
        answers.put(question, WELL.get(question) == YES ? NO : YES);
        assertThat(answered(answers).gate()).isEqualTo(NOT_NOW);
    }

    @ParameterizedTest
    @EnumSource
    void what_was_not_answered_is_no_yes(SetUpCheck.Question question) {
        Map<SetUpCheck.Question, SetUpCheck.Answer> answers = new EnumMap<>(WELL);
        answers.remove(question);
        assertThat(answered(answers).gate()).isEqualTo(NOT_NOW);
        assertThat(answered(answers).next()).contains(question);
    }

    @Test
    void they_are_asked_in_order() {
        SetUpCheck check = SetUpCheck.begin();
        for (SetUpCheck.Question question : SetUpCheck.Question.values()) {
            assertThat(check.next()).contains(question);
            check = check.answered(question, WELL.get(question));
        }
        assertThat(check.next()).isEmpty();
    }

    @Test
    void where_somebody_sees_the_screen_nothing_more_is_asked() {
        assertThat(SetUpCheck.begin().answered(SCREEN_SEEN, YES).next()).isEmpty();
    }

    @Test
    void a_later_answer_cannot_undo_an_earlier_one() {
        SetUpCheck check = answered(Map.of(AFRAID, YES));
        assertThat(check.answered(AFRAID, NO)
                        .answered(SCREEN_SEEN, NO)
                        .answered(PAST_YEAR, NO)
                        .answered(FREE_TO_SAY_NO, YES)
                        .gate())
                .isEqualTo(NOT_NOW);
    }

    @Test
    void in_a_room_that_a_partner_runs_nothing_is_asked_and_nothing_taken_in() {
        SetUpCheck check = SetUpCheck.withoutQuestions();
        assertThat(check.next()).isEmpty();
        assertThat(check.answered(AFRAID, YES)).isSameAs(check);
        assertThat(check.gate()).isEqualTo(MAY_START);
    }

    @Test
    void nothing_in_it_could_hold_an_answer_and_it_says_nothing() {
        assertThat(Arrays.stream(SetUpCheck.class.getDeclaredFields())
                        .filter(f -> !Modifier.isStatic(f.getModifiers()))
                        .map(Field::getName))
                .containsExactlyInAnyOrder("open", "soFar");
        assertThat(answered(WELL)).hasToString("SetUpCheck");
        assertThat(answered(Map.of(AFRAID, YES))).hasToString("SetUpCheck");
    }

    @Test
    void a_no_holds_a_week_and_the_questions_come_again_after_ninety_days() {
        assertThat(SetUpCheck.NOT_BEFORE).isEqualTo(Duration.ofDays(7));
        assertThat(SetUpCheck.ASKED_AGAIN).isEqualTo(Duration.ofDays(90));
    }
}
