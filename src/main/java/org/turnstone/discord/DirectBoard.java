package org.turnstone.discord;

import java.util.ArrayList;
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
import org.turnstone.room.NotPlayed;
import org.turnstone.room.RoomStore.Owed;

/**
 * Two people's own direct channel, which the bot is not in: it cannot read there, and all it says rides on what somebody there
 * pressed in the past quarter of an hour. What it cannot say now is said at the next press; whoever wished it hears by the
 * bot's own direct message that something waits. Threads may share it; a room's effects are played one at a time.
 */
final class DirectBoard implements Board {
    private static final int REMEMBERED = 1_000;

    private final Ways ways;
    private final Tags tags;
    private final Waiting waiting;
    private final Set<String> said = ConcurrentHashMap.newKeySet();
    private final Map<Long, Put> cards = new ConcurrentHashMap<>();
    private final Map<Long, Long> newest = new ConcurrentHashMap<>();

    /** What it needs to know of what is still owed. */
    interface Waiting {
        /** Whether the room is owed a later card, so that this one need not be put up. */
        boolean isOvertaken(Owed owed);

        /** Tells those who wished it that something waits. */
        void remind(Owed owed);
    }

    /** A card, and the way through which it was put up. */
    private record Put(long card, Ways.Way way) {}

    DirectBoard(Ways ways, Tags tags, Waiting waiting) {
        this.ways = ways;
        this.tags = tags;
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
        Optional<Long> pressed = way.on().filter(on -> on.equals(newest.get(channel)));
        if (pressed.isPresent()) {
            through(
                    way,
                    hook -> hook.editOriginalComponents(parts).useComponentsV2().setAllowedMentions(Set.of()));
            cards.put(channel, new Put(pressed.get(), way));
            return;
        }
        long card = post(
                owed,
                way,
                hook -> hook.sendMessageComponents(parts)
                        .useComponentsV2()
                        .setSuppressedNotifications(true)
                        .setAllowedMentions(Set.of()));
        Optional.ofNullable(cards.put(channel, new Put(card, way))).ifPresent(old -> remove(old, way));
    }

    /** An old card that cannot be reached any more stays; what is pressed on it is answered by what is true now. */
    private void remove(Put old, Ways.Way now) {
        List<RestAction<Void>> tries = new ArrayList<>();
        if (now.on().filter(on -> on == old.card()).isPresent()) {
            tries.add(now.hook().deleteOriginal());
        } else if (ways.isAlive(old.way())) {
            tries.add(old.way().hook().deleteMessageById(old.card()));
        }
        for (RestAction<Void> each : tries) {
            try {
                Rest.await(each);
            } catch (NotPlayed e) {
                // It stays where it is.
            }
        }
    }
}
