package org.turnstone.prompts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.turnstone.floor.Block;
import org.turnstone.floor.Move;
import org.turnstone.floor.Prompt;
import org.turnstone.floor.Sensitivity;
import org.turnstone.reading.Kind;
import org.turnstone.reading.Role;
import org.turnstone.reading.Verdict;

/** The English texts, read aloud by a machine as far as a machine can. */
class EnglishTextsTest {
    private static final PromptBook BOOK = Books.english();

    /** What can be said several times in one talk. */
    private static final List<Prompt> OFTEN = List.of(
            Prompt.INVITED,
            Prompt.FLOOR_IS_YOURS,
            Prompt.CIRCLE_FLOOR,
            Prompt.OVER_TO_OTHER,
            Prompt.KEPT_FOR_YOUR_TURN,
            Prompt.YOUR_WORDS_BACK,
            Prompt.SOFTEN,
            Prompt.SOFT_START_UP,
            Prompt.PASSED,
            Prompt.YOUR_TURN_NEXT,
            Prompt.LEAN_IN,
            Prompt.WITNESSES,
            Prompt.CAN_YOU_LEAN_IN,
            Prompt.LEAN_YES,
            Prompt.LEAN_A_LITTLE,
            Prompt.LEAN_NOT_YET,
            Prompt.NO_HURRY,
            Prompt.NUDGE,
            Prompt.PRAISE,
            Prompt.SECOND_TRY,
            Prompt.BLOCK_WAS_NAMED,
            Prompt.AFTER_BLOCK,
            Prompt.THANK_YOU_FOR_TELLING_ME,
            Prompt.HEARD_FIRST,
            Prompt.DID_YOU_FEEL_HEARD,
            Prompt.FELT_HEARD_IN_PRIVATE,
            Prompt.HEARD,
            Prompt.CLOSE_ENOUGH,
            Prompt.ONE_MORE_THING,
            Prompt.WHAT_WAS_MISSED,
            Prompt.TRY_ONCE_MORE,
            Prompt.HEARD_SO_FAR,
            Prompt.AFTER_QUICK_TURN,
            Prompt.WAITING_FOR_BOTH,
            Prompt.PAUSED,
            Prompt.KEPT_AS_DRAFT,
            Prompt.PAUSE_IS_YOURS,
            Prompt.RETURN_ASKED,
            Prompt.NOT_NOW_IS_FINE,
            Prompt.RESUMED,
            Prompt.FLOODED,
            Prompt.NOT_FLOODED,
            Prompt.APPRECIATION);

    private static final List<Prompt> OPENINGS = List.of(
            Prompt.OPENING_VALIDATION,
            Prompt.OPENING_REFLECTION,
            Prompt.OPENING_CURIOSITY,
            Prompt.OPENING_EMPATHY,
            Prompt.OPENING_OWNERSHIP,
            Prompt.OPENING_PRESENCE,
            Prompt.OPENING_NAMING_THE_BLOCK);

    /** The longest lines: a circle's opening says what cannot be left unsaid. */
    private static final Set<Prompt> LONG = Set.of(Prompt.CIRCLE_OPENS);

    private static final List<String> NOT_OUR_WORDS = List.of(
            "please note",
            "user",
            "session",
            "process your",
            "communicat",
            "trigger",
            "toxic",
            "trauma",
            "dysregulat",
            "boundar",
            "attack you",
            "you must",
            "should ",
            "have to listen",
            "wrong of you",
            "inappropriate",
            "unhealthy",
            "invalid",
            "warning",
            "violation",
            "error",
            "failed",
            "calm down",
            "relax",
            "actually",
            "simply",
            "great job",
            "well done",
            "awesome",
            "congratulations",
            "at the end of the day",
            "journey",
            "safe space",
            "i understand how",
            "i'm proud",
            "you need to",
            "don't be ",
            "dynamic",
            "therapist",
            "utilize",
            "kindly",
            "participant",
            "disorder",
            "!",
            "—",
            "–",
            "’",
            "‘",
            "“",
            "”",
            "…");

    /** One line that somebody reads, and where it stands. */
    private record Read(String where, String line) {}

    private static Stream<Read> prompts() {
        return Arrays.stream(Prompt.values())
                .flatMap(p -> BOOK.wordings(p).stream().map(w -> new Read(p.heading(), w)));
    }

