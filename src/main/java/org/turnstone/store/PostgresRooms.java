package org.turnstone.store;

import static org.turnstone.store.Sql.all;
import static org.turnstone.store.Sql.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Conversations where several processes share a database: what is owed and what is due is taken by one of them, and by
 * another when that one is gone. Times of holding are by the database's own clock, so that no process needs the right one.
 * Threads may share one.
 */
final class PostgresRooms extends SqlRooms {
    /** In seconds: long enough to save one lapse, short enough that nobody waits for a process that died. */
    private static final int WAKING = 5;

    /** By lot: rooms that are owed what does not go through must not take the place of all others. */
    private static final int ROOMS_AT_ONCE = 200;

    private final PostgresDatabase database;

    /** In seconds; renewed before every effect. */
    private final long lease;

    /** @param lease see {@link Server#lease} */
    PostgresRooms(PostgresDatabase database, Duration lease) {
        super(database);
        this.database = database;
        this.lease = lease.toSeconds();
    }

    @Override
    public boolean claim(String room) {
        return database.transact(c -> run(
                        c,
                        "insert into playing (room, holder, until) values (?, ?, now() + ? * interval '1 s')"
                                + " on conflict (room) do update set holder = excluded.holder, until = excluded.until"
                                + " where playing.holder = excluded.holder or playing.until < now()",
                        room,
                        database.holder(),
                        lease))
                == 1;
    }

    @Override
    public void release(String room) {
        database.transact(c -> run(c, "delete from playing where room = ? and holder = ?", room, database.holder()));
    }

    @Override
    public List<String> roomsOwed() {
        return database.read(c -> all(
                c,
                row -> row.getString(1),
                "select room from (select distinct o.room from owed o left join playing p on p.room = o.room"
                        + " where p.room is null or p.holder = ? or p.until < now()) as free order by random() limit ?",
                database.holder(),
                ROOMS_AT_ONCE));
    }

    /** Each to one process: rows that another is just taking are passed over, and taken ones rest for a few seconds. */
    @Override
    public List<Due> due(Instant now, int most) {
        return database.transact(c -> {
            List<Due> due = all(
                    c,
                    row -> new Due(row.getString("room"), Instant.ofEpochMilli(row.getLong("wakes_at"))),
                    "select room, wakes_at from rooms r where wakes_at <= ? and not exists"
                            + " (select 1 from waking w where w.room = r.room and w.until > now())"
                            + " order by wakes_at limit ? for update skip locked",
                    now,
                    most);
            for (Due taken : due) {
                run(
                        c,
                        "insert into waking (room, until) values (?, now() + ? * interval '1 s')"
                                + " on conflict (room) do update set until = excluded.until",
                        taken.room(),
                        WAKING);
            }
            run(c, "delete from waking where until < now() - interval '1 min'");
            return due;
        });
    }
}
