package org.turnstone.discord.loopback;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** An account's membership of a guild. Guarded by the platform's {@link Monitor}. */
final class Member {
    private final User user;
    private final Instant joined;
    private final Set<Long> roles = new LinkedHashSet<>();
    private Optional<Instant> timeout = Optional.empty();

    Member(User user, Instant joined) {
        this.user = user;
        this.joined = joined;
    }

    User user() {
        return user;
    }

    Set<Long> roles() {
        return roles;
    }

    void timeout(Optional<Instant> until) {
        timeout = until;
    }

    boolean isTimedOut(Instant now) {
        return timeout.filter(now::isBefore).isPresent();
    }

    /** Without the account, as messages carry it. Source: Guild, "Guild Member Object". */
    ObjectNode partial() {
        ObjectNode json = Json.object()
                .putNull("nick")
                .putNull("avatar")
                .put("joined_at", joined.toString())
                .putNull("premium_since")
                .put("deaf", false)
                .put("mute", false)
                .put("pending", false)
                .put("flags", 0);
        timeout.ifPresentOrElse(
                until -> json.put("communication_disabled_until", until.toString()),
                () -> json.putNull("communication_disabled_until"));
        roles.forEach(role -> json.withArrayProperty("roles").add(Long.toString(role)));
        json.withArrayProperty("roles");
        return json;
    }

    ObjectNode json() {
        ObjectNode json = partial();
        json.set("user", user.json());
        return json;
    }
}
