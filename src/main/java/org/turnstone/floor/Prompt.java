package org.turnstone.floor;

import static org.turnstone.floor.Slot.MINUTES;
import static org.turnstone.floor.Slot.OTHER;
import static org.turnstone.floor.Slot.QUOTE;
import static org.turnstone.floor.Slot.TO;
import static org.turnstone.floor.Slot.WHEN;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Everything that a conversation can say. The words live in {@code config/prompts}; here stands what each line may speak
 * of and whether it fades after a pair's first talk.
 */
public enum Prompt {
    // Asking for a turn
    INVITED(TO, OTHER),
    INVITED_LONGER(TO, OTHER),
    INVITED_CIRCLE(OTHER, MINUTES),
    BEFORE_YOU_COME_IN,
    ASK_AGAIN_LATER(WHEN),
    LATER(TO, WHEN),
    NOT_TODAY(TO),
    /** The one neutral sentence for every start that does not happen, whatever the cause. */
    NOT_STARTING,

    // The floor
    GROUND_RULES(Voice.FIRST_TALK),
    CIRCLE_OPENS(OTHER),
    TOPIC(TO),
    FLOOR_IS_YOURS(Voice.FIRST_TALK, TO, OTHER),
    CIRCLE_FLOOR(TO),
    CIRCLE_QUIET,
    CIRCLE_TURN_IS_LONG,
    EXTENDED(OTHER),
    TIME_IS_UP,
    YOU_KEEP_IT_NOW,
    SUPPORT_OFFERED(OTHER),
    SUPPORT_ASKED(OTHER),
    KEEPER_SUPPORT(OTHER),
    OVER_TO_OTHER(OTHER),
    KEPT_FOR_YOUR_TURN(OTHER),
    YOUR_WORDS_BACK,
    DID_NOT_GET_THROUGH,
    LENGTH_HINT,
    SOFTEN(QUOTE),
    SOFT_START_UP,
    SOFT_WITHOUT_AN_EDGE,
    SOFT_ABOUT_ONE_TIME,
    PASSED(TO),
    YOUR_TURN_NEXT,

    // Leaning in
    LEAN_IN(Voice.FIRST_TALK, TO, OTHER),
    WITNESSES(TO, OTHER),
    CAN_YOU_LEAN_IN(OTHER),
    LEAN_YES,
    LEAN_A_LITTLE,
    LEAN_NOT_YET,
    OPENING_VALIDATION(OTHER),
    OPENING_REFLECTION(OTHER),
    OPENING_CURIOSITY(OTHER),
    OPENING_EMPATHY(OTHER),
    OPENING_OWNERSHIP(OTHER),
    OPENING_PRESENCE(OTHER),
    OPENING_NAMING_THE_BLOCK(OTHER),
    OPENING_NOT_AGREEING(OTHER),
    /** Openings that say the same without defending, one for each kind of it. */
    INSTEAD_OF_DENIAL(OTHER),
    INSTEAD_OF_JUSTIFICATION(OTHER),
    INSTEAD_OF_COUNTER_ATTACK(OTHER),
    INSTEAD_OF_YES_BUT(OTHER),
    INSTEAD_OF_MINIMISING(OTHER),
    INSTEAD_OF_CORRECTION(OTHER),
    INSTEAD_OF_BLAME_SHIFT(OTHER),
    INSTEAD_OF_CONTEMPT(OTHER),
    INSTEAD_OF_STONEWALLING(OTHER),
    INSTEAD_OF_ABSOLUTES(OTHER),
    INSTEAD_OF_SELF_PITY(OTHER),
    /** For a real validation that was then taken back. */
    INSTEAD_OF_TAKING_BACK(OTHER),
    NO_HURRY(OTHER),
    NUDGE(QUOTE),
    PRAISE(QUOTE),
    SECOND_TRY(TO),
    BLOCK_PAST_WOUNDS(TO),
    BLOCK_UNRESOLVED(TO),
    BLOCK_AGREEING(TO),
    BLOCK_OWN_WORDS(TO),
    BLOCK_WAS_NAMED(OTHER),
    AFTER_BLOCK(OTHER),
    THANK_YOU_FOR_TELLING_ME(TO),
    HEARD_FIRST(TO, OTHER),

