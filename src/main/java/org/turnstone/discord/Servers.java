package org.turnstone.discord;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.requests.ErrorResponse;
import org.turnstone.room.NotPlayed;

/** Which server a channel is in that no shard of this process knows, asked of Discord and remembered. Threads may share it. */
final class Servers {
    /** In none, or in none that the bot may look into. */
    static final long NONE = 0;

    private final Supplier<JDA> jda;
    private final Map<Long, Long> known = new ConcurrentHashMap<>();

    Servers(Supplier<JDA> jda) {
        this.jda = jda;
    }

    /**
     * The server's id, or {@link #NONE}, which is asked anew each time: the bot may be let in again.
     *
     * @throws NotPlayed where Discord does not tell
     */
    long of(long channel) {
        Long server = known.get(channel);
        return server != null ? server : asked(channel);
    }

    private long asked(long channel) {
        try {
            long server = Rest.channel(jda.get(), channel).getLong("guild_id", NONE);
            if (server != NONE) {
                known.put(channel, server);
            }
            return server;
        } catch (NotPlayed e) {
            if (Rest.is(e, ErrorResponse.UNKNOWN_CHANNEL) || Rest.is(e, ErrorResponse.MISSING_ACCESS)) {
                return NONE;
            }
            throw e;
        }
    }
}
