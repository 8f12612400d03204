package org.turnstone.discord;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.events.http.HttpRequestEvent;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.requests.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One of the connections to Discord, kept up. JDA reconnects by itself, but gives up for good now and then: then a new one is
 * begun. {@link #watch} and {@link #close} are called by one thread; others may ask.
 */
final class Shard implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Shard.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    /** After so long without a log-in the next one is the first again. */
    private static final Duration CALM = Duration.ofMinutes(10);

    private static final Set<JDA.Status> OVER = EnumSet.of(JDA.Status.SHUTDOWN, JDA.Status.FAILED_TO_LOGIN);
    private static final String NOT_YET = "Discord is not connected just now; it is tried again by itself.";
    private static final int CANNOT_READ = 4014;
    private static final int BAD_TOKEN = 4004;
    private static final int UNAUTHORIZED = 401;
    private static final String REVOKED =
            "Discord does not know this token any more. Copy it anew from the Developer Portal into DISCORD_TOKEN.";

    /** Sharding required, and intents that do not exist: another try would meet the same (Discord, "Gateway Close Codes"). */
    private static final Set<Integer> FOR_GOOD = Set.of(4010, 4011, 4013);

    private final Supplier<JDABuilder> builders;
    private final Consumer<JDA> connected;
    private final Runnable gaveUp;
    private volatile Optional<JDA> jda = Optional.empty();
    private volatile boolean ready;
    private Duration pause = FIRST_PAUSE;
    private long nextLogIn = System.nanoTime();
    private volatile Optional<String> trouble = Optional.empty();
    private volatile String away = NOT_YET;

    /**
     * @param builders a new builder each time, with the other listeners in it
     * @param connected what comes first when it is connected
     * @param gaveUp what is done when trying again would change nothing
     */
    Shard(Supplier<JDABuilder> builders, Consumer<JDA> connected, Runnable gaveUp) {
        this.builders = builders;
        this.connected = connected;
        this.gaveUp = gaveUp;
    }

    /** Empty while it is not ready. */
    Optional<JDA> jda() {
        return jda.filter(j -> ready);
    }

    /**
     * Ends a connection that is of no use any more. Begins one where there is none, more and more rarely, for Discord allows
     * 1,000 log-ins a day.
     */
    void watch() {
        boolean over = jda.filter(j -> !OVER.contains(j.getStatus())).isEmpty();
        if (!over && trouble.isPresent()) {
            jda.ifPresent(JDA::shutdownNow);
        }
        long now = System.nanoTime();
        if (over && trouble.isEmpty() && now - nextLogIn >= 0) {
            pause = now - nextLogIn > CALM.toNanos() ? FIRST_PAUSE : longer(pause);
            nextLogIn = now + pause.toNanos();
            logIn();
        }
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    private void logIn() {
        try {
            jda = Optional.of(builders.get().addEventListeners(new Life()).build());
        } catch (InvalidTokenException e) {
            givesUp("Discord does not know this token. Copy it anew from the Developer Portal into DISCORD_TOKEN.");
        } catch (RuntimeException e) {
            away = away(e);
            LOG.warn("{} The next try is in {} s.", away, pause.toSeconds());
        }
    }

    /** Trying again would change nothing: somebody has to do something first. */
    private synchronized void givesUp(String why) {
        if (trouble.isEmpty()) {
            LOG.error(why);
            trouble = Optional.of(why);
            gaveUp.run();
        }
    }

    /** What keeps it away just now, and what to do about it; empty while it is connected. */
    Optional<String> trouble() {
        boolean isConnected =
                jda().filter(j -> j.getStatus() == JDA.Status.CONNECTED).isPresent();
        return trouble.or(() -> isConnected ? Optional.empty() : Optional.of(away));
    }

    private static String away(Throwable why) {
        for (Throwable cause = why; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException) {
                return "Discord's certificate was refused. Check this machine's clock, its CA certificates, and whether"
                        + " something in between reads along.";
            }
        }
        return "Discord cannot be reached (" + Rest.name(why) + ").";
    }

    /** Hears of the connection's own life. */
    private final class Life extends ListenerAdapter {
        @Override
        public void onReady(ReadyEvent event) {
            jda = Optional.of(event.getJDA());
            ready = true;
            away = NOT_YET;
            LOG.info("Connected to Discord, in {} servers.", event.getGuildTotalCount());
            connected.accept(event.getJDA());
        }

        /**
         * The connection may stay open though the token counts no more. Whoever goes on asking then is shut out after
         * 10,000 requests in ten minutes (Discord, "Rate Limits", "Invalid Request Limit"), so the first refusal is the
         * last. What an interaction is answered with goes by a token of its own, which ends by itself.
         */
        @Override
        public void onHttpRequest(HttpRequestEvent event) {
            Response response = event.getResponse();
            if (response != null
                    && response.code == UNAUTHORIZED
                    && !event.getRoute().getBaseRoute().isInteractionBucket()) {
                ready = false;
                givesUp(REVOKED);
            }
        }

        @Override
        public void onShutdown(ShutdownEvent event) {
            ready = ready && !jda.equals(Optional.of(event.getJDA()));
            LOG.info("The connection to Discord has ended ({}).", event.getCode());
            if (event.getCode() == CANNOT_READ) {
                givesUp(
                        "Discord does not let this bot read messages. Either switch on \"Message Content Intent\" for it"
                                + " in the Developer Portal (Bot), or set discord.turns to \"modal\".");
            } else if (event.getCode() == BAD_TOKEN) {
                givesUp(REVOKED);
            } else if (FOR_GOOD.contains(event.getCode())) {
                givesUp("Discord closed the connection for good (" + event.getCode() + "). Start again to try anew.");
            }
        }
    }

    @Override
    public void close() {
        ready = false;
        jda.ifPresent(j -> {
            j.shutdown();
            try {
                if (!j.awaitShutdown(3, TimeUnit.SECONDS)) {
                    j.shutdownNow();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
