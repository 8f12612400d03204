package org.turnstone.discord;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import org.turnstone.floor.Circle;
import org.turnstone.floor.Conversation;
import org.turnstone.floor.Person;
import org.turnstone.prompts.PromptBook;
import org.turnstone.prompts.Text;
import org.turnstone.room.NotPlayed;
import org.turnstone.room.Rooms;
import org.turnstone.room.Scribe;

/**
 * Asks each of two partners, alone, whether the floor may be held between them, and holds it where both said yes. Either
 * takes it back at once, whenever they like. Threads may share it.
 */
final class HoldAsk {
    /** The kind of its buttons. */
    static final String HOLD = "hold";

    private static final String YES = "yes";
    private static final String NO = "no";

    private final Rooms rooms;
    private final Places places;
    private final Agreed agreed;
    private final Firmness firmness;
    private final HardFloor floor;
    private final Scribe scribe;

    HoldAsk(Rooms rooms, Places places, Agreed agreed, Firmness firmness, HardFloor floor, Scribe scribe) {
        this.rooms = rooms;
        this.places = places;
        this.agreed = agreed;
        this.firmness = firmness;
        this.floor = floor;
        this.scribe = scribe;
    }

    /** Where the server chose it, asks whoever acts, once; no where there is nothing to ask. */
    boolean asks(Presses.Act act) {
        Optional<String> room = room(act).filter(r -> !agreed.isAsked(r, act.who()));
        if (room.isEmpty()) {
            return false;
        }
        agreed.no(room.get(), act.who());
        PromptBook book = scribe.book(act.who());
        act.answer().say(book.text(Text.HOLD_QUESTION), Rows.of(buttons(room.get(), act.who(), book)));
        return true;
    }

    /**
     * Lets whoever agreed take it back by a press: while they wait, Discord gives them no line to type a command into.
     *
     * @return no where they did not agree
     */
    boolean standsFor(Presses.Act act) {
        boolean agrees = room(act).filter(r -> agreed.has(r, act.who())).isPresent();
        if (agrees) {
            PromptBook book = scribe.book(act.who());
            act.answer().say(book.text(Text.HOLD_STANDS), Rows.of(List.of(no(book))));
        }
        return agrees;
    }

    private static Button no(PromptBook book) {
        return Button.secondary(CustomId.of(HOLD, NO), book.text(Text.HOLD_NO));
    }

    /** Among what they may choose for themselves. */
    List<MessageTopLevelComponent> rows(Presses.Act act, PromptBook book) {
        List<MessageTopLevelComponent> rows = new ArrayList<>();
        room(act).ifPresent(room -> {
            rows.add(TextDisplay.of(book.text(Text.HOLD_QUESTION)));
            rows.addAll(Rows.of(buttons(room, act.who(), book)));
        });
        return rows;
    }

    private List<Button> buttons(String room, Person who, PromptBook book) {
        boolean held = agreed.has(room, who);
        return List.of(
                Button.secondary(CustomId.of(HOLD, YES), book.text(Text.HOLD_YES))
                        .withDisabled(held),
                no(book));
    }

    /** Their couple's room in the channel, where the server chose that the floor may be held. */
    private Optional<String> room(Presses.Act act) {
        return act.member()
                .flatMap(member -> places.room(act.channel()))
                .filter(room -> couple(room).filter(c -> c.has(act.who())).isPresent())
                .filter(room -> firmness.isChosen(act.channel()));
    }

    private Optional<Circle> couple(String room) {
        return rooms.conversation(room).map(Conversation::circle).filter(Circle::isCouple);
    }

    void pressed(Presses.Act act, String answer) {
        PromptBook book = scribe.book(act.who());
        Optional<String> room = room(act);
        if (!answer.equals(YES)) {
            places.room(act.channel()).ifPresent(r -> takesBack(r, act));
            act.answer().change(book.text(Text.HOLD_TAKEN_BACK), List.of());
        } else if (room.isEmpty()) {
            act.answer().change(book.text(Text.NO_TALK_HERE), List.of());
        } else {
            act.answer().change(agrees(room.get(), act, book), List.of());
        }
    }

    private void takesBack(String room, Presses.Act act) {
        agreed.no(room, act.who());
        floor.hold(room, act.channel(), Set.of());
    }

    private String agrees(String room, Presses.Act act, PromptBook book) {
        agreed.yes(room, act.who());
        return obstacle(room, book).orElseGet(() -> book.text(Text.HOLD_NOTED));
    }

    private Optional<String> obstacle(String room, PromptBook book) {
        return couple(room).flatMap(c -> firmness.obstacle(Persons.channelOf(room), c.order(), book));
    }

    /** Holds the floor as the talk says, as far as both agreed and it can be held for both. */
    void restrict(String room, Set<Person> waiting) {
        long channel = Persons.channelOf(room);
        Set<Long> held = mayHold(room, channel, waiting)
                ? waiting.stream().map(Persons::id).collect(Collectors.toSet())
                : Set.of();
        floor.hold(room, channel, held);
    }

    private boolean mayHold(String room, long channel, Set<Person> waiting) {
        try {
            return !waiting.isEmpty()
                    && firmness.isChosen(channel)
                    && couple(room).filter(c -> agreed.all(room, c.order())).isPresent()
                    && obstacle(room, scribe.book(waiting.iterator().next())).isEmpty();
        } catch (NotPlayed e) {
            return false;
        }
    }
}
