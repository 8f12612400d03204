package org.turnstone.store;

import static org.turnstone.store.Sql.all;
import static org.turnstone.store.Sql.one;
import static org.turnstone.store.Sql.run;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.turnstone.room.Leases;

/**
 * Leases in a database that several processes share, by the database's clock as it is then, since who divides may have waited for another. Each may hold as many parts as are its share
 * of all, rounded up: whoever holds more leaves the highest when another process comes. Threads may share one.
 */
final class PostgresLeases implements Leases {
    /** Who divides, divides alone; any number will do that nothing else here locks. */
    static final long DIVIDING = 0x7475726e73746f6eL;

    private final PostgresDatabase database;

    /** In seconds. */
    private final long lease;

    /** @param lease how long a process may be silent before its parts are free */
    PostgresLeases(PostgresDatabase database, Duration lease) {
        this.database = database;
        this.lease = lease.toSeconds();
    }

    @Override
    public Set<Integer> held(int total) {
        return database.transact(c -> {
            all(c, row -> 0, "select pg_advisory_xact_lock(?)", DIVIDING);
            int share = share(c, total);
            List<Integer> held = new ArrayList<>(all(
                    c,
                    row -> row.getInt(1),
                    "select part from leases where total = ? and holder = ? order by part",
                    total,
                    database.holder()));
            if (held.size() < share) {
                held.addAll(free(c, total, share - held.size()));
            }
            for (int part : held) {
                take(c, total, part);
            }
            return new TreeSet<>(held.subList(0, Math.min(share, held.size())));
        });
    }

    /** What each of those who are there may hold, this process among them. */
    private int share(Session c, int total) throws SQLException {
        run(c, "delete from lease_holders where until < clock_timestamp()");
        run(
                c,
                "insert into lease_holders (total, holder, until) values (?, ?, clock_timestamp() + ? * interval '1 s')"
                        + " on conflict (total, holder) do update set until = excluded.until",
                total,
                database.holder(),
                lease);
        int holders = one(c, row -> row.getInt(1), "select count(*) from lease_holders where total = ?", total)
                .orElseThrow();
        return (total + holders - 1) / holders;
    }

    private static List<Integer> free(Session c, int total, int most) throws SQLException {
        return all(
                c,
                row -> row.getInt(1),
                "select part from generate_series(0, ? - 1) as part where not exists (select 1 from leases l"
                        + " where l.total = ? and l.part = part.part and l.until >= clock_timestamp()) order by part limit ?",
                total,
                total,
                most);
    }

    private void take(Session c, int total, int part) throws SQLException {
        run(
                c,
                "insert into leases (total, part, holder, until) values (?, ?, ?, clock_timestamp() + ? * interval '1 s')"
                        + " on conflict (total, part) do update set holder = excluded.holder, until = excluded.until",
                total,
                part,
                database.holder(),
                lease);
    }

    @Override
    public void giveBack(int total, int part) {
        database.transact(c -> run(
                c, "delete from leases where total = ? and part = ? and holder = ?", total, part, database.holder()));
    }
}
