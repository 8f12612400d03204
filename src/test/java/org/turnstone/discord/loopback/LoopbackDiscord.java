package org.turnstone.discord.loopback;

import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.server.handlers.PathHandler;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.xnio.IoUtils;

/**
 * A server on this machine that speaks Discord's REST and gateway protocol, as strictly as Discord does, with a world of
 * guilds and people that a test moves. A bot needs three settings: {@link #apiUrl()}, {@link #gatewayUrl()} and {@link
 * Application#token()}; it may live in this process or another, and may be killed and started again: the world stays.
 *
 * <p>Threads may share it.
 */
public final class LoopbackDiscord implements AutoCloseable {
    private static final String HOST = "127.0.0.1";

    private final Platform platform = new Platform();
    private final Undertow server;
    private final int port;

    private LoopbackDiscord(int wantedPort) {
        PathHandler paths = new PathHandler(Handlers.path())
                .addPrefixPath("/gateway", Handlers.websocket(platform.gateway))
                .addPrefixPath("/api/v10", new Rest(platform));
        server = Undertow.builder()
                .addHttpListener(wantedPort, HOST, exchange -> {
                    if (platform.reachable) {
                        paths.handleRequest(exchange);
                    } else {
                        IoUtils.safeClose(exchange.getConnection());
                    }
                })
                .setIoThreads(2)
                .setWorkerThreads(16)
                .build();
        server.start();
        port = ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
        platform.gateway.url("ws://" + HOST + ":" + port + "/gateway");
    }

    /** Starts on a free port. */
    public static LoopbackDiscord start() {
        return new LoopbackDiscord(0);
    }

    /** Starts on this port. */
    public static LoopbackDiscord start(int port) {
        return new LoopbackDiscord(port);
    }

    /** For {@code DISCORD_API_URL}: the root of the REST routes, with the version, ending in a slash. */
    public String apiUrl() {
        return "http://" + HOST + ":" + port + "/api/v10/";
    }

    /** For {@code DISCORD_GATEWAY_URL}. */
    public String gatewayUrl() {
        return "ws://" + HOST + ":" + port + "/gateway";
    }

    /** A new person. */
    public Person person(String name) {
        return platform.lock.in(() -> platform.world.addPerson(name));
    }

    /** A new guild of {@code owner}, without the bot. */
    public Guild guild(String name, Person owner) {
        return platform.lock.in(() -> platform.world.addGuild(name, owner));
    }

    public Application app() {
        return platform.app;
    }

    public Gateway gateway() {
        return platform.gateway;
    }

    public Faults faults() {
        return platform.faults;
    }

    public WireLog wire() {
        return platform.wire;
    }

    public PlatformClock clock() {
        return platform.clock;
    }

    public Limits limits() {
        return platform.limits;
    }

    /** Everything {@code person} can see, or could when it came, oldest first. */
    public List<Post> seenBy(Person person) {
        return person.sees();
    }

    /** The platform is out of reach: connections are cut and new ones get nothing, until it {@link #comesBack}. */
    public void goesDown() {
        platform.reachable = false;
        platform.gateway.cut();
    }

    public void comesBack() {
        platform.reachable = true;
    }

    /** Waits, up to three minutes, until {@code condition} holds; it is looked at after each change of the platform. */
    public void await(String what, BooleanSupplier condition) {
        platform.lock
                .await(
                        Duration.ofMinutes(3),
                        Monitor.ANYTHING,
                        () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty())
                .orElseThrow(() -> new AssertionError("not within three minutes: " + what));
    }

    @Override
    public void close() {
        platform.gateway.cut();
        platform.gateway.stop();
        server.stop();
    }
}
