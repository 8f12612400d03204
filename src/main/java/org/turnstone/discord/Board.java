package org.turnstone.discord;

import org.turnstone.floor.Status;
import org.turnstone.prompts.PromptBook;
import org.turnstone.room.RoomStore.Owed;

/** Where what everyone in a place sees is put up: a channel of a server, or two people's own direct channel. */
interface Board {
    /** A place that is no more: there is nobody to say anything to. */
    Board NOWHERE = new Board() {
        @Override
        public void say(Owed owed, String text, PromptBook book) {}

        @Override
        public void show(Owed owed, Status status, String text, PromptBook book) {}
    };

    /** Says {@code text} as what {@code owed} says, once, with the standing button. */
    void say(Owed owed, String text, PromptBook book);

    /**
     * Brings the card that says where the talk stands up to date.
     *
     * @param text the status in words
     */
    void show(Owed owed, Status status, String text, PromptBook book);
}
