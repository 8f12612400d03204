package org.turnstone.prompts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.turnstone.floor.Block;
import org.turnstone.floor.Move;
import org.turnstone.floor.Prompt;
import org.turnstone.floor.Sensitivity;
import org.turnstone.reading.Kind;
import org.turnstone.reading.Role;
import org.turnstone.reading.Verdict;

/** The texts of one language, read aloud by a machine as far as a machine can. */
abstract class TextsReadAloud {
    static final Set<Prompt> OPENINGS = EnumSet.of(
            Prompt.OPENING_VALIDATION,
            Prompt.OPENING_REFLECTION,
            Prompt.OPENING_CURIOSITY,
            Prompt.OPENING_EMPATHY,
            Prompt.OPENING_OWNERSHIP,
            Prompt.OPENING_PRESENCE,
            Prompt.OPENING_NAMING_THE_BLOCK);

    /** What leads to an opening, or to somebody's words. */
    private static final Set<Prompt> LEADING = EnumSet.of(
            Prompt.SOFTEN,
            Prompt.NUDGE,
            Prompt.CAN_YOU_LEAN_IN,
            Prompt.LEAN_A_LITTLE,
            Prompt.TRY_ONCE_MORE,
            Prompt.AFTER_BLOCK,
            Prompt.TOPIC,
            Prompt.SECOND_TRY,
            Prompt.BLOCK_OWN_WORDS,
            Prompt.APPRECIATION,
            Prompt.NEXT_STEP,
            Prompt.ONE_LINE,
            Prompt.SHOWN);

    private static final Set<Prompt> TELLING_NOTHING = EnumSet.of(
            Prompt.NOT_STARTING,
            Prompt.PAUSED,
            Prompt.NOT_PICKING_UP,
            Prompt.STOPPED,
            Prompt.STATUS_PAUSED,
            Prompt.STATUS_RETURNING,
            Prompt.STATUS_NOT_RETURNED);

    /** A circle's opening says what cannot be left unsaid. */
    private static final String LONG = Prompt.CIRCLE_OPENS.heading();

    abstract PromptBook book();

    /** What is never said, in lower case, parted by {@code |}. */
    abstract String notOurWords();

    /** The letters and marks of this language that are not in ASCII. */
    abstract String ownLetters();

    /** Words that make nonsense before a moment, which is an adverb. */
    abstract Pattern nonsenseMoment();

    /** One line that somebody reads, and where it stands. */
    record Read(String where, String line) {
        String lower() {
            return line.toLowerCase(Locale.ROOT);
        }
    }

    Stream<Read> prompts() {
        return Arrays.stream(Prompt.values())
                .flatMap(p -> book().wordings(p).stream().map(w -> new Read(p.heading(), w)));
    }

    Stream<Read> labels() {
        return Stream.concat(
                Arrays.stream(Move.values()).map(m -> new Read(m.label(), book().label(m))),
                Stream.concat(
                        Arrays.stream(Kind.values()).map(k -> new Read(k.label(), book().name(k))),
                        texts(Text.Shape.LABEL)));
    }

    Stream<Read> prose() {
        return Stream.concat(
                Arrays.stream(Kind.values()).map(k -> new Read(k.label(), book().meaning(k))), texts(Text.Shape.PROSE));
    }

    private Stream<Read> texts(Text.Shape shape) {
        return Arrays.stream(Text.values())
                .filter(t -> t.shape() == shape)
                .flatMap(t -> source(t).lines().map(l -> new Read(t.heading(), l)));
    }

    private String source(Text text) {
        Map<String, String> places = new HashMap<>();
        text.places().forEach(p -> places.put(p, "{" + p + "}"));
        return book().text(text, places);
    }

    Stream<Read> everything() {
        return Stream.of(prompts(), labels(), prose()).flatMap(s -> s);
    }

    static void none(Stream<Read> lines, Predicate<Read> wrong) {
        assertThat(lines.filter(wrong)).isEmpty();
    }

    private static Predicate<Read> has(String pattern) {
        Predicate<String> found = Pattern.compile(pattern).asPredicate();
        return r -> found.test(r.line());
    }

    @Test
    void what_is_said_has_three_wordings_or_more_where_it_can_come_often() {
        Set<Prompt> seldom = EnumSet.noneOf(Prompt.class);
        for (Prompt prompt : Prompt.values()) {
            if (!prompt.name().startsWith("STATUS_") && book().wordings(prompt).size() < 3) {
                seldom.add(prompt);
            }
        }
        assertThat(seldom)
                .containsExactlyInAnyOrder(
                        Prompt.CIRCLE_OPENS,
                        Prompt.TOPIC,
                        Prompt.LENGTH_HINT,
                        Prompt.BLOCK_PAST_WOUNDS,
                        Prompt.BLOCK_UNRESOLVED,
                        Prompt.BLOCK_AGREEING,
                        Prompt.BLOCK_OWN_WORDS,
                        Prompt.NEXT_STEP_OPEN,
                        Prompt.NEXT_STEP,
                        Prompt.PATTERN,
                        Prompt.PATTERN_ONE_ASKS,
                        Prompt.PATTERN_BOTH_FIGHT,
                        Prompt.PATTERN_BOTH_QUIET,
                        Prompt.PATTERN_TWO_VIEWS,
                        Prompt.PAUSE_STANDS,
                        Prompt.NOT_PICKING_UP,
                        Prompt.ONE_LINE,
                        Prompt.SHOWN);
    }

