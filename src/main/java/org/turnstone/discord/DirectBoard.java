package org.turnstone.discord;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.requests.RestAction;
import org.turnstone.floor.Status;
import org.turnstone.prompts.PromptBook;
import org.turnstone.room.Marks;
import org.turnstone.room.NotPlayed;
import org.turnstone.room.RoomStore.Owed;

/**
 * Two people's own direct channel, which the bot is not in: it cannot read there, and all it says rides on what somebody there
 * pressed in the past quarter of an hour. What it cannot say now is said at the next press; whoever wished it hears by the
 * bot's own direct message that something waits. Threads may share it; a room's effects are played one at a time.
 */
final class DirectBoard implements Board {
    private static final String CARD = "card";
    private static final int REMEMBERED = 1_000;

    private final Ways ways;
    private final Tags tags;
    private final Marks marks;
    private final Waiting waiting;
    private final Set<String> said = ConcurrentHashMap.newKeySet();
    private final Map<Long, Ways.Way> cardWays = new ConcurrentHashMap<>();
    private final Map<Long, Long> newest = new ConcurrentHashMap<>();

    /** What it needs to know of what is still owed. */
    interface Waiting {
        /** Whether the room is owed a later card, so that this one need not be put up. */
        boolean isOvertaken(Owed owed);

        /** Tells those who wished it that something waits. */
        void remind(Owed owed);
    }

    DirectBoard(Ways ways, Tags tags, Marks marks, Waiting waiting) {
        this.ways = ways;
        this.tags = tags;
        this.marks = marks;
        this.waiting = waiting;
    }

    @Override
    public void say(Owed owed, String text, PromptBook book) {
        List<String> parts = Pages.of(text);
        for (int part = 0; part < parts.size(); part++) {
            String tag = tags.of(owed, part);
            String content = parts.get(part);
            if (!said.contains(tag)) {
                post(
                        owed,
                        way(owed),
                        hook -> hook.sendMessage(content)
                                .setSuppressEmbeds(true)
                                .setAllowedMentions(Set.of())
                                .setComponents(new Rows(book).justForMe(tag)));
                remember(tag);
            }
        }
    }

    /** Only so that a second try after a failure in the middle does not begin at the beginning. */
    private void remember(String tag) {
        if (said.size() > REMEMBERED) {
            said.clear();
        }
        said.add(tag);
    }

    private long post(Owed owed, Ways.Way way, Function<InteractionHook, RestAction<Message>> what) {
        long message = through(way, what).getIdLong();
        way.used();
        newest.put(Persons.channelOf(owed.room()), message);
        return message;
    }

    private static <T> T through(Ways.Way way, Function<InteractionHook, RestAction<T>> what) {
        try {
            return Rest.await(what.apply(way.hook()));
        } catch (NotPlayed e) {
            way.closed();
            throw e;
        }
    }

    private Ways.Way way(Owed owed) {
        return ways.newest(Persons.channelOf(owed.room())).orElseThrow(() -> {
            waiting.remind(owed);
            return NotPlayed.waits(
                    "in a channel of two people's own it is said when one of them next presses something");
        });
    }

    @Override
    public void show(Owed owed, Status status, String text, PromptBook book) {
        if (waiting.isOvertaken(owed)) {
            return;
        }
        long channel = Persons.channelOf(owed.room());
        Ways.Way way = way(owed);
        List<MessageTopLevelComponent> parts = Cards.parts(text, status, tags.of(owed, 0), book, Turns.MODAL);
        Optional<Long> old = marks.get(Persons.channel(channel), CARD).map(Long::valueOf);
        boolean pressed = old.isPresent() && way.on().equals(old) && isNewest(channel, old.get());
        if (pressed) {
            through(
                    way,
                    hook -> hook.editOriginalComponents(parts).useComponentsV2().setAllowedMentions(Set.of()));
        } else {
            long card = post(
                    owed,
                    way,
                    hook -> hook.sendMessageComponents(parts)
                            .useComponentsV2()
                            .setSuppressedNotifications(true)
                            .setAllowedMentions(Set.of()));
            marks.put(Persons.channel(channel), CARD, Long.toString(card));
            old.ifPresent(id -> remove(id, Optional.ofNullable(cardWays.get(channel)), way));
        }
        cardWays.put(channel, way);
    }

    /** Whether we have posted nothing below it, as far as we remember: after a restart we have not. */
    private boolean isNewest(long channel, long card) {
        return newest.getOrDefault(channel, card) == card;
    }

    /** An old card that cannot be reached any more stays; what is pressed on it is answered by what is true now. */
    private void remove(long old, Optional<Ways.Way> through, Ways.Way now) {
        Optional<RestAction<Void>> removal = now.on().filter(on -> on == old).isPresent()
                ? Optional.of(now.hook().deleteOriginal())
                : through.filter(ways::isAlive).map(way -> way.hook().deleteMessageById(old));
        try {
            removal.ifPresent(Rest::await);
        } catch (NotPlayed e) {
            // It stays where it is.
        }
    }
}
