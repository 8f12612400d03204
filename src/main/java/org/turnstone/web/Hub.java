package org.turnstone.web;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.turnstone.floor.Person;

/** The pages that are open just now, by room. Threads may share one. */
final class Hub {
    /** Open pages of one person in one room: more than anybody's devices and tabs. */
    private static final int MOST_PAGES = 12;

    private final Map<String, List<Visitor>> rooms = new ConcurrentHashMap<>();

    /** The oldest page of somebody with too many has to go. */
    void comes(Visitor visitor) {
        rooms.compute(visitor.seat().room(), (room, here) -> {
            List<Visitor> all = here == null ? new CopyOnWriteArrayList<>() : here;
            all.add(visitor);
            return all;
        });
        List<Visitor> theirs = of(visitor.seat().person());
        if (theirs.size() > MOST_PAGES) {
            theirs.get(0).goes();
        }
    }

    void leaves(Visitor visitor) {
        rooms.computeIfPresent(visitor.seat().room(), (room, here) -> {
            here.remove(visitor);
            return here.isEmpty() ? null : here;
        });
    }

    List<Visitor> in(String room) {
        return rooms.getOrDefault(room, List.of());
    }

    List<Visitor> of(Person person) {
        return in(Seat.of(person).room()).stream()
                .filter(v -> v.seat().person().equals(person))
                .toList();
    }

    void tellAll(String room, String json) {
        in(room).forEach(visitor -> visitor.send(json));
    }

    void tell(Person person, String json) {
        of(person).forEach(visitor -> visitor.send(json));
    }

    List<Visitor> everyone() {
        return rooms.values().stream().flatMap(List::stream).toList();
    }
}
