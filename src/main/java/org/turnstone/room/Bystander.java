package org.turnstone.room;

import org.turnstone.floor.Conversation;
import org.turnstone.floor.Event;

/** Sees what moved a room, once it has been saved, and changes nothing of it. Threads may share one. */
@FunctionalInterface
public interface Bystander {
    /** Nobody stands by. */
    Bystander NOBODY = (room, before, after, event) -> {};

    void saw(String room, Conversation before, Conversation after, Event event);
}
