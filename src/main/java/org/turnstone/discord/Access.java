package org.turnstone.discord;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * How Discord is reached.
 *
 * @param token the bot's own; never in a log
 * @param api base of the REST interface with its version, so that a proxy can stand between
 * @param gateway of the event stream; empty: the one that Discord names
 * @param turns how the words of a turn reach the bot
 * @param shards which part of the bot's servers this process sees to
 */
public record Access(String token, URI api, Optional<URI> gateway, Turns turns, Shards shards) {
    public Access {
        Objects.requireNonNull(token);
        Objects.requireNonNull(api);
        Objects.requireNonNull(gateway);
        Objects.requireNonNull(turns);
        Objects.requireNonNull(shards);
    }

    /** All of the bot's servers. */
    public Access(String token, URI api, Optional<URI> gateway, Turns turns) {
        this(token, api, gateway, turns, Shards.ONE);
    }

    /** The base as JDA wants it: it appends routes to it as they are. */
    String base() {
        String base = api.toString();
        return base.endsWith("/") ? base : base + "/";
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "Access[" + api + ", " + turns + "]";
    }
}
