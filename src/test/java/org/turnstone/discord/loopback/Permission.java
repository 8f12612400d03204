package org.turnstone.discord.loopback;

/**
 * One of the platform's permissions, with its bit. Only those that a talking bot can meet are named; sets are longs, as
 * on the wire. Source: Permissions, "Bitwise Permission Flags".
 */
public enum Permission {
    ADMINISTRATOR(3),
    MANAGE_CHANNELS(4),
    MANAGE_GUILD(5),
    ADD_REACTIONS(6),
    VIEW_CHANNEL(10),
    SEND_MESSAGES(11),
    MANAGE_MESSAGES(13),
    EMBED_LINKS(14),
    ATTACH_FILES(15),
    READ_MESSAGE_HISTORY(16),
    MENTION_EVERYONE(17),
    USE_EXTERNAL_EMOJIS(18),
    MANAGE_ROLES(28),
    USE_APPLICATION_COMMANDS(31),
    MANAGE_THREADS(34),
    CREATE_PUBLIC_THREADS(35),
    CREATE_PRIVATE_THREADS(36),
    SEND_MESSAGES_IN_THREADS(38),
    MODERATE_MEMBERS(40),
    PIN_MESSAGES(51);

    /** Every bit the platform may know. */
    static final long ALL = (1L << 53) - 1;

    private final long bit;

    Permission(int shift) {
        this.bit = 1L << shift;
    }

    public long bit() {
        return bit;
    }

    boolean in(long set) {
        return (set & bit) != 0;
    }

    public static long of(Permission... permissions) {
        long set = 0;
        for (Permission p : permissions) {
            set |= p.bit;
        }
        return set;
    }

    /** What a new guild gives to everyone. */
    static long everyone() {
        return of(
                VIEW_CHANNEL,
                SEND_MESSAGES,
                ADD_REACTIONS,
                EMBED_LINKS,
                ATTACH_FILES,
                READ_MESSAGE_HISTORY,
                USE_EXTERNAL_EMOJIS,
                USE_APPLICATION_COMMANDS,
                CREATE_PUBLIC_THREADS,
                CREATE_PRIVATE_THREADS,
                SEND_MESSAGES_IN_THREADS);
    }
}
