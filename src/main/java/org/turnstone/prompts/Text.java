package org.turnstone.prompts;

import static org.turnstone.prompts.Text.Shape.LABEL;
import static org.turnstone.prompts.Text.Shape.PROSE;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.turnstone.floor.Block;
import org.turnstone.floor.Prompt;
import org.turnstone.floor.Sensitivity;
import org.turnstone.reading.Role;
import org.turnstone.reading.Verdict;

/**
 * Everything that people read beside the conversation's own lines and buttons. To add one: a constant here, with its
 * places, and a section {@code [text its name]} in each file of {@code config/prompts}; parsing says which are missing.
 */
public enum Text {
    // The language itself
    /** Its IETF tag, for dates and for screen readers. */
    LANGUAGE_TAG(LABEL),
    /** Its own name. */
    LANGUAGE(LABEL),

    // On every post, and what a press may be answered with
    JUST_FOR_ME(LABEL),
    NOTHING_JUST_NOW,
    SOMETHING_FOR_YOU(LABEL),
    NOT_YOURS_TO_PRESS,
    ONLY_A_PARTY,
    CIRCLE_IS_CLOSED,
    CIRCLE_IS_FULL,
    STRANGER,
    MOMENT_HAS_PASSED("status"),
    ONLY_YOUR_OWN_WORDS,

    // What this is
    HELP,
    WHAT_IT_IS,
    NOT_THERAPY,
    GROUND_RULES,
    WHY_LEAN_IN,
    NOT_AGREEING,
    FURTHER_HELP,

    // Set-up, in a calm hour, each alone; each step short
    SET_UP_BEGINS,
    SET_UP_HOW_IT_WORKS,
    SET_UP_SAFETY,
    SET_UP_REACH_ME,
    SET_UP_REACH_BY_MESSAGE(LABEL),
    SET_UP_REACH_BY_BUTTON(LABEL),
    SET_UP_WORDS_KEPT,
    SET_UP_KEEP_FOR_THE_TALK(LABEL),
    SET_UP_KEEP_FOR_A_DAY(LABEL),
    SET_UP_KEEP_FOR_A_WEEK(LABEL),
    SET_UP_NEXT(LABEL),
    SET_UP_NOT_FOR_ME(LABEL),
    SET_UP_NEEDED,
    /** The one ending of set-up, whatever was answered. */
    SET_UP_ENDS,

    // The private questions of set-up, in our own words; their answers are never kept
    CHECK_BEGINS,
    CHECK_SCREEN_SEEN,
    CHECK_AFRAID,
    CHECK_PAST_YEAR,
    CHECK_FREE_TO_SAY_NO,
    CHECK_YES(LABEL),
    CHECK_NO(LABEL),
    /** Where a partner runs the computer: nothing is asked, help and "not for me" are shown alike to both. */
    CHECK_TAKES_NO_ANSWERS,

    // Help beside a step aside, for the writer alone
    ASIDE_HEADING(LABEL),
    ASIDE_SELF_HARM,
    ASIDE_PARTNER_VIOLENCE,
    ASIDE_THREAT,
    ASIDE_ROOM_SEES_A_PAUSE,
    ASIDE_EMERGENCY("number"),
    ASIDE_LINE("name", "contact"),
    ASIDE_CHECK_THE_NUMBER("date"),
    ASIDE_NUMBERS_UNCONFIRMED,
    ASIDE_ELSEWHERE("address"),
    ASIDE_GOING_ON,
    ASIDE_MISREAD,
    ASIDE_SHOWING,
    ASIDE_KEEPER_MAY_KNOW,
    ASIDE_TELL_THE_KEEPER(LABEL),
    KEEPER_TOLD("name"),
    HELP_FOR_HARD_TIMES(LABEL),
    QUICK_EXIT(LABEL),

    // A private "not today"
    NOT_TODAY_OFFERED,
    NOT_TODAY_TODAY(LABEL),
    NOT_TODAY_A_WEEK(LABEL),
    NOT_TODAY_NOTED("when"),
    NOT_TODAY_TAKE_BACK(LABEL),
    NOT_TODAY_TAKEN_BACK,

