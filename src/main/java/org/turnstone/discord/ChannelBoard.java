package org.turnstone.discord;

import org.turnstone.floor.Status;
import org.turnstone.prompts.PromptBook;
import org.turnstone.room.RoomStore.Owed;

/** A channel that the bot is in: it posts there whenever it has something to say. Threads may share it. */
record ChannelBoard(Posts posts, Cards cards) implements Board {
    @Override
    public void say(Owed owed, String text, PromptBook book) {
        posts.say(owed, text, book);
    }

    @Override
    public void show(Owed owed, Status status, String text, PromptBook book) {
        cards.show(owed, status, text, book);
    }
}