    @Test
    void openings_are_left_for_the_person_to_finish() {
        Set<Prompt> unfinished = EnumSet.copyOf(OPENINGS);
        unfinished.add(Prompt.OPENING_NOT_AGREEING);
        for (Prompt prompt : Prompt.values()) {
            if (prompt.name().startsWith("SOFT_") || prompt.name().startsWith("INSTEAD_OF_")) {
                unfinished.add(prompt);
            }
        }
        for (Prompt opening : unfinished) {
            assertThat(book().wordings(opening).stream().filter(w -> !w.contains("...")))
                    .as(opening.heading())
                    .hasSizeLessThan(2);
        }
    }

    @Test
    void a_line_that_leads_somewhere_leads_there() {
        none(prompts().filter(r -> LEADING.stream().anyMatch(p -> p.heading().equals(r.where()))), has("[^:]$"));
    }

    @Test
    void what_is_posted_for_somebody_begins_with_them() {
        Set<Prompt> phrases = EnumSet.copyOf(Prompt.REPAIRS);
        phrases.addAll(List.of(
                Prompt.BLOCK_PAST_WOUNDS,
                Prompt.BLOCK_UNRESOLVED,
                Prompt.BLOCK_AGREEING,
                Prompt.THANK_YOU_FOR_TELLING_ME));
        assertThat(phrases.stream().flatMap(p -> book().wordings(p).stream())).allMatch(w -> w.startsWith("{to}: "));
    }

    @Test
    void what_tells_nothing_names_nobody() {
        Stream<Read> neutral = prompts()
                .filter(r -> TELLING_NOTHING.stream().anyMatch(p -> p.heading().equals(r.where())));
        none(neutral, has("\\{to}|\\{other}"));
        assertThat(book().wordings(Prompt.NOT_PICKING_UP)).allMatch(w -> w.indexOf('.') == w.length() - 1);
    }

    @Test
    void lines_are_short() {
        none(prompts(), r -> r.line().length() > (r.where().equals(LONG) ? 260 : 150));
        none(labels(), r -> r.line().length() > 60);
        none(prose(), r -> r.line().length() > 240);
        assertThat(prompts().filter(r -> r.line().length() > 120).count())
                .isLessThan(prompts().count() / 8);
    }

    @Test
    void sentences_end_and_labels_do_not() {
        none(
                Stream.concat(prompts(), prose()),
                has("[^.?:}\"m]$|(?<!thesecurerelationship\\.co)m$|(?<![.?])(?<!\\{quote}|you)\"$")
                        .and(r -> !r.where().equals(Text.SET_UP_REACH_ME.heading())));
        none(labels(), has("(?<!\\.\\.)[.:,;]$"));
    }

    @Test
    void every_sentence_begins_with_a_capital() {
        none(Stream.concat(prompts(), prose()), has("^[¿]?\\p{Ll}"));
        none(everything(), has("(?<!\\.\\.)[.?] [¿]?\\p{Ll}"));
    }

    @Test
    void nothing_is_clinical_scolding_loud_or_typeset_two_ways() {
        List<String> notOurs = List.of(notOurWords().split("\\|"));
        none(everything(), r -> notOurs.stream().anyMatch(r.lower()::contains));
        none(everything(), has("  |!|[^\\x20-\\x7e" + ownLetters() + "]"));
    }

    @Test
    void quotation_marks_and_dots_are_whole() {
        none(everything(), r -> r.line().chars().filter(c -> c == '"').count() % 2 != 0);
        none(everything(), has("(?<!\\.)\\.\\.(?!\\.)|\\.{4}|\\?\\?|\\(\\s|\\s[.,?]( |$)"));
    }

    @Test
    void a_moment_is_read_as_an_adverb() {
        assertThat(everything().filter(has("\\{when}"))).isNotEmpty();
        none(everything(), r -> nonsenseMoment().matcher(r.line()).find());
    }

    @Test
    void no_wording_stands_under_two_headings() {
        Set<String> seen = new HashSet<>();
        none(prompts(), r -> !seen.add(r.line()));
    }

    @Test
    void another_wording_is_more_than_another_comma() {
        for (Prompt prompt : Prompt.values()) {
            List<String> letters = book().wordings(prompt).stream()
                    .map(w -> w.replaceAll("\\{\\w+}|[^\\p{Ll} ]", "").strip())
                    .toList();
            assertThat(letters).as(prompt.heading()).doesNotHaveDuplicates();
        }
    }

    @Test
    void everything_that_is_chosen_or_explained_has_its_text() {
        for (Verdict verdict : Verdict.values()) {
            for (Role role : Role.values()) {
                assertThat(book().text(Text.of(verdict, role))).endsWith(".");
            }
        }
        assertThat(Block.What.values())
                .allSatisfy(b -> assertThat(book().text(Text.of(b))).isNotBlank());
        assertThat(Sensitivity.values())
                .allSatisfy(s -> assertThat(book().text(Text.of(s))).isNotBlank());
        assertThat(Prompt.REPAIRS)
                .allSatisfy(r -> assertThat(book().text(Text.ofRepair(r))).isNotBlank());
    }
}