    // A calming exercise, each step of which can be skipped
    CALMING_OFFERED,
    CALMING_1,
    CALMING_2,
    CALMING_3,
    CALMING_4,
    CALMING_5,
    CALMING_NEXT(LABEL),
    CALMING_SKIP(LABEL),

    // What is asked before a move that needs more than a tap
    TOPIC_QUESTION,
    LATER_QUESTION,
    LATER_HALF_AN_HOUR(LABEL),
    LATER_TONIGHT(LABEL),
    LATER_TOMORROW(LABEL, "time"),
    PAUSE_QUESTION,
    PAUSE_TWENTY_MINUTES(LABEL),
    PAUSE_AN_HOUR(LABEL),
    PAUSE_TOMORROW(LABEL, "time"),
    FLOODING_QUESTION,
    FLOODING_LOWEST(LABEL),
    FLOODING_HIGHEST(LABEL),
    BLOCK_QUESTION,
    BLOCK_PAST_WOUNDS(LABEL),
    BLOCK_UNRESOLVED(LABEL),
    BLOCK_AGREEING(LABEL),
    BLOCK_OWN_WORDS(LABEL),
    BLOCK_BEGINNING(LABEL),
    REPAIR_QUESTION,
    REPAIR_I_FEEL(LABEL),
    REPAIR_CALM_DOWN(LABEL),
    REPAIR_SORRY(LABEL),
    REPAIR_STOP(LABEL),
    REPAIR_GETTING_TO_YES(LABEL),
    REPAIR_APPRECIATE(LABEL),
    WITNESSES_QUESTION,
    TURN_QUESTION,
    TRY_AGAIN_QUESTION,
    APPRECIATION_QUESTION,
    NEXT_STEP_QUESTION,
    PARK_QUESTION,
    ONE_LINE_QUESTION,
    SEND(LABEL),
    SEND_AS_IT_IS(LABEL),
    NEVER_MIND(LABEL),

    // The status line's further parts, and moments
    STATUS_OWED("names"),
    /** After a line that does not say it itself. */
    STATUS_UNTIL("when"),
    STATUS_HERE("names"),
    STATUS_PARKED("count"),
    NAMES_IN_A_ROW(LABEL, "names", "last"),
    WHEN_TODAY(LABEL, "time"),
    WHEN_TOMORROW(LABEL, "time"),
    WHEN_LATER(LABEL, "day", "time"),

    // A reading of one's own words
    READING_HEADING(LABEL),
    READING_NOTICED("quote", "kind"),
    READING_OPENING,
    READING_NO_CLAIM,
    MISREAD_NOTED,
    MISREAD_KEEP,
    MISREAD_KEEP_YES(LABEL),
    MISREAD_KEEP_NO(LABEL),
    MISREAD_KEPT,
    MISREAD_LET_GO,
    SENSITIVITY_QUESTION,
    SENSITIVITY_OFF(LABEL),
    SENSITIVITY_GENTLE(LABEL),
    SENSITIVITY_NORMAL(LABEL),
    VERDICT_DEFENDING,
    VERDICT_MIXED,
    VERDICT_LEANING_IN,
    VERDICT_NOTHING,
    /** A flagged message of the one who has the floor. */
    VERDICT_HARSH_START_UP,

    // What somebody may have, take back and erase
    MUTED_RULES,
    LANGUAGE_QUESTION,
    MY_DATA_OFFERED,
    MY_DATA(LABEL),
    MY_DATA_HERE,
    MY_CONSENT_BACK(LABEL),
    MY_CONSENT_TAKEN_BACK,
    FORGET_ME(LABEL),
    FORGET_ME_SURE,
    FORGET_ME_NOW(LABEL),
    FORGOTTEN,

