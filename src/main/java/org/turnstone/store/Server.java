package org.turnstone.store;

import java.util.Objects;
import java.util.Optional;

/**
 * A PostgreSQL server and how to be let in.
 *
 * @param url as its driver reads it: {@code jdbc:postgresql://host:5432/name}
 * @param user empty: what the address or the system says
 * @param password never shown
 */
public record Server(String url, Optional<String> user, Optional<String> password) {
    public Server {
        Objects.requireNonNull(url);
        Objects.requireNonNull(user);
        Objects.requireNonNull(password);
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
