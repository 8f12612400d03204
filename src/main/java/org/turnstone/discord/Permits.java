package org.turnstone.discord;

import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InsufficientPermissionException;
import net.dv8tion.jda.api.requests.ErrorResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.turnstone.floor.Person;
import org.turnstone.prompts.Text;
import org.turnstone.room.Marks;
import org.turnstone.room.NotPlayed;
import org.turnstone.room.Scribe;

/**
 * Permissions that the bot lost where a conversation is. Whoever owns the server can mend it, so they are told, once, by a
 * direct message that names the channel and the permission and nobody; whoever presses something there hears it too, alone.
 * What is owed meanwhile waits. Threads may share it.
 */
final class Permits {
    private static final Logger LOG = LoggerFactory.getLogger(Permits.class);
    private static final String MISSING = "missing";

    private final LongFunction<JDA> jda;
    private final Marks marks;
    private final Scribe scribe;

    Permits(LongFunction<JDA> jda, Marks marks, Scribe scribe) {
        this.jda = jda;
        this.marks = marks;
        this.scribe = scribe;
    }

    /** The name of the permission that is missing in a channel; empty where none is, as far as was noticed. */
    Optional<String> missing(long channel) {
        return marks.get(Persons.channel(channel), MISSING);
    }

    /** A post went through: from now on a loss would be told anew. */
    void held(long channel) {
        if (missing(channel).isPresent()) {
            marks.remove(Persons.channel(channel), MISSING);
        }
    }

    /** What could not be done, to be tried again; the one who can mend it is told, unless they were. */
    NotPlayed lost(long channel, InsufficientPermissionException e) {
        tell(channel, e.getPermission());
        return new NotPlayed("in channel " + channel + " " + Rest.name(e), e);
    }

    /** The same where it was Discord that said so, before we had heard of it. */
    void refused(long channel, NotPlayed e) {
        boolean forbidden = Rest.is(e, ErrorResponse.MISSING_PERMISSIONS) || Rest.is(e, ErrorResponse.MISSING_ACCESS);
        if (forbidden && e.getCause() instanceof ErrorResponseException) {
            tell(channel, Rest.is(e, ErrorResponse.MISSING_ACCESS) ? Permission.VIEW_CHANNEL : Permission.MESSAGE_SEND);
        }
    }

    private void tell(long channel, Permission permission) {
        String place = Persons.channel(channel);
        if (marks.get(place, MISSING).filter(permission.getName()::equals).isPresent()) {
            return;
        }
        marks.put(place, MISSING, permission.getName());
        Optional.ofNullable(jda.apply(channel).getGuildChannelById(channel))
                .ifPresent(where -> tell(where, permission.getName()));
    }

    /** Tells whoever owns the server that these permissions are missing. */
    void tell(GuildChannel where, String names) {
        long owner = where.getGuild().getOwnerIdLong();
        Person person = Persons.of(owner);
        Map<String, String> values = Map.of(
                "channel", Plain.name(where.getName()),
                "server", Plain.name(where.getGuild().getName()),
                "names", names);
        String text = scribe.book(person).text(Text.PERMISSION_LOST, values);
        where.getJDA()
                .openPrivateChannelById(owner)
                .flatMap(direct -> direct.sendMessage(text))
                .queue(
                        told -> {},
                        refused -> LOG.warn(
                                "In channel {} this permission is missing, and the server's owner could not be told: {}",
                                where.getId(),
                                names));
    }
}
