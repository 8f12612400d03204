package org.turnstone.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How a message is built, asked of every word of it. */
class StructureTest {
    private static final Entry.Cue CUE = cue();

    private static Entry.Cue cue(Need... needs) {
        return new Entry.Cue(Kind.DENIAL, "rule", "phrase", Force.SIGN, Set.of(needs));
    }

    /** A message whose mild openers are "well" and "so", and whose greeting is "hi" and "love". */
    private static final class Message {
        private final Tokens tokens;
        private final Structure structure;

        Message(String text) {
            tokens = Tokens.of(text);
            structure = new Structure(
                    tokens, these("you", "your"), these("i", "my"), these("well", "so"), Structure.Before.UNKNOWN);
            structure.greeting(these("hi", "love"));
        }

        private BitSet these(String... words) {
            BitSet these = new BitSet();
            words(i -> List.of(words).contains(tokens.word(i))).forEach(these::set);
            return these;
        }

        private IntStream words(IntPredicate which) {
            return IntStream.range(0, tokens.size()).filter(i -> tokens.isWord(i) && which.test(i));
        }

        Message frame(Frame frame, String word) {
            int at = at(word);
            structure.frame(frame, at, at);
            return this;
        }

        int at(String word) {
            return words(i -> tokens.is(i, word)).findFirst().orElseThrow();
        }

        /** The words of which this holds. */
        String where(IntPredicate holds) {
            return words(holds).mapToObj(tokens::word).collect(Collectors.joining(" "));
        }
    }

    private static String counted(Message message, Entry.Cue cue) {
        return message.where(i -> message.structure.counts(cue, i, i));
    }

    @Test
    void a_negation_reaches_five_words_and_stops_at_a_pause_a_but_and_the_end_of_a_sentence() {
        Message far = new Message("not one two three four five six seven").frame(Frame.NEGATION, "not");
        assertThat(counted(far, CUE)).isEqualTo("not six seven");
        assertThat(counted(far, cue(Need.EVEN_NEGATED))).isEqualTo("not one two three four five six seven");
        assertThat(counted(new Message("I am not angry, just tired").frame(Frame.NEGATION, "not"), CUE))
                .isEqualTo("i am not just tired");
        assertThat(counted(new Message("I am not angry. Just tired").frame(Frame.NEGATION, "not"), CUE))
                .isEqualTo("i am not just tired");
        Message turned = new Message("I am not angry but tired")
                .frame(Frame.CONTRAST, "but")
                .frame(Frame.NEGATION, "not");
        assertThat(counted(turned, CUE)).isEqualTo("i am not but tired");
    }

    @Test
    void what_only_looks_like_a_negation_and_a_bare_no_deny_nothing() {
        Message wonder = new Message("It is no wonder you left")
                .frame(Frame.NO_NEGATION, "no")
                .frame(Frame.NEGATION, "no");
        assertThat(counted(wonder, CUE)).isEqualTo("it is no wonder you left");
        assertThat(counted(new Message("No you did that").frame(Frame.NEGATION, "no"), CUE))
                .isEqualTo("no you did that");
        assertThat(counted(new Message("There was no reason").frame(Frame.NEGATION, "no"), CUE))
                .isEqualTo("there was no");
        assertThat(counted(new Message("Never say that").frame(Frame.NEGATION, "never"), CUE))
                .isEqualTo("never");
    }

    @Test
    void told_words_are_anothers_for_nine_words_and_held_back_ones_to_the_end_of_the_sentence() {
        Message told = new Message("said 1 2 3 4 5 6 7 8 9 ten eleven").frame(Frame.REPORTED, "said");
        assertThat(told.where(told.structure::isAnothers)).isEqualTo("1 2 3 4 5 6 7 8 9");
        assertThat(counted(told, CUE)).isEqualTo("said ten eleven");
        assertThat(counted(told, cue(Need.EVEN_QUOTED)))
                .endsWith("9 ten eleven")
                .contains("1 2 3");
        Message held = new Message("I want to say you lie. You came").frame(Frame.HELD_BACK, "say");
        assertThat(held.where(held.structure::isAnothers)).isEqualTo("you lie");
    }

