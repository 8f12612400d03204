package org.turnstone.discord;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.turnstone.floor.Conversation;
import org.turnstone.floor.Inviting;
import org.turnstone.floor.Move;
import org.turnstone.floor.Person;
import org.turnstone.floor.Quote;
import org.turnstone.prompts.Filling;
import org.turnstone.prompts.PromptBook;
import org.turnstone.prompts.Text;
import org.turnstone.room.Input;

/** Kind words, to one person alone, for a press that leads nowhere. Threads may share it. */
final class Refusals {
    private final RoomStage.Props props;

    Refusals(RoomStage.Props props) {
        this.props = props;
    }

    /** Where things are now, in {@code person}'s own words: the answer to a button whose moment has passed. */
    String passed(long channel, Optional<Conversation> now, PromptBook book) {
        return now.map(c -> book.text(Text.MOMENT_HAS_PASSED, Map.of("status", status(channel, c, book))))
                .orElseGet(() -> book.text(Text.NO_TALK_HERE));
    }

    String status(long channel, Conversation c, PromptBook book) {
        return book.status(c.status(), filling(channel));
    }

    /** A press on something that is somebody else's to do, or nobody's any more. */
    String nothing(long channel, Optional<Conversation> now, Person who, Input input, PromptBook book) {
        boolean theirs = now.filter(c -> c.circle().has(who))
                .filter(c -> input instanceof Input.Pressed pressed && isAnothers(c, who, pressed.move()))
                .isPresent();
        return theirs ? book.text(Text.NOT_YOURS_TO_PRESS) : passed(channel, now, book);
    }

    /** To somebody who is not of the talk in a channel. */
    Text stranger(Optional<Conversation> now) {
        boolean circle = now.filter(c -> !c.circle().isCouple() && !c.status().isAtRest())
                .isPresent();
        boolean gathering = circle && now.get().phase() instanceof Inviting;
        return circle ? gathering ? Text.CIRCLE_IS_FULL : Text.CIRCLE_IS_CLOSED : Text.ONLY_A_PARTY;
    }

    static boolean isAnothers(Conversation c, Person who, Move move) {
        return c.status().moves().contains(move) && !c.moves(who).contains(move);
    }

    static String tooLong(Input input, PromptBook book) {
        boolean none = input.text().filter(String::isBlank).isPresent();
        return none ? book.text(Text.NO_WORDS) : book.text(Text.TOO_LONG, Map.of("limit", "" + Input.LONGEST));
    }

    private Filling filling(long channel) {
        return new Filling() {
            @Override
            public String name(Person person) {
                return props.name(channel, person);
            }

            @Override
            public String when(Instant moment) {
                return Moments.when(moment);
            }

            @Override
            public String quote(Quote quote) {
                return "...";
            }
        };
    }
}
