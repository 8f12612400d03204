package org.turnstone.room;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.turnstone.floor.Conversation;
import org.turnstone.floor.Person;
import org.turnstone.room.RoomStore.Change;
import org.turnstone.room.RoomStore.Outcome;
import org.turnstone.room.RoomStore.Saved;

/** Takes a person out of what a room remembers. Used inside the room's lane. */
record Forgetting(RoomStore store, String room, Stays stays) {
    /** What becomes of a room that too few are left in. */
    enum Stays {
        /** It stays, and remembers nothing. */
        OPEN,
        /** It goes, as soon as it owes nothing more. */
        CLOSED
    }

    void of(Person person) {
        boolean done = false;
        while (!done) {
            done = store.load(room).map(saved -> forgotten(person, saved)).orElse(true);
        }
    }

    /** No when somebody else saved in between. */
    private boolean forgotten(Person person, Saved saved) {
        Conversation c = saved.conversation();
        Optional<Conversation> without = c.without(person);
        if (without.isEmpty() && stays == Stays.CLOSED) {
            store.abandon(room);
            return true;
        }
        boolean kept = save(saved, without.orElseGet(() -> Conversation.of(c.circle(), c.customs())));
        if (kept && without.isPresent()) {
            store.leave(person, room);
        }
        return kept;
    }

    private boolean save(Saved saved, Conversation next) {
        String event = "forgotten/" + saved.version();
        Change change = new Change(
                room, saved.version(), event, Instant.EPOCH, next, List.of(), next.wakesAt(), List.of(), List.of());
        return store.save(change) != Outcome.STALE;
    }
}