    // Discord: its one command, and what only a channel there needs
    COMMAND_TURN(LABEL),
    COMMAND_START(LABEL),
    COMMAND_TALK(LABEL),
    COMMAND_CIRCLE(LABEL),
    COMMAND_PAUSE(LABEL),
    COMMAND_STOP(LABEL),
    COMMAND_CHECK(LABEL),
    COMMAND_ME(LABEL),
    COMMAND_SETTINGS(LABEL),
    COMMAND_HELP(LABEL),
    /** The name of a command on a message: at most 32 characters. */
    COMMAND_READ_MY_WORDS(LABEL),
    COMMAND_PARTNER(LABEL),
    COMMAND_TOPIC(LABEL),
    COMMAND_COKEEPER(LABEL),
    COMMAND_MINUTES(LABEL),
    WRITE_HERE(LABEL),
    DRAFT_QUESTION,
    DRAFT_SAY(LABEL),
    DRAFT_CHANGE(LABEL),
    SETTINGS_FOR_THIS_SERVER,
    SETTINGS_ARE_FOR_OTHERS,
    SETTINGS_LANGUAGE,
    SETTINGS_PACE,
    SETTINGS_PACE_QUICK(LABEL),
    SETTINGS_PACE_FULL(LABEL),
    SETTINGS_WHERE,
    SETTINGS_WHERE_EVERYWHERE(LABEL),
    SETTINGS_WHERE_PRIVATE(LABEL),
    SETTINGS_WHERE_CHOSEN(LABEL),
    SETTINGS_HERE,
    SETTINGS_HERE_AS_THE_SERVER(LABEL),
    SETTINGS_HERE_YES(LABEL),
    SETTINGS_HERE_NO(LABEL),
    SETTINGS_CIRCLES,
    SETTINGS_CIRCLES_ANYONE(LABEL),
    SETTINGS_CIRCLES_MODERATORS(LABEL),
    SETTINGS_FLOOR,
    SETTINGS_FLOOR_SOFT(LABEL),
    SETTINGS_FLOOR_HARD(LABEL),
    HOLD_QUESTION,
    HOLD_YES(LABEL),
    HOLD_NO(LABEL),
    HOLD_STANDS,
    HOLD_NOTED,
    HOLD_TAKEN_BACK,
    /** Names neither of the two. */
    HOLD_NOT_FOR_BOTH,
    HOLD_ONLY_IN_CHANNELS,
    SETTINGS_KEEP,
    SETTINGS_KEEP_ALWAYS(LABEL),
    SETTINGS_KEEP_A_MONTH(LABEL),
    SETTINGS_KEEP_A_WEEK(LABEL),
    SETTINGS_KEEP_A_DAY(LABEL),
    SAYS(LABEL, "name"),
    NO_TALK_HERE,
    PARTNER_IS_A_BOT,
    PARTNER_IS_YOU,
    PARTNER_NOT_HERE,
    BRING_ME_IN,
    HELP_ON_DISCORD,
    PERMISSION_MISSING("names"),
    PERMISSION_LOST("channel", "server", "names"),

    // The web room's own page
    WEB_SOMEBODY(LABEL),
    WEB_WELCOME(LABEL),
    WEB_RUNS_ON("name"),
    WEB_RUNS_ELSEWHERE,
    WEB_RUNS_HERE,
    WEB_YOUR_NAME(LABEL),
    WEB_NEW_PASSPHRASE(LABEL),
    WEB_NEW_PASSPHRASE_WHY,
    WEB_PASSPHRASE(LABEL),
    WEB_PASSPHRASE_WRONG,
    WEB_PASSPHRASE_SHORT,
    WEB_NAME_NEEDED,
    WEB_COME_IN(LABEL),
    WEB_WELCOME_BACK(LABEL),
    WEB_NO_LINK,
    WEB_SET_UP(LABEL),
    WEB_SET_UP_LATER(LABEL),
    WEB_STEP(LABEL, "number", "count"),
    WEB_BACK(LABEL),
    WEB_DRAFTS_QUESTION,
    WEB_DRAFTS_ON(LABEL),
    WEB_DRAFTS_OFF(LABEL),
    WEB_TYPING(LABEL, "name"),
    WEB_TYPING_QUESTION,
    WEB_TYPING_ON(LABEL),
    WEB_TYPING_OFF(LABEL),
    WEB_DONE(LABEL),
    WEB_CLOSE(LABEL),
    WEB_WRITE(LABEL),
    WEB_WRITE_TURN(LABEL),
    WEB_WRITE_ANSWER(LABEL),
    WEB_WRITE_KEPT(LABEL),
    WEB_WRITE_DRAFT(LABEL),
    WEB_KEPT(LABEL),
    WEB_DRAFT(LABEL),
    WEB_EDIT(LABEL),
    WEB_DELETE(LABEL),
    WEB_PUT_AWAY(LABEL),
    WEB_MORE(LABEL),
    WEB_ONLY_YOU(LABEL),
    WEB_USE_OPENING(LABEL),
    WEB_HAS_FLOOR(LABEL),
    WEB_YOU(LABEL),
    WEB_SENDING(LABEL),
    WEB_NOT_CONNECTED,
    WEB_ADD_TOPIC(LABEL),
    WEB_WAITING_FOR,
    WEB_NOT_HERE_YET(LABEL),
    WEB_ERASE(LABEL),
    WEB_ERASE_SURE,
    WEB_ERASED,
    WEB_SIGN_OUT(LABEL),
    WEB_CHARACTERS_LEFT(LABEL, "count"),
    WEB_LONG_CHUNK(LABEL),
    WEB_MESSAGES(LABEL),
    WEB_YOUR_MOVES(LABEL),
    WEB_OPEN_NOTE(LABEL),
    WEB_KEPT_NO_MORE,

