package org.turnstone.discord;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.separator.Separator;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import org.turnstone.floor.Move;
import org.turnstone.floor.Prompt;
import org.turnstone.floor.Status;
import org.turnstone.prompts.PromptBook;
import org.turnstone.prompts.Text;
import org.turnstone.room.Marks;
import org.turnstone.room.RoomStore.Owed;

/**
 * The one card of a channel that says where the talk stands. It is edited in place; where its buttons must be at hand it
 * moves under the latest words: a new one first, quietly, and then the old one goes. Threads may share it; a room's effects
 * are played one at a time.
 */
final class Cards {
    private static final String MARK = "card";

    /** What can be done whoever has the floor. */
    private static final Set<Move> ANY_TIME = EnumSet.of(
            Move.RAISE_HAND,
            Move.REPAIR,
            Move.FLOODING,
            Move.ASK_SUPPORT,
            Move.PAUSE,
            Move.ENOUGH,
            Move.STOP,
            Move.LEAVE,
            Move.SKIP,
            Move.EXTEND);

    private final Posts posts;
    private final Marks marks;
    private final Turns turns;

    Cards(Posts posts, Marks marks, Turns turns) {
        this.posts = posts;
        this.marks = marks;
        this.turns = turns;
    }

    /** Which messages are cards: the one that stands, and one that has to go. */
    private record Standing(long card, Optional<Long> old) {
        static Standing parse(String mark) {
            String[] ids = mark.split(" ");
            return new Standing(
                    Long.parseLong(ids[0]), ids.length > 1 ? Optional.of(Long.parseLong(ids[1])) : Optional.empty());
        }

        String mark() {
            return card + old.map(id -> " " + id).orElse("");
        }
    }

    void show(Owed owed, Status status, String text, PromptBook book) {
        long channel = Persons.channelOf(owed.room());
        String tag = posts.tag(owed);
        List<MessageTopLevelComponent> parts = parts(text, status, tag, book, turns);
        Optional<Standing> standing = standing(channel);
        boolean stays = standing.filter(s -> status.isAtRest() || posts.isNewest(channel, s.card()))
                .isPresent();
        if (stays && posts.edit(channel, standing.get().card(), parts)) {
            return;
        }
        long card = posts.once(owed, channel, tag, () -> posts.card(channel, tag, parts));
        Optional<Long> old = standing.flatMap(s -> s.card() == card ? s.old() : Optional.of(s.card()));
        replace(channel, new Standing(card, old));
    }

    private void replace(long channel, Standing now) {
        marks.put(Persons.channel(channel), MARK, now.mark());
        if (now.old().isPresent()) {
            posts.delete(channel, now.old().get());
            marks.put(Persons.channel(channel), MARK, new Standing(now.card(), Optional.empty()).mark());
        }
    }

    private Optional<Standing> standing(long channel) {
        return marks.get(Persons.channel(channel), MARK).map(Standing::parse);
    }

    /**
     * From top to bottom as a screen reader reads it: where things stand, what comes next, and apart from it what is there at
     * any time.
     */
    static List<MessageTopLevelComponent> parts(String text, Status status, String tag, PromptBook book, Turns turns) {
        Rows rows = new Rows(book);
        List<Button> next = new ArrayList<>();
        if (turns == Turns.MODAL && !status.isAtRest()) {
            next.add(Button.primary(CustomId.of(Rows.WRITE), book.text(Text.WRITE_HERE)));
        }
        next(status).map(rows::move).forEach(next::add);
        List<Button> anyTime = new ArrayList<>();
        status.moves().stream().filter(ANY_TIME::contains).map(rows::move).forEach(anyTime::add);
        List<MessageTopLevelComponent> parts = new ArrayList<>(List.of(TextDisplay.of(text)));
        parts.addAll(Rows.of(next));
        if (!next.isEmpty() && !anyTime.isEmpty()) {
            parts.add(Separator.createDivider(Separator.Spacing.SMALL));
        }
        parts.addAll(Rows.of(anyTime));
        parts.add(rows.justForMe(tag));
        return parts;
    }

    /** What comes next. Where no circle is running its keeper may open one again; no turn of one's own is to be had there. */
    private static Stream<Move> next(Status status) {
        return status.line().prompt() == Prompt.STATUS_NO_CIRCLE
                ? Stream.of(Move.BEGIN)
                : status.moves().stream().filter(m -> !ANY_TIME.contains(m));
    }
}
