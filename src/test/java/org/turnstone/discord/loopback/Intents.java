package org.turnstone.discord.loopback;

/** Bits of the gateway's intents. Source: Gateway, "List of Intents". Threads may share it: it has no state. */
final class Intents {
    static final long GUILDS = 1;
    static final long GUILD_MEMBERS = 1 << 1;
    static final long GUILD_PRESENCES = 1 << 8;
    static final long GUILD_MESSAGES = 1 << 9;
    static final long DIRECT_MESSAGES = 1 << 12;
    static final long MESSAGE_CONTENT = 1 << 15;
    private static final long KNOWN = (1L << 17) - 1 | 3L << 20 | 3L << 24;

    private Intents() {}

    /** Whether there is a bit that means nothing: close code 4013. */
    static boolean areInvalid(long intents) {
        return (intents & ~KNOWN) != 0;
    }

    /** Whether a privileged intent is asked for that is not switched on: close code 4014. */
    static boolean areDisallowed(long intents, Application app) {
        return lacks(intents, GUILD_MEMBERS, app, Application.Privilege.GUILD_MEMBERS)
                || lacks(intents, GUILD_PRESENCES, app, Application.Privilege.GUILD_PRESENCES)
                || lacks(intents, MESSAGE_CONTENT, app, Application.Privilege.MESSAGE_CONTENT);
    }

    private static boolean lacks(long intents, long bit, Application app, Application.Privilege privilege) {
        return (intents & bit) != 0 && !app.has(privilege);
    }
}
