package org.turnstone.discord;

import java.util.EnumSet;
import net.dv8tion.jda.api.Permission;

/**
 * What a channel allows and denies one member, and how holding the floor changes that and changes it back. Member overwrites
 * win over those of roles (Discord, "Permission Overwrites").
 *
 * @param allow bits of {@link Permission}
 * @param deny bits of {@link Permission}
 */
record Overwrite(long allow, long deny) {
    /** Nothing is said of the member. */
    static final Overwrite NONE = new Overwrite(0, 0);

    /** Whoever waits may not write, neither in the channel nor around it, in a thread of it or a new one. */
    static final EnumSet<Permission> WITHHELD = EnumSet.of(
            Permission.MESSAGE_SEND,
            Permission.MESSAGE_SEND_IN_THREADS,
            Permission.CREATE_PUBLIC_THREADS,
            Permission.CREATE_PRIVATE_THREADS);

    private static final long BITS = Permission.getRaw(WITHHELD);

    /** The same for as long as the member waits. */
    Overwrite held() {
        return new Overwrite(allow & ~BITS, deny | BITS);
    }

    /**
     * What {@code now} becomes when nobody waits any more and this is what it was before: what is still denied goes back to
     * what it was; what somebody else has changed meanwhile is theirs, and stays.
     */
    Overwrite backFrom(Overwrite now) {
        long ours = now.deny & BITS;
        return new Overwrite(now.allow & ~ours | allow & ours, now.deny & ~ours | deny & ours);
    }
}
