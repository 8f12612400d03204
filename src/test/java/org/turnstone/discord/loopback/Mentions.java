package org.turnstone.discord.loopback;

import java.util.Set;

/**
 * Whom a message notifies.
 *
 * @param users ids of accounts named one by one
 * @param roles ids of roles
 * @param everyone whether {@code @everyone} or {@code @here} took effect
 */
record Mentions(Set<Long> users, Set<Long> roles, Everyone everyone) {
    enum Everyone {
        NOTIFIED,
        LEFT_ALONE
    }

    static Mentions none() {
        return new Mentions(Set.of(), Set.of(), Everyone.LEFT_ALONE);
    }

    boolean isEmpty() {
        return users.isEmpty() && roles.isEmpty() && everyone == Everyone.LEFT_ALONE;
    }
}
