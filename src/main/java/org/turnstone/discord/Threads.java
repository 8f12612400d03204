package org.turnstone.discord;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.internal.requests.RestActionImpl;
import org.turnstone.room.Marks;
import org.turnstone.room.NotPlayed;

/**
 * Threads that Discord put away because they were quiet for days: when a bot connects it is told nothing of them (Discord,
 * "Threads"), so that a reminder would find no channel. Threads of the program may share it.
 */
final class Threads {
    private static final Route CHANGE = Route.patch("channels/{channel_id}");
    private static final String PARENT = "parent";

    private final LongFunction<JDA> jda;
    private final Marks marks;
    private final Set<Long> remembered = ConcurrentHashMap.newKeySet();

    Threads(LongFunction<JDA> jda, Marks marks) {
        this.jda = jda;
        this.marks = marks;
    }

    /**
     * Before something is posted for all to see: a thread that was put away is opened again.
     *
     * @throws NotPlayed where it was, or may not be; it is here a moment later
     */
    void open(long channel) {
        JDA here = jda.apply(channel);
        ThreadChannel thread = here.getThreadChannelById(channel);
        if (thread != null) {
            remember(thread);
        } else if (here.getGuildChannelById(channel) == null
                && parent(channel).filter(this::isSeen).isPresent()) {
            openIfPutAway(here, channel);
        }
    }

    private void remember(ThreadChannel thread) {
        if (remembered.add(thread.getIdLong())) {
            marks.put(
                    Persons.channel(thread.getIdLong()),
                    PARENT,
                    thread.getParentChannel().getId());
        }
    }

    private Optional<Long> parent(long channel) {
        return marks.get(Persons.channel(channel), PARENT).map(Long::valueOf);
    }

    /** Nothing is asked of a server that the bot is not in any more. */
    private boolean isSeen(long parent) {
        return jda.apply(parent).getGuildChannelById(parent) != null;
    }

    private static void openIfPutAway(JDA here, long channel) {
        DataObject state =
                Rest.channel(here, channel).optObject("thread_metadata").orElseGet(DataObject::empty);
        // One that a moderator locked stays as it is.
        if (state.getBoolean("archived", false) && !state.getBoolean("locked", false)) {
            DataObject open = DataObject.empty().put("archived", false);
            Rest.await(new RestActionImpl<Void>(here, CHANGE.compile("" + channel), open));
            throw NotPlayed.waits("the thread was put away, and is opened again");
        }
    }
}
