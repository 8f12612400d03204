package org.turnstone.room;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.turnstone.floor.Person;

/** What people have chosen, in memory, for tests. Threads may share one. */
public final class MemoryPeople implements People {
    private final Map<Person, Manners> manners = new HashMap<>();
    private final Map<String, Instant> notBefore = new HashMap<>();

    @Override
    public synchronized Manners of(Person person) {
        return manners.getOrDefault(person, Manners.UNSAID);
    }

    @Override
    public synchronized void save(Person person, Manners chosen) {
        manners.put(person, chosen);
    }

    @Override
    public synchronized Optional<Instant> notBefore(String room) {
        return Optional.ofNullable(notBefore.get(room));
    }

    @Override
    public synchronized void setNotBefore(String room, Instant until) {
        notBefore.merge(room, until, (a, b) -> a.isAfter(b) ? a : b);
    }

    @Override
    public synchronized void tidy(Instant now) {
        notBefore.values().removeIf(until -> until.isBefore(now.minus(Manners.SET_UP_HOLDS)));
    }

    @Override
    public synchronized void forget(Person person) {
        manners.remove(person);
    }
}