    @Test
    void a_message_a_sentence_and_a_clause_open_behind_mild_openers_alone() {
        Message message = new Message("Well so you left, and I stayed. So I did").frame(Frame.CONTRAST, "and");
        assertThat(message.where(message.structure::opensMessage)).isEqualTo("well so you");
        assertThat(message.where(message.structure::opensSentence)).isEqualTo("well so you so i");
        assertThat(message.where(message.structure::opensClause)).isEqualTo("well so you and i so i");
    }

    @Test
    void a_message_and_a_sentence_close_with_their_last_word() {
        Message message = new Message("You left. I stayed (alone).");
        assertThat(message.where(message.structure::closesMessage)).isEqualTo("alone");
        assertThat(message.where(message.structure::closesSentence)).isEqualTo("left alone");
    }

    @Test
    void what_a_sentence_asks_and_whom_it_speaks_of() {
        Message message = new Message("Did you wait? I came. It rained on your coat and my hat");
        assertThat(message.where(message.structure::asks)).isEqualTo("did you wait");
        assertThat(message.where(message.structure::speaksOfYou))
                .isEqualTo("did you wait it rained on your coat and my hat");
        assertThat(message.where(message.structure::speaksOfMe)).isEqualTo("i came it rained on your coat and my hat");
    }

    @Test
    void a_clause_ends_with_its_sentence_with_dots_or_before_a_but() {
        Message message = new Message("I see but I came... late. Sorry").frame(Frame.CONTRAST, "but");
        Structure structure = message.structure;
        assertThat(structure.clauseEnd(0)).isEqualTo(message.at("but"));
        assertThat(structure.clauseEnd(message.at("but"))).isEqualTo(message.at("late"));
        assertThat(structure.clauseEnd(message.at("late"))).isEqualTo(message.at("sorry"));
        assertThat(structure.clauseEnd(message.at("sorry"))).isEqualTo(message.tokens.size());
        assertThat(message.where(structure::followsContrast)).isEqualTo("i came late sorry");
    }

    @Test
    void a_turn_lies_between_two_words_where_a_sentence_ends_or_a_but_stands() {
        Message message = new Message("I see but you came. Late").frame(Frame.CONTRAST, "but");
        Structure structure = message.structure;
        assertThat(structure.turnsBetween(message.at("i"), message.at("see"))).isFalse();
        assertThat(structure.turnsBetween(message.at("see"), message.at("you"))).isTrue();
        assertThat(structure.turnsBetween(message.at("see"), message.at("but"))).isFalse();
        assertThat(structure.turnsBetween(message.at("you"), message.at("came")))
                .isFalse();
        assertThat(structure.turnsBetween(message.at("came"), message.at("late")))
                .isTrue();
    }

    @Test
    void a_greeting_ends_with_its_comma_and_there_may_be_two() {
        assertThat(new Message("Hi, you left").structure.greetingEnd()).isEqualTo(2);
        assertThat(new Message("Hi, love, you left").structure.greetingEnd()).isEqualTo(4);
        assertThat(new Message("Hi love! You left").structure.greetingEnd()).isEqualTo(3);
        assertThat(new Message("Hi you left").structure.greetingEnd()).isZero();
        assertThat(new Message("Hi? You left").structure.greetingEnd()).isZero();
        assertThat(new Message("Hi!").structure.greetingEnd()).isZero();
        assertThat(new Message("You left, love").structure.greetingEnd()).isZero();
    }

    @Test
    void what_is_only_quoted_says_nothing_and_pain_is_the_writers_own() {
        assertThat(new Message("\"you left\"").structure.onlyQuoted()).isTrue();
        assertThat(new Message("\"you left\" hm").structure.onlyQuoted()).isFalse();
        assertThat(new Message("It hurts").frame(Frame.PAIN, "hurts").structure.pain())
                .isTrue();
        assertThat(new Message("You said \"it hurts\"")
                        .frame(Frame.PAIN, "hurts")
                        .structure
                        .pain())
                .isFalse();
        assertThat(new Message("one two, three").structure.words()).isEqualTo(3);
        Structure structure = new Message("one ... two").structure;
        assertThat(structure.hasWords(0, 1)).isTrue();
        assertThat(structure.hasWords(1, 2)).isFalse();
    }
}
