package org.turnstone.discord;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.User;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import org.turnstone.floor.Person;
import org.turnstone.room.NotPlayed;

/**
 * How people are called in a channel, made harmless. Remembered in memory only, from what they do or, after a restart, by
 * asking. Threads may share one.
 */
final class Names {
    private static final int MOST = 10_000;

    /** Where somebody is met in a direct channel. */
    private static final long NO_GUILD = 0;

    private record Key(long guild, long user) {}

    private final Map<Key, String> names = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, String> eldest) {
            return size() > MOST;
        }
    });

    void met(Member member) {
        names.put(new Key(member.getGuild().getIdLong(), member.getIdLong()), Plain.name(member.getEffectiveName()));
    }

    void met(User user) {
        names.put(new Key(NO_GUILD, user.getIdLong()), Plain.name(user.getEffectiveName()));
    }

    void forget(Person person) {
        long user = Persons.id(person);
        names.keySet().removeIf(key -> key.user() == user);
    }

    /** May ask Discord: never on a thread of JDA's own. */
    String of(JDA jda, long channel, Person person) {
        long user = Persons.id(person);
        Optional<GuildChannel> place = Optional.ofNullable(jda.getGuildChannelById(channel));
        if (place.isEmpty()) {
            return user(jda, user);
        }
        String known = names.get(new Key(place.get().getGuild().getIdLong(), user));
        return known != null ? known : asked(jda, place.get(), user);
    }

    private String asked(JDA jda, GuildChannel place, long user) {
        try {
            Member member = Rest.await(place.getGuild().retrieveMemberById(user));
            met(member);
            return Plain.name(member.getEffectiveName());
        } catch (NotPlayed e) {
            return user(jda, user);
        }
    }

    /** Whoever has left keeps the name of their account; whoever has none is still somebody. */
    private String user(JDA jda, long user) {
        String known = names.get(new Key(NO_GUILD, user));
        if (known != null) {
            return known;
        }
        try {
            return Plain.name(Rest.await(jda.retrieveUserById(user)).getEffectiveName());
        } catch (NotPlayed e) {
            return "?";
        }
    }
}
