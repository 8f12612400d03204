package org.turnstone.discord;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.entities.Member;
import org.turnstone.floor.Conversation;
import org.turnstone.floor.Move;
import org.turnstone.floor.Person;
import org.turnstone.prompts.PromptBook;
import org.turnstone.prompts.Text;
import org.turnstone.room.Input;
import org.turnstone.room.Misreadings;
import org.turnstone.room.Rooms;
import org.turnstone.room.Scribe;
import org.turnstone.room.Taken;

/** Takes in what somebody pressed, chose or sent in a form, and answers them alone. Threads may share it. */
final class Presses {
    private final Rooms rooms;
    private final Places places;
    private final NoteBox notes;
    private final Pings pings;
    private final Misread misread;
    private final Refusals refusals;
    private final Permits permits;
    private final Scribe scribe;
    private final SetUp setUp;
    private final Wishes wishes;
    private final HoldAsk hold;
    private final Clock clock;

    Presses(
            Rooms rooms,
            Places places,
            NoteBox notes,
            Pings pings,
            Misread misread,
            Refusals refusals,
            Permits permits,
            Scribe scribe,
            SetUp setUp,
            Wishes wishes,
            HoldAsk hold,
            Clock clock) {
        this.rooms = rooms;
        this.places = places;
        this.notes = notes;
        this.pings = pings;
        this.misread = misread;
        this.refusals = refusals;
        this.permits = permits;
        this.scribe = scribe;
        this.setUp = setUp;
        this.wishes = wishes;
        this.hold = hold;
        this.clock = clock;
    }

    /**
     * Something somebody did in a channel.
     *
     * @param event the interaction's id, for ever unique
     * @param member who they are in the server; empty where there is none
     * @param reads the language in which they use Discord
     */
    record Act(long channel, long event, Person who, Optional<Member> member, Locale reads, Answer answer) {}

    PromptBook book(Person who) {
        return scribe.book(who);
    }

    String helpAtHand(Person who) {
        return scribe.helpAtHand(who);
    }

    Optional<Conversation> conversation(long channel) {
        return places.room(channel).flatMap(rooms::conversation);
    }

    /** Plays what the channel is owed. */
    void plays(long channel) {
        places.room(channel).ifPresent(room -> rooms.plays(room, clock.instant()));
    }

    /** "Just for me", on whichever post. */
    void justForMe(Act act) {
        Optional<String> room = places.room(act.channel());
        if (showsNotes(act, room)) {
            return;
        }
        if (room.filter(r -> isToSetUp(r, act.who())).isPresent()) {
            setUp.begin(act);
        } else if (isAsked(act)) {
            act.answer().say(book(act.who()).text(Text.NOT_TODAY_OFFERED), Rows.of(wishes.notToday(act)));
        } else if (!hold.standsFor(act)) {
            act.answer().say(book(act.who()).text(Text.NOTHING_JUST_NOW), Rows.of(List.of(wishes.door(act.who()))));
        }
    }

    /** What waits for them, or else what they may choose for themselves. */
    void me(Act act) {
        Optional<String> room = places.room(act.channel());
        if (!showsNotes(act, room)) {
            wishes.show(act);
        }
    }

    private boolean showsNotes(Act act, Optional<String> room) {
        return room.map(r -> notes.show(r, act.who(), act.answer()))
                .orElseGet(() -> notes.showFromElsewhere(act.who(), act.answer()));
    }

    private boolean isToSetUp(String room, Person who) {
        boolean party =
                rooms.conversation(room).filter(c -> c.circle().has(who)).isPresent();
        return party && rooms.needsSetUp(room, who, clock.instant());
    }

    /** Whether somebody waits for their answer: at every start they may say, unseen, that this is no time for it. */
    private boolean isAsked(Act act) {
        return conversation(act.channel())
                .filter(c -> c.moves(act.who()).contains(Move.HERE))
                .isPresent();
    }

    /** A press of a move that needs nothing further. */
    void move(Act act, Move move, String note) {
        Optional<String> room = places.room(act.channel());
        List<String> rules = move == Move.MISREAD
                ? room.map(r -> misread.rules(r, act.who(), note)).orElse(List.of())
                : List.of();
        if (rules.isEmpty()) {
            take(act, new Input.Pressed(move));
        } else {
            misread(act, room.get(), rules);
        }
    }

    private void misread(Act act, String room, List<String> rules) {
        PromptBook book = book(act.who());
        String noted = book.text(Text.MISREAD_NOTED);
        Optional<Misreadings.Asked> asked = rooms.misreadings().misread(room, act.who(), rules, clock.instant());
        if (asked.isEmpty()) {
            act.answer().say(noted, List.of());
            return;
        }
        String question = noted + "\n" + Plain.quoted(asked.get().words()) + "\n" + book.text(Text.MISREAD_KEEP);
        act.answer().say(question, Misread.answers(asked.get().ref(), book));
    }

    /** Their answer to whether words that were misread may be kept. */
    void keeps(Act act, String ref, String answer) {
        PromptBook book = book(act.who());
        boolean kept = answer.equals(Misread.YES) && rooms.misreadings().keep(ref, act.who());
        rooms.misreadings().letGo(ref, act.who());
        act.answer().change(book.text(kept ? Text.MISREAD_KEPT : Text.MISREAD_LET_GO), List.of());
    }

    /** Takes {@code input} in and answers with what waits for whoever made it, or with a nod. */
    void take(Act act, Input input) {
        Optional<String> room = places.room(act.channel());
        if (room.isEmpty()) {
            act.answer().say(book(act.who()).text(Text.NO_TALK_HERE), List.of());
            return;
        }
        take(act, room.get(), input);
    }

    void take(Act act, String room, Input input) {
        Taken taken = taken(act, room, input);
        PromptBook book = book(act.who());
        switch (taken.how()) {
            case MOVED, AGAIN -> moved(act, room);
            case NOTHING ->
                act.answer().say(refusals.nothing(act.channel(), taken.now(), act.who(), input, book), List.of());
            case STRANGER -> act.answer().say(book.text(refusals.stranger(rooms.conversation(room))), List.of());
            case NO_ROOM -> act.answer().say(book.text(Text.NO_TALK_HERE), List.of());
            case SET_UP_FIRST -> setUp.begin(act);
            case TOO_LONG -> act.answer().say(Refusals.tooLong(input, book), List.of());
        }
    }

    /** What comes of it for them alone is shown at once: no message has to tell them of it. */
    private Taken taken(Act act, String room, Input input) {
        pings.looks(room, act.who());
        try {
            return rooms.take(room, "i/" + act.event(), act.who(), input, clock.instant());
        } finally {
            pings.looksAway(room, act.who());
        }
    }

    private void moved(Act act, String room) {
        Optional<String> missing = permits.missing(act.channel());
        if (missing.isPresent()) {
            String text = book(act.who()).text(Text.PERMISSION_MISSING, Map.of("names", missing.get()));
            act.answer().say(text, List.of());
        } else if (!notes.show(room, act.who(), act.answer()) && !hold.asks(act)) {
            act.answer()
                    .nod(() -> conversation(act.channel())
                            .map(c -> refusals.status(act.channel(), c, book(act.who())))
                            .orElse("..."));
        }
    }
}
