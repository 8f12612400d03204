package org.turnstone.discord;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.MessageType;
import net.dv8tion.jda.api.entities.User;
import org.turnstone.floor.Person;
import org.turnstone.room.Input;
import org.turnstone.room.NotPlayed;
import org.turnstone.room.Rooms;
import org.turnstone.room.Taken;

/**
 * Takes in what is written in a channel, live or, after being away, from its history. Each message is taken in once, by its
 * id; what is changed or deleted later was said all the same. Threads may share it; a channel's messages come in order.
 */
final class Messages {
    private final Rooms rooms;
    private final Places places;
    private final Posts posts;
    private final Clock clock;
    private final SetUpNotes setUp;

    /** Tells somebody, alone, that their set-up comes first. */
    interface SetUpNotes {
        void needed(String room, Person who, long message);
    }

    Messages(Rooms rooms, Places places, Posts posts, Clock clock, SetUpNotes setUp) {
        this.rooms = rooms;
        this.places = places;
        this.posts = posts;
        this.clock = clock;
        this.setUp = setUp;
    }

    void take(long channel, Message message) {
        Optional<String> room = places.room(channel);
        if (room.isEmpty()) {
            return;
        }
        if (isSaid(message)) {
            take(room.get(), message);
        }
        places.heard(channel, message.getIdLong());
    }

    private static boolean isSaid(Message message) {
        User author = message.getAuthor();
        MessageType type = message.getType();
        boolean plain = type == MessageType.DEFAULT || type == MessageType.INLINE_REPLY;
        return plain
                && !author.isBot()
                && !author.isSystem()
                && !message.isWebhookMessage()
                && Plain.isVisible(message.getContentRaw());
    }

    private void take(String room, Message message) {
        Person who = Persons.of(message.getAuthor());
        Input said = new Input.Wrote(message.getContentRaw(), Optional.of(Persons.message(message.getIdLong())));
        Taken taken = rooms.take(room, "m/" + message.getIdLong(), who, said, at(message));
        if (taken.how() == Taken.How.SET_UP_FIRST) {
            setUp.needed(room, who, message.getIdLong());
        }
    }

    /** When it was written; never later than now, whatever the other clock says. */
    private Instant at(Message message) {
        Instant written = message.getTimeCreated().toInstant();
        Instant now = clock.instant();
        return written.isAfter(now) ? now : written;
    }

    /**
     * Takes in what was said in a channel while nobody listened, all of it.
     *
     * @throws NotPlayed where it cannot be read just now; what was read until then is taken in
     */
    void catchUp(long channel) {
        for (Optional<Long> last = places.last(channel); last.isPresent(); ) {
            List<Message> next = posts.after(channel, last.get());
            next.forEach(message -> take(channel, message));
            last = next.isEmpty()
                    ? Optional.empty()
                    : Optional.of(next.get(next.size() - 1).getIdLong());
        }
    }
}