    // Checking
    DID_YOU_FEEL_HEARD(Voice.FIRST_TALK, TO),
    FELT_HEARD_IN_PRIVATE,
    HEARD(Voice.FIRST_TALK, TO),
    CLOSE_ENOUGH(Voice.FIRST_TALK, TO),
    ONE_MORE_THING(Voice.FIRST_TALK, TO),
    WHAT_WAS_MISSED(TO, OTHER),
    TRY_ONCE_MORE(OTHER),
    HEARD_SO_FAR(TO),

    // Closing
    AFTER_QUICK_TURN(Voice.FIRST_TALK, TO, OTHER),
    LONGER_OFFERED,
    LONGER_BEGINS,
    WAITING_FOR_BOTH,
    TURN_KEPT(TO),
    BOTH_HEARD,
    ALL_HAD_A_TURN,
    CLOSING_ROUND(TO, OTHER),
    CIRCLE_ENDS,
    ENOUGH_FOR_TONIGHT,
    APPRECIATION(TO),
    NEXT_STEP_OPEN,
    NEXT_STEP(TO),
    PARKED,
    PARKED_FULL,
    PATTERN,
    PATTERN_ONE_ASKS,
    PATTERN_BOTH_FIGHT,
    PATTERN_BOTH_QUIET,
    PATTERN_TWO_VIEWS,
    GOODBYE,
    STOPPED,

    // Pausing
    PAUSED(WHEN),
    KEPT_AS_DRAFT,
    PAUSE_IS_YOURS(WHEN),
    PAUSE_STANDS(WHEN),
    RETURN_ASKED,
    NOT_NOW_IS_FINE,
    RESUMED(TO),
    NOT_PICKING_UP,
    ONE_LINE(TO),
    SHOWN(TO),
    FLOODED,
    NOT_FLOODED,

    // Repair, in the six groups of Gottman's checklist (our own sentences)
    REPAIR_I_FEEL(TO),
    REPAIR_CALM_DOWN(TO),
    REPAIR_SORRY(TO),
    REPAIR_STOP(TO),
    REPAIR_GETTING_TO_YES(TO),
    REPAIR_APPRECIATE(TO),

    // The status line
    STATUS_OPEN,
    STATUS_NO_CIRCLE(OTHER),
    STATUS_INVITING(TO, WHEN),
    STATUS_SPEAKING(TO, OTHER),
    STATUS_LEANING_IN(TO, OTHER),
    STATUS_CHECKING(TO, OTHER),
    STATUS_CLOSING,
    STATUS_GATHERING(TO, WHEN),
    STATUS_CIRCLE_CHECKING(TO, OTHER),
    STATUS_CLOSING_ROUND(OTHER),
    STATUS_PAUSED(WHEN),
    STATUS_RETURNING,
    STATUS_NOT_RETURNED;

    /** For how long the bot's voice speaks a line. */
    public enum Voice {
        ALWAYS,
        /** Whole sentences in a pair's first talk; later the status line says it all. */
        FIRST_TALK
    }

    /** The repair phrases that a person can choose from. */
    public static final List<Prompt> REPAIRS = List.of(
            REPAIR_I_FEEL, REPAIR_CALM_DOWN, REPAIR_SORRY, REPAIR_STOP, REPAIR_GETTING_TO_YES, REPAIR_APPRECIATE);

    /** The openings in the order in which they are offered. */
    static final List<Prompt> OPENINGS = List.of(
            OPENING_REFLECTION,
            OPENING_VALIDATION,
            OPENING_CURIOSITY,
            OPENING_EMPATHY,
            OPENING_PRESENCE,
            OPENING_OWNERSHIP,
            OPENING_NAMING_THE_BLOCK);

    private final Voice voice;
    private final Set<Slot> slots;

    Prompt(Slot... slots) {
        this(Voice.ALWAYS, slots);
    }

    Prompt(Voice voice, Slot... slots) {
        this.voice = voice;
        this.slots = Set.of(slots);
    }

    public Voice voice() {
        return voice;
    }

    /** The placeholders that its wordings may use. */
    public Set<Slot> slots() {
        return slots;
    }

    /** Its heading in {@code config/prompts}: {@code felt heard in private}. */
    public String heading() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