    // What one takes along from a web room
    WEB_MINE(LABEL),
    WEB_COPY(LABEL),
    WEB_COPY_HOW,
    WEB_COPY_ASK(LABEL),
    WEB_COPY_QUESTION,
    WEB_COPY_YES(LABEL),
    WEB_COPY_NO(LABEL),
    WEB_COPY_ASKED,
    WEB_COPY_READY,
    WEB_COPY_TAKE(LABEL),

    // Practice: a partner's line, one's own answer, and what it may sound like
    PRACTICE(LABEL),
    PRACTICE_WHAT,
    PRACTICE_THEY_SAY(LABEL, "kind"),
    PRACTICE_ANSWER(LABEL),
    PRACTICE_READ(LABEL),
    PRACTICE_NOTHING,
    PRACTICE_LEANED(LABEL),
    PRACTICE_GUARDED(LABEL),
    PRACTICE_STRONGER,
    PRACTICE_AGAIN(LABEL),
    PRACTICE_NEXT(LABEL),
    PRACTICE_HARDER,
    PRACTICE_STOPS,
    PRACTICE_KEEPS_NOTHING,

    // Further rooms, and links
    WEB_WELCOME_CIRCLE(LABEL),
    WEB_ABOUT(LABEL, "topic"),
    WEB_ROOMS(LABEL),
    WEB_ROOMS_ABOUT,
    WEB_ROOMS_OPEN(LABEL),
    WEB_ROOM_NAMES(LABEL),
    WEB_ROOM_NAMES_HOW,
    WEB_ROOM_NAMES_MISSING,
    WEB_ROOM_TOPIC(LABEL),
    WEB_ROOM_LANGUAGE(LABEL),
    WEB_ROOM_LINKS,
    WEB_ROOM_FIRST(LABEL),
    WEB_ROOM_CLOSE(LABEL),
    WEB_ROOM_CLOSE_SURE,
    WEB_LINK_FOR(LABEL, "name"),
    WEB_LINK_CODE(LABEL, "name"),
    WEB_LINK_TAKEN(LABEL),
    WEB_LINK_COPY(LABEL),
    WEB_LINK_COPIED,
    WEB_LINK_RENEW(LABEL),
    WEB_LINK_RENEWED,
    WEB_LINK_MINE(LABEL),
    WEB_LINK_MINE_WHY,
    WEB_REACH_HERE,
    WEB_REACH_NETWORK,

