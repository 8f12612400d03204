package org.turnstone.discord;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;
import net.dv8tion.jda.api.utils.cache.CacheFlag;
import net.dv8tion.jda.api.utils.messages.MessageRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.turnstone.room.NotPlayed;

/** The connection to Discord: JDA, quiet about what people write. Threads may share it. */
final class Connection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
    private static final int LOOKS_EVERY_SECONDS = 2;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    /** After so long without a log-in the next one is the first again. */
    private static final Duration CALM = Duration.ofMinutes(10);

    private static final Set<JDA.Status> OVER = EnumSet.of(JDA.Status.SHUTDOWN, JDA.Status.FAILED_TO_LOGIN);
    private static final String NOT_YET = "Discord is not connected just now; it is tried again by itself.";
    private static final int CANNOT_READ = 4014;
    private static final int BAD_TOKEN = 4004;

    /** Sharding required, and intents that do not exist: another try would meet the same (Discord, "Gateway Close Codes"). */
    private static final Set<Integer> FOR_GOOD = Set.of(4011, 4013);

    static {
        MessageRequest.setDefaultMentions(EnumSet.noneOf(net.dv8tion.jda.api.entities.Message.MentionType.class));
    }

    private final Access access;
    private final CommandWords commands;
    private final CountDownLatch settled = new CountDownLatch(1);
    private volatile Optional<JDA> jda = Optional.empty();
    private volatile boolean ready;
    private volatile boolean closed;
    private Duration pause = FIRST_PAUSE;
    private long nextLogIn = System.nanoTime();
    private volatile Optional<String> trouble = Optional.empty();
    private volatile String away = NOT_YET;

    Connection(Access access, CommandWords commands) {
        this.access = access;
        this.commands = commands;
    }

    /** @throws NotPlayed while there is none */
    JDA jda() {
        return jda.filter(j -> ready).orElseThrow(() -> NotPlayed.waits("Discord is not connected"));
    }

    void start(Listener listener, ScheduledExecutorService timer) {
        timer.scheduleWithFixedDelay(() -> watch(listener), 0, LOOKS_EVERY_SECONDS, TimeUnit.SECONDS);
    }

    /**
     * Begins a connection where there is none. JDA reconnects by itself, but gives up for good now and then, after missed
     * heartbeats for one: then it takes a new one. More and more rarely, for Discord allows 1,000 log-ins a day.
     */
    private void watch(Listener listener) {
        boolean over = jda.filter(j -> !OVER.contains(j.getStatus())).isEmpty();
        long now = System.nanoTime();
        if (over && trouble.isEmpty() && !closed && now - nextLogIn >= 0) {
            pause = now - nextLogIn > CALM.toNanos() ? FIRST_PAUSE : longer(pause);
            nextLogIn = now + pause.toNanos();
            logIn(listener);
        }
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    private void logIn(Listener listener) {
        try {
            jda = Optional.of(builder(listener).build());
        } catch (InvalidTokenException e) {
            givesUp("Discord does not know this token. Copy it anew from the Developer Portal into DISCORD_TOKEN.");
        } catch (RuntimeException e) {
            away = away(e);
            LOG.warn("{} The next try is in {} s.", away, pause.toSeconds());
        }
    }

    private JDABuilder builder(Listener listener) {
        JDABuilder builder = JDABuilder.createLight(access.token(), intents())
                .setRestConfig(new RestConfig().setBaseUrl(access.base()))
                .setEnableShutdownHook(false)
                // Without these it cannot tell whether somebody sees a channel that was opened to them by name.
                .enableCache(CacheFlag.MEMBER_OVERRIDES)
                .addEventListeners(new Life(), listener);
        access.gateway()
                .ifPresent(url -> builder.setSessionController(new ConcurrentSessionController() {
                    @Override
                    public String getGateway() {
                        return url.toString();
                    }
                }));
        return builder;
    }

    private EnumSet<GatewayIntent> intents() {
        return access.turns() == Turns.MESSAGES
                ? EnumSet.of(GatewayIntent.GUILD_MESSAGES, GatewayIntent.MESSAGE_CONTENT)
                : EnumSet.of(GatewayIntent.GUILD_MESSAGES);
    }

    /** Trying again would change nothing: somebody has to do something first. */
    private void givesUp(String why) {
        LOG.error(why);
        trouble = Optional.of(why);
        settled.countDown();
    }

    /** What keeps it away just now, and what to do about it; empty while it is connected. */
    Optional<String> trouble() {
        boolean connected =
                jda.filter(j -> ready && j.getStatus() == JDA.Status.CONNECTED).isPresent();
        return trouble.or(() -> connected ? Optional.empty() : Optional.of(away));
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
            event.getJDA().updateCommands().addCommands(commands.all()).queue(this::told, this::notTold);
        }

        private void told(List<Command> commands) {
            settled.countDown();
        }

        private void notTold(Throwable why) {
            LOG.warn("The commands could not be told to Discord: {}", Rest.name(why));
            settled.countDown();
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
                givesUp("Discord does not know this token any more. Copy it anew from the Developer Portal.");
            } else if (FOR_GOOD.contains(event.getCode())) {
                givesUp("Discord closed the connection for good (" + event.getCode() + "). Start again to try anew.");
            }
        }
    }

    boolean awaitReady() {
        try {
            return settled.await(60, TimeUnit.SECONDS) && ready;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        closed = true;
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
