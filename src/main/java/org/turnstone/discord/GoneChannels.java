package org.turnstone.discord;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongFunction;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.requests.ErrorResponse;
import org.turnstone.room.Marks;
import org.turnstone.room.NotPlayed;
import org.turnstone.room.Rooms;

/**
 * Channels that were deleted. Their talk ends, what was kept for people comes back to them as a note, and what would have been
 * posted there is let go. A channel that the bot only cannot see at present is another matter: there the talk waits. Threads
 * may share it.
 */
final class GoneChannels {
    private static final String GONE = "gone";

    private final LongFunction<JDA> jda;
    private final Marks marks;
    private final Places places;
    private final Rooms rooms;
    private final Clock clock;

    GoneChannels(LongFunction<JDA> jda, Marks marks, Places places, Rooms rooms, Clock clock) {
        this.jda = jda;
        this.marks = marks;
        this.places = places;
        this.rooms = rooms;
        this.clock = clock;
    }

    boolean has(long channel) {
        return marks.get(Persons.channel(channel), GONE).isPresent();
    }

    /** The channel was deleted. */
    void gone(long channel) {
        Optional<String> room = places.room(channel);
        if (room.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        marks.put(Persons.channel(channel), GONE, now.toString());
        rooms.endIfQuiet(room.get(), now, now);
        places.empties(channel);
        rooms.abandon(room.get());
    }

    /** Whether a channel that is not among those we see was deleted while we were away; asks Discord, once. */
    boolean wasDeleted(long channel) {
        if (jda.apply(channel).getGuildChannelById(channel) != null) {
            return false;
        }
        try {
            Rest.channel(jda.apply(channel), channel);
            return false;
        } catch (NotPlayed e) {
            return Rest.is(e, ErrorResponse.UNKNOWN_CHANNEL);
        }
    }
}