    // The page: the floor at a glance, getting one's turn ready, the meantime of a pause, looking back
    WEB_OVERTAKEN,
    WEB_EMPTY,
    WEB_YOUR_TURN(LABEL),
    WEB_YOUR_ANSWER(LABEL),
    WEB_YOUR_WORD(LABEL),
    WEB_TAKING_TIME(LABEL, "name"),
    WEB_MINUTES(LABEL),
    WEB_TIME_LEFT(LABEL, "count"),
    WEB_WORDS_BACK(LABEL),
    WEB_CALM(LABEL),
    WEB_BREATHE_IN(LABEL),
    WEB_BREATHE_OUT(LABEL),
    WEB_READY(LABEL),
    WEB_READY_WHAT,
    WEB_READY_READ(LABEL),
    WEB_READY_FINE,
    WEB_READY_KEEP(LABEL),
    WEB_READY_KEPT(LABEL),
    WEB_PARKED(LABEL),
    WEB_TAKE_UP(LABEL),
    WEB_LET_GO(LABEL),
    WEB_LOOKING(LABEL),
    WEB_LOOKING_TOGETHER(LABEL),
    WEB_LOOKING_TOGETHER_WHAT,
    WEB_LOOKING_OWN(LABEL),
    WEB_LOOKING_OWN_WHAT,
    WEB_LOOKING_HELPED(LABEL),
    WEB_LOOKING_NOTHING,
    WEB_LOOKING_CLEAR(LABEL),
    WEB_LOOKING_CLEARED,
    WEB_LOOKING_TABLE(LABEL),
    WEB_LOOKING_WEEK(LABEL),
    WEB_COUNT_TALKS(LABEL),
    WEB_COUNT_OTHER_TALKS(LABEL),
    WEB_COUNT_TURNS(LABEL),
    WEB_COUNT_BOTH_HEARD(LABEL),
    WEB_COUNT_REPAIRS(LABEL),
    WEB_COUNT_ANSWERS(LABEL),
    WEB_COUNT_LEANED_IN(LABEL),
    WEB_COUNT_GUARDED(LABEL),
    WEB_COUNT_NEITHER(LABEL),
    WEB_COUNT_TRIED_AGAIN(LABEL),
    WEB_COUNT_REACHED(LABEL),
    WEB_COUNT_PRACTISED(LABEL),

    // When something does not work
    TOO_LONG("limit"),
    TOO_FAST,
    NO_WORDS,
    ROOM_NOT_FOUND,
    ROOM_BUSY,
    CIRCLES_NEED_A_SERVER,
    NOT_IN_THIS_SERVER,
    NOT_IN_THIS_CHANNEL,
    NOT_IN_THIS_DIRECT_CHANNEL,
    CIRCLES_ARE_OPENED_BY_OTHERS,
    SOMETHING_WENT_WRONG;

    /** How a text is shown. */
    public enum Shape {
        /** On a button, in a list or as a heading: at most 60 characters, no full stop. */
        LABEL,
        /** A sentence or several, on one line or several. */
        PROSE
    }

    /** The steps of the calming exercise, in order. */
    public static final List<Text> CALMING = List.of(CALMING_1, CALMING_2, CALMING_3, CALMING_4, CALMING_5);

    private final Shape shape;
    private final Set<String> places;

    Text(String... places) {
        this(PROSE, places);
    }

    Text(Shape shape, String... places) {
        this.shape = shape;
        this.places = Set.of(places);
    }

    public Shape shape() {
        return shape;
    }

    /** The names of the places that it has, and must fill. */
    public Set<String> places() {
        return places;
    }

    /** Its heading in {@code config/prompts}: {@code text nothing just now}. */
    public String heading() {
        return "text " + name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** A verdict on words said in {@code role}, in one plain sentence. */
    public static Text of(Verdict verdict, Role role) {
        boolean startsHard = role == Role.SPEAKER && verdict.flags();
        return startsHard ? VERDICT_HARSH_START_UP : valueOf("VERDICT_" + verdict.name());
    }

    /** A block as a choice. */
    public static Text of(Block.What block) {
        return valueOf("BLOCK_" + block.name());
    }

    /** The name of a group of repair phrases, one of {@link Prompt#REPAIRS}. */
    public static Text ofRepair(Prompt repair) {
        return valueOf(repair.name());
    }

    /** A sensitivity as a choice. */
    public static Text of(Sensitivity sensitivity) {
        return valueOf("SENSITIVITY_" + sensitivity.name());
    }
}
