package org.turnstone.discord;

import java.util.List;
import net.dv8tion.jda.api.entities.UserSnowflake;
import org.turnstone.floor.Person;

/** People and rooms by the ids that Discord gives them. Stateless; may be shared. */
final class Persons {
    private static final String HERE = "discord:";

    private static final String DIRECT = "direct-";
    private static final String CIRCLE = "circle-";

    private Persons() {}

    static Person of(UserSnowflake user) {
        return new Person(HERE + user.getIdLong());
    }

    static Person of(long user) {
        return new Person(HERE + user);
    }

    static long id(Person person) {
        return Long.parseLong(person.id().substring(HERE.length()));
    }

    /** What is remembered of a channel as such, whoever talks in it. */
    static String channel(long channel) {
        return HERE + channel;
    }

    /** The room of two people in a channel: the same in whichever order they are named. */
    static String room(long channel, Person one, Person other) {
        long a = Math.min(id(one), id(other));
        long b = Math.max(id(one), id(other));
        return channel(channel) + "/" + a + "-" + b;
    }

    /** The room of two people in a direct channel of their own. */
    static String direct(long channel, Person one, Person other) {
        return room(channel, one, other).replaceFirst("/", "/" + DIRECT);
    }

    /** Whether {@code room} is in a direct channel of two people's own, which the bot is not in. */
    static boolean isDirect(String room) {
        return room.startsWith(DIRECT, room.indexOf('/') + 1);
    }

    /** The room of a circle, which is another each time: {@code event} is what opened it. */
    static String circle(long channel, long event) {
        return channel(channel) + "/" + CIRCLE + event;
    }

    /** Whether a room is that of {@code person} and one other. */
    static boolean isPairs(String room, Person person) {
        return List.of(room.substring(room.indexOf('/') + 1).split("-")).contains("" + id(person));
    }

    static boolean isCircle(String room) {
        return room.startsWith(CIRCLE, room.indexOf('/') + 1);
    }

    /** Whether {@code room} is in this channel. */
    static boolean isIn(String room, long channel) {
        return room.startsWith(channel(channel) + "/");
    }

    /** The channel that a room is in. */
    static long channelOf(String room) {
        int end = room.indexOf('/');
        return Long.parseLong(room.substring(HERE.length(), end < 0 ? room.length() : end));
    }

    /** How words of a message refer to it: Discord shows it by itself. */
    static String message(long id) {
        return HERE + id;
    }

    /** Whether {@code ref} is a message that Discord shows by itself. */
    static boolean isMessage(String ref) {
        return ref.startsWith(HERE) && ref.indexOf('/') < 0;
    }
}
