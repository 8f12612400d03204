package org.turnstone;

import java.util.Objects;

/**
 * A value that must not be seen: it prints as {@code (set)}, so that no log line or message can give it away.
 *
 * <p>Immutable, so threads may share it. Not a record, because a record would print what it holds.
 */
public final class Secret {

    private final String value;

    public Secret(String value) {
        this.value = Objects.requireNonNull(value);
    }

    /** The value itself; for the one call that hands it to its platform. */
    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && secret.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "(set)";
    }
}
