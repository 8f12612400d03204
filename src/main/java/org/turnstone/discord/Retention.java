package org.turnstone.discord;

import java.time.Instant;
import java.util.Optional;
import java.util.function.LongFunction;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import org.turnstone.room.NotPlayed;
import org.turnstone.room.Rooms;

/**
 * Forgets conversations in which nothing has happened for as long as their server chose: topics, next steps, whose turn is
 * owed and all counts go; a private "not before" date and what waits for somebody stay. Called by one thread.
 */
final class Retention {
    private final LongFunction<JDA> jda;
    private final Rooms rooms;
    private final Places places;
    private final ServerRules rules;

    Retention(LongFunction<JDA> jda, Rooms rooms, Places places, ServerRules rules) {
        this.jda = jda;
        this.rooms = rooms;
        this.places = places;
        this.rules = rules;
    }

    void tidy(Instant now) {
        for (long channel : places.channels()) {
            channel(channel).flatMap(rules::keeps).ifPresent(keep -> forget(channel, now.minus(keep)));
        }
    }

    private Optional<GuildChannel> channel(long channel) {
        try {
            return Optional.ofNullable(jda.apply(channel).getGuildChannelById(channel));
        } catch (NotPlayed e) {
            return Optional.empty();
        }
    }

    private void forget(long channel, Instant since) {
        Optional<String> quiet = places.room(channel).filter(room -> rooms.forgetIfQuiet(room, since));
        quiet.ifPresent(room -> places.empties(channel));
    }
}
