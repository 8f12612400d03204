package org.turnstone.discord;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.entities.channel.Channel;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;
import net.dv8tion.jda.api.utils.SessionController;
import net.dv8tion.jda.api.utils.cache.CacheFlag;
import net.dv8tion.jda.api.utils.messages.MessageRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.turnstone.room.NotPlayed;

/**
 * This process's connections to Discord, one for each shard that is its own: JDA, quiet about what people write. Threads may
 * share it.
 */
final class Connection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
    private static final int LOOKS_EVERY_SECONDS = 2;
    private static final String NOT_YET = "Discord is not connected yet; it is tried by itself.";

    static {
        MessageRequest.setDefaultMentions(EnumSet.noneOf(net.dv8tion.jda.api.entities.Message.MentionType.class));
    }

    private final Access access;
    private final Shards plan;
    private final CommandWords commands;
    private final SessionController controller;
    private final CountDownLatch settled = new CountDownLatch(1);
    private final Map<Integer, Shard> shards = new ConcurrentSkipListMap<>();
    private final Servers servers;

    /** Whether it has been told which shards are ours. */
    private volatile boolean isDivided;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "discord-connection");
        thread.setDaemon(true);
        return thread;
    });

    Connection(Access access, CommandWords commands) {
        this.access = access;
        this.plan = access.shards();
        this.commands = commands;
        this.controller = controller(access);
        this.servers = new Servers(this::jda);
    }

    /** One for all shards: it spaces their log-ins out as Discord wants them. */
    private static SessionController controller(Access access) {
        return new ConcurrentSessionController() {
            @Override
            public String getGateway() {
                return access.gateway().map(Object::toString).orElseGet(super::getGateway);
            }
        };
    }

    private Stream<JDA> ready() {
        return shards.values().stream().map(Shard::jda).flatMap(Optional::stream);
    }

    /**
     * Any: for what is asked of Discord and not of what a shard remembers.
     *
     * @throws NotPlayed while there is none
     */
    JDA jda() {
        return ready().findFirst().orElseThrow(() -> NotPlayed.waits("Discord is not connected"));
    }

    /**
     * The one that knows {@code channel}; any where none does.
     *
     * @throws NotPlayed while there is none
     */
    JDA jda(long channel) {
        return knows(channel).orElseGet(this::jda);
    }

    private Optional<JDA> knows(long channel) {
        return ready().filter(j -> j.getChannelById(Channel.class, channel) != null)
                .findFirst();
    }

    /**
     * Whether what happens in {@code channel} is this process's to see to. May ask Discord: never on a thread of JDA's own.
     *
     * @throws NotPlayed where it cannot be told
     */
    boolean serves(long channel) {
        return shards.size() == plan.total()
                || knows(channel).isPresent()
                || shards.containsKey(plan.of(servers.of(channel)));
    }

    /** Whether direct channels of two people's own are this process's. */
    boolean servesDirect() {
        return shards.containsKey(plan.of(Servers.NONE));
    }

    void start(Listener listener) {
        timer.scheduleWithFixedDelay(() -> watch(listener), 0, LOOKS_EVERY_SECONDS, TimeUnit.SECONDS);
    }

    private void watch(Listener listener) {
        try {
            divide(listener);
        } catch (RuntimeException e) {
            LOG.warn("Which shards are ours cannot be told just now: {}", Rest.name(e));
        }
        shards.values().forEach(Shard::watch);
    }

    /** A shard that is to be another's is left first, so that nobody is heard twice; what comes between is caught up with. */
    private void divide(Listener listener) {
        Set<Integer> ours = plan.leases().held(plan.total());
        if (ours.isEmpty() && !(isDivided && shards.isEmpty())) {
            LOG.info("Other processes have all of Discord's shards; this one takes over where one of them ends.");
        }
        List<Integer> toLeave =
                shards.keySet().stream().filter(s -> !ours.contains(s)).toList();
        toLeave.forEach(this::leave);
        for (int shard : ours) {
            shards.computeIfAbsent(
                    shard, s -> new Shard(() -> builder(s, listener), this::tellCommands, settled::countDown));
        }
        isDivided = true;
    }

    private void leave(int shard) {
        Optional.ofNullable(shards.remove(shard)).ifPresent(Shard::close);
        plan.leases().giveBack(plan.total(), shard);
    }

    private JDABuilder builder(int shard, Listener listener) {
        return JDABuilder.createLight(access.token(), intents())
                .setRestConfig(new RestConfig().setBaseUrl(access.base()))
                .setEnableShutdownHook(false)
                .setSessionController(controller)
                .useSharding(shard, plan.total())
                // Without these it cannot tell whether somebody sees a channel that was opened to them by name.
                .enableCache(CacheFlag.MEMBER_OVERRIDES)
                .addEventListeners(listener);
    }

    private EnumSet<GatewayIntent> intents() {
        return access.turns() == Turns.MESSAGES
                ? EnumSet.of(GatewayIntent.GUILD_MESSAGES, GatewayIntent.MESSAGE_CONTENT)
                : EnumSet.of(GatewayIntent.GUILD_MESSAGES);
    }

    private void tellCommands(JDA jda) {
        jda.updateCommands().addCommands(commands.all()).queue(this::told, this::notTold);
    }

    private void told(List<Command> all) {
        settled.countDown();
    }

    private void notTold(Throwable why) {
        LOG.warn("The commands could not be told to Discord: {}", Rest.name(why));
        settled.countDown();
    }

    /** How many shards this process has. */
    int count() {
        return shards.size();
    }

    /** What keeps a shard of ours away just now, and what to do about it; empty while all are connected, if we have any. */
    Optional<String> trouble() {
        return isDivided
                ? shards.values().stream()
                        .map(Shard::trouble)
                        .flatMap(Optional::stream)
                        .findFirst()
                : Optional.of(NOT_YET);
    }

    boolean awaitReady() {
        try {
            return settled.await(60, TimeUnit.SECONDS)
                    && shards.values().stream().anyMatch(s -> s.jda().isPresent());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        timer.shutdown();
        try {
            if (!timer.awaitTermination(5, TimeUnit.SECONDS)) {
                timer.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        shards.values().forEach(Shard::close);
        try {
            shards.keySet().forEach(shard -> plan.leases().giveBack(plan.total(), shard));
        } catch (RuntimeException e) {
            LOG.warn("Our shards could not be given back; others take them when the lease is over: {}", Rest.name(e));
        }
    }
}
