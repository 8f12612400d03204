package org.turnstone.store;

import static org.turnstone.store.Sql.all;
import static org.turnstone.store.Sql.one;
import static org.turnstone.store.Sql.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.turnstone.room.Counted;
import org.turnstone.room.Tallies;

/** Counts a day, sealed, in a {@link Database}. Threads may share one. */
public final class SqlTallies implements Tallies {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<EnumMap<Counted, Integer>> COUNTS = new TypeReference<>() {};

    private final Database database;

    public SqlTallies(Database database) {
        this.database = database;
    }

    /** Empty counts first, in a statement that holds the row: two who count at once then wait for each other. */
    @Override
    public void count(Owner owner, LocalDate day, Map<Counted, Integer> more) {
        String nothing = seal(owner, day, new EnumMap<>(Counted.class));
        database.transact(c -> {
            run(
                    c,
                    "insert into tallies (owner, day, sealed) values (?, ?, ?)"
                            + " on conflict (owner, day) do update set sealed = tallies.sealed",
                    owner.name(),
                    day,
                    nothing);
            Map<Counted, Integer> sum = stored(c, owner, day);
            more.forEach((what, by) -> sum.merge(what, by, Integer::sum));
            return run(
                    c,
                    "update tallies set sealed = ? where owner = ? and day = ?",
                    seal(owner, day, sum),
                    owner.name(),
                    day);
        });
    }

    private Map<Counted, Integer> stored(Session session, Owner owner, LocalDate day) throws SQLException {
        Optional<String> sealed = one(
                session,
                row -> row.getString(1),
                "select sealed from tallies where owner = ? and day = ?",
                owner.name(),
                day);
        return sealed.map(text -> open(owner, day, text)).orElseGet(() -> new EnumMap<>(Counted.class));
    }

    @Override
    public SortedMap<LocalDate, Map<Counted, Integer>> of(Owner owner) {
        record Row(LocalDate day, String sealed) {}
        SortedMap<LocalDate, Map<Counted, Integer>> days = new TreeMap<>();
        database.read(c -> all(
                        c,
                        row -> new Row(LocalDate.parse(row.getString(1)), row.getString(2)),
                        "select day, sealed from tallies where owner = ?",
                        owner.name()))
                .forEach(row -> days.put(row.day(), open(owner, row.day(), row.sealed())));
        return days;
    }

    @Override
    public void forget(Owner owner) {
        database.transact(c -> run(c, "delete from tallies where owner = ?", owner.name()));
        database.scrub();
    }

    /** With a room go its joint counts, and those of people who were in no other. */
    static void forgetRoom(Session session, String room) throws SQLException {
        run(session, "delete from tallies where owner = ?", Owner.of(room).name());
        run(
                session,
                "delete from tallies where owner in (select 'person/' || m.person from members m where m.room = ?"
                        + " and not exists (select 1 from members o where o.person = m.person and o.room <> m.room))",
                room);
    }

    private static String place(Owner owner, LocalDate day) {
        return "tally/" + owner.name() + "/" + day;
    }

    private String seal(Owner owner, LocalDate day, Map<Counted, Integer> counts) {
        try {
            return database.vault().seal(place(owner, day), JSON.writeValueAsString(counts));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<Counted, Integer> open(Owner owner, LocalDate day, String sealed) {
        try {
            return JSON.readValue(database.vault().open(place(owner, day), sealed), COUNTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The counts of a day cannot be read", e);
        }
    }
}