    private static Stream<Read> labels() {
        return Arrays.stream(Move.values()).map(m -> new Read("button " + m.label(), BOOK.label(m)));
    }

    private static Stream<Read> signs() {
        return Arrays.stream(Kind.values())
                .flatMap(k -> Stream.of(BOOK.name(k), BOOK.meaning(k)).map(l -> new Read("kind " + k.label(), l)));
    }

    private static Stream<Read> texts(Text.Shape shape) {
        return Arrays.stream(Text.values())
                .filter(t -> t.shape() == shape)
                .flatMap(t -> source(t).lines().map(l -> new Read(t.heading(), l)));
    }

    private static String source(Text text) {
        Map<String, String> places = new HashMap<>();
        text.places().forEach(p -> places.put(p, "{" + p + "}"));
        return BOOK.text(text, places);
    }

    private static Stream<Read> everything() {
        return Stream.of(prompts(), labels(), signs(), texts(Text.Shape.LABEL), texts(Text.Shape.PROSE))
                .flatMap(s -> s);
    }

    @Test
    void what_is_said_often_has_three_wordings_or_more() {
        assertThat(OFTEN)
                .allSatisfy(p -> assertThat(BOOK.wordings(p)).as(p.heading()).hasSizeGreaterThan(2));
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
    void openings_are_left_for_the_person_to_finish() {
        List<Prompt> unfinished = new ArrayList<>(OPENINGS);
        unfinished.addAll(List.of(Prompt.OPENING_NOT_AGREEING, Prompt.SOFT_START_UP));
        for (Prompt opening : unfinished) {
            long open = BOOK.wordings(opening).stream()
                    .filter(w -> w.contains("..."))
                    .count();
            long finished = BOOK.wordings(opening).size() - open;
            assertThat(finished).as(opening.heading()).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void a_line_that_leads_to_an_opening_leads_there() {
        for (Prompt prompt : List.of(
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
                Prompt.SHOWN)) {
            assertThat(BOOK.wordings(prompt)).as(prompt.heading()).allMatch(w -> w.endsWith(":"));
        }
    }

    @Test
    void what_is_posted_for_somebody_names_them_first_or_as_its_author() {
        Stream<Prompt> phrases = Stream.concat(
                Prompt.REPAIRS.stream(),
                Stream.of(
                        Prompt.BLOCK_PAST_WOUNDS,
                        Prompt.BLOCK_UNRESOLVED,
                        Prompt.BLOCK_AGREEING,
                        Prompt.THANK_YOU_FOR_TELLING_ME));
        assertThat(phrases).allSatisfy(p -> assertThat(BOOK.wordings(p)).allMatch(w -> w.startsWith("{to}: ")));
    }

    @Test
    void what_must_tell_nothing_names_nobody() {
        for (Prompt prompt : List.of(
                Prompt.NOT_STARTING,
                Prompt.PAUSED,
                Prompt.NOT_PICKING_UP,
                Prompt.STATUS_PAUSED,
                Prompt.STATUS_RETURNING,
                Prompt.STATUS_NOT_RETURNED,
                Prompt.STOPPED)) {
            assertThat(BOOK.wordings(prompt))
                    .as(prompt.heading())
                    .allSatisfy(w -> assertThat(w.toLowerCase(Locale.ROOT))
                            .doesNotContain(
                                    "{to}",
                                    "{other}",
                                    "because",
                                    "nobody answered",
                                    "expired",
                                    "partner",
                                    "declin",
                                    "ready",
                                    "sorry"));
        }
        assertThat(BOOK.wordings(Prompt.NOT_PICKING_UP)).allMatch(w -> w.indexOf('.') == w.length() - 1);
    }

    @Test
    void lines_are_short() {
        assertThat(prompts())
                .allSatisfy(r -> assertThat(r.line().length())
                        .as(r.toString())
                        .isLessThanOrEqualTo(
                                LONG.stream().anyMatch(p -> p.heading().equals(r.where())) ? 260 : 150));
        long longer = prompts().filter(r -> r.line().length() > 120).count();
        assertThat(longer).isLessThan(prompts().count() / 10);
        assertThat(texts(Text.Shape.LABEL))
                .allSatisfy(r -> assertThat(r.line()).as(r.where()).hasSizeLessThan(61));
        assertThat(texts(Text.Shape.PROSE))
                .allSatisfy(r -> assertThat(r.line()).as(r.where()).hasSizeLessThan(240));
    }

    @Test
    void sentences_end_and_labels_do_not() {
        assertThat(Stream.concat(prompts(), texts(Text.Shape.PROSE)))
                .allSatisfy(r -> assertThat(r.line())
                        .as(r.where())
                        .matches("(?s).*([.?:]|\\.\"|thesecurerelationship\\.com|\\})$"));
        assertThat(Stream.concat(labels(), texts(Text.Shape.LABEL)))
                .allSatisfy(r -> assertThat(r.line()).as(r.where()).matches("(.*[^.:,;]|.* \\.\\.\\.)"));
    }

    @Test
    void every_sentence_begins_with_a_capital() {
        assertThat(Stream.concat(prompts(), texts(Text.Shape.PROSE)))
                .allSatisfy(r -> assertThat(r.line()).as(r.where()).matches("(?s)([A-Z]|\"|\\{).*"));
        assertThat(everything())
                .allSatisfy(r -> assertThat(r.line()).as(r.where()).doesNotContainPattern("[a-z}][.?] [a-z]"));
    }

    @Test
    void nothing_is_clinical_scolding_loud_or_typeset_two_ways() {
        assertThat(everything())
                .allSatisfy(r -> assertThat(r.line().toLowerCase(Locale.ROOT))
                        .as(r.where())
                        .doesNotContain(NOT_OUR_WORDS)
                        .doesNotContain("  ")
                        .doesNotContainPattern("[^\\x20-\\x7e]"));
    }

    @Test
    void quotation_marks_and_dots_are_whole() {
        assertThat(everything()).allSatisfy(r -> {
            long marks = r.line().chars().filter(c -> c == '"').count();
            assertThat(marks % 2).as(r.toString()).isZero();
            assertThat(r.line()).as(r.where()).doesNotContainPattern("(?<!\\.)\\.\\.(?!\\.)|\\.{4}|\\?\\?");
        });
    }

    @Test
    void a_moment_is_read_as_an_adverb() {
        assertThat(everything().filter(r -> r.line().contains("{when}")))
                .isNotEmpty()
                .allSatisfy(r -> assertThat(r.line())
                        .as(r.where())
                        .doesNotContainPattern("(?i)\\b(until|till|at|by|from|before|after|in|(?<!goes )on) \\{when}"));
    }

    @Test
    void no_line_stands_under_two_headings_by_mistake() {
        Set<String> seen = new HashSet<>();
        assertThat(prompts().filter(r -> !r.where().startsWith("status")))
                .allSatisfy(r -> assertThat(seen.add(r.line())).as(r.toString()).isTrue());
    }

    @Test
    void a_change_of_wording_changes_the_words() {
        assertThat(Arrays.stream(Prompt.values())).allSatisfy(p -> {
            List<String> firsts = BOOK.wordings(p).stream()
                    .map(w -> w.replaceAll("[^a-z ]", "").strip())
                    .toList();
            assertThat(new HashSet<>(firsts)).hasSameSizeAs(firsts);
        });
    }

    @Test
    void every_kind_verdict_block_sensitivity_and_repair_has_its_text() {
        for (Kind kind : Kind.values()) {
            assertThat(BOOK.name(kind)).hasSizeLessThan(30);
            assertThat(BOOK.meaning(kind)).endsWith(".");
        }
        for (Verdict verdict : Verdict.values()) {
            for (Role role : Role.values()) {
                assertThat(BOOK.text(Text.of(verdict, role))).endsWith(".");
            }
        }
        for (Block.What block : Block.What.values()) {
            assertThat(BOOK.text(Text.of(block))).isNotBlank();
        }
        for (Sensitivity sensitivity : Sensitivity.values()) {
            assertThat(BOOK.text(Text.of(sensitivity))).isNotBlank();
        }
        assertThat(Prompt.REPAIRS)
                .allSatisfy(r -> assertThat(BOOK.text(Text.ofRepair(r))).isNotBlank());
    }

    @Test
    void the_harsh_start_is_the_speakers_verdict_only() {
        assertThat(Text.of(Verdict.DEFENDING, Role.SPEAKER)).isEqualTo(Text.VERDICT_HARSH_START_UP);
        assertThat(Text.of(Verdict.DEFENDING, Role.LISTENER)).isEqualTo(Text.VERDICT_DEFENDING);
        assertThat(Text.of(Verdict.NOTHING, Role.SPEAKER)).isEqualTo(Text.VERDICT_NOTHING);
    }
}
