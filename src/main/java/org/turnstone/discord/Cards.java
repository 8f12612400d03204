package org.turnstone.discord;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.buttons.Button;
import org.turnstone.floor.Status;
import org.turnstone.prompts.Filling;
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

    /** Four rows; the fifth is the standing button's. */
    private static final int MOST_BUTTONS = 20;

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

    void show(Owed owed, Status status, PromptBook book, Filling filling) {
        long channel = Persons.channelOf(owed.room());
        String tag = posts.tag(owed);
        String text = book.status(status, filling);
        List<MessageTopLevelComponent> components = components(status, tag, book);
        Optional<Standing> standing = standing(channel);
        boolean stays = standing.filter(s -> status.isAtRest() || posts.isNewest(channel, s.card()))
                .isPresent();
        if (stays && posts.edit(channel, standing.get().card(), text, components)) {
            return;
        }
        long card =
                posts.once(owed, channel, tag, () -> posts.post(channel, tag, text, components, Posts.Manner.QUIET));
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

    private List<MessageTopLevelComponent> components(Status status, String tag, PromptBook book) {
        Rows rows = new Rows(book);
        List<Button> buttons = new ArrayList<>();
        if (turns == Turns.MODAL && !status.isAtRest()) {
            buttons.add(Button.primary(CustomId.of(Rows.WRITE), book.text(Text.WRITE_HERE)));
        }
        status.moves().forEach(move -> buttons.add(rows.move(move)));
        List<MessageTopLevelComponent> all =
                new ArrayList<>(Rows.of(buttons.subList(0, Math.min(buttons.size(), MOST_BUTTONS))));
        all.add(rows.justForMe(tag));
        return all;
    }
}
