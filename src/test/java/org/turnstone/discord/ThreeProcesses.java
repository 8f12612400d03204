package org.turnstone.discord;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.turnstone.discord.loopback.Guild;
import org.turnstone.discord.loopback.LoopbackDiscord;
import org.turnstone.room.Leases;
import org.turnstone.store.Database;
import org.turnstone.store.Postgres;
import org.turnstone.store.Server;

/**
 * Three processes over one PostgreSQL that divide three shards by lease. What fails is always the one that serves the guild:
 * killed, and the next time frozen until another has taken over, and then let go. For one thread.
 */
final class ThreeProcesses implements Serving {
    private static final int ALL = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path place;
    private final Server server = Postgres.database();
    private final int shard;
    private final List<OtherProcess> processes;
    private Optional<OtherProcess> failed = Optional.empty();
    private boolean isFrozen = true;

    ThreeProcesses(Path place, LoopbackDiscord discord, Guild guild) {
        this.place = place;
        shard = new Shards(ALL, Leases.ALONE).of(guild.id());
        Map<String, String> settings = Map.of(
                "DISCORD_SHARDS",
                "auto/" + ALL,
                "TURNSTONE_DATABASE_URL",
                server.url().replaceFirst("^jdbc:", "").replaceFirst("\\?.*", ""),
                "TURNSTONE_DATABASE_USER",
                server.user().orElseThrow(),
                "TURNSTONE_DATABASE_PASSWORD",
                server.password().orElseThrow());
        database().close();
        processes = IntStream.range(0, ALL)
                .mapToObj(i -> new OtherProcess(home(i), discord, settings))
                .toList();
    }

    private Path home(int process) {
        Path home = place.resolve("home" + process);
        Path key = home.resolve("turnstone.key");
        try {
            Files.createDirectories(home);
            if (process > 0 && !Files.exists(key)) {
                Files.copy(home(0).resolve("turnstone.key"), key);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return home;
    }

    @Override
    public Database database() {
        return Database.open(home(0), server);
    }

    @Override
    public void start() {
        processes.forEach(OtherProcess::start);
        awaitHolder(process -> true);
    }

    @Override
    public void failsAfter(long millis) {
        OtherProcess holder = awaitHolder(process -> true);
        isFrozen = !isFrozen;
        if (isFrozen) {
            holder.liveOn(millis);
            holder.signal("STOP");
        } else {
            holder.failsAfter(millis);
        }
        failed = Optional.of(holder);
    }

    @Override
    public void recovers() {
        OtherProcess process = failed.orElseThrow();
        awaitHolder(other -> other != process);
        if (isFrozen) {
            process.signal("CONT");
        } else {
            process.recovers();
        }
    }

    /** The one whose lease of the guild's shard runs, once it is such a one. */
    private OtherProcess awaitHolder(Predicate<OtherProcess> wanted) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> holder().filter(wanted), Optional::isPresent)
                .orElseThrow();
    }

    private Optional<OtherProcess> holder() throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        server.url(),
                        server.user().orElseThrow(),
                        server.password().orElseThrow());
                PreparedStatement asks = connection.prepareStatement(
                        "select holder from leases where total = ? and part = ? and until > clock_timestamp()")) {
            asks.setInt(1, ALL);
            asks.setInt(2, shard);
            try (ResultSet rows = asks.executeQuery()) {
                return rows.next() ? process(rows.getString(1)) : Optional.empty();
            }
        }
    }

    private Optional<OtherProcess> process(String holder) {
        return processes.stream().filter(p -> holder.startsWith(p.pid() + "/")).findFirst();
    }

    @Override
    public void close() {
        processes.forEach(OtherProcess::close);
    }
}
