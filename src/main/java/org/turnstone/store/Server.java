package org.turnstone.store;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * A PostgreSQL server and how to be let in.
 *
 * @param url as its driver reads it: {@code jdbc:postgresql://host:5432/name}
 * @param user empty: what the address or the system says
 * @param password never shown
 * @param lease for how long a process may play a room without renewing it, before another takes it for dead: whole seconds,
 *     longer than a platform may take to answer
 */
public record Server(String url, Optional<String> user, Optional<String> password, Duration lease) {
    public static final Duration LEASE = Duration.ofSeconds(15);

    public Server {
        Objects.requireNonNull(url);
        Objects.requireNonNull(user);
        Objects.requireNonNull(password);
    }

    public Server(String url, Optional<String> user, Optional<String> password) {
        this(url, user, password, LEASE);
    }

    /** The address without what follows a question mark, which may be a secret. */
    String name() {
        int end = url.indexOf('?');
        return end < 0 ? url : url.substring(0, end);
    }

    @Override
    public String toString() {
        return "Server[" + name() + "]";
    }
}
