package org.turnstone.discord;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.turnstone.room.Marks;

/**
 * What channels said of members before the floor was held: stored before anything is changed, and kept until it is restored,
 * over restarts too. Not among what is forgotten with a person, or they could be left unable to write. Threads may share it;
 * those of one channel take turns.
 */
final class Formers {
    private static final String BEFORE = "before";
    private static final String NOTHING = "-";

    private final Marks marks;

    Formers(Marks marks) {
        this.marks = marks;
    }

    /** By member; empty where the channel said nothing of them. */
    Map<Long, Optional<Overwrite>> of(long channel) {
        Map<Long, Optional<Overwrite>> all = new TreeMap<>();
        marks.get(Persons.channel(channel), BEFORE).stream()
                .flatMap(text -> List.of(text.split(" ")).stream())
                .map(one -> one.split("/"))
                .forEach(parts -> all.put(Long.valueOf(parts[0]), overwrite(parts)));
        return all;
    }

    private static Optional<Overwrite> overwrite(String[] parts) {
        return parts[1].equals(NOTHING)
                ? Optional.empty()
                : Optional.of(new Overwrite(Long.parseLong(parts[1]), Long.parseLong(parts[2])));
    }

    void keep(long channel, long user, Optional<Overwrite> former) {
        Map<Long, Optional<Overwrite>> all = of(channel);
        all.put(user, former);
        save(channel, all);
    }

    void restored(long channel, long user) {
        Map<Long, Optional<Overwrite>> all = of(channel);
        all.remove(user);
        save(channel, all);
    }

    /** There is nothing to restore any more. */
    void drop(long channel) {
        save(channel, Map.of());
    }

    private void save(long channel, Map<Long, Optional<Overwrite>> all) {
        if (all.isEmpty()) {
            marks.remove(Persons.channel(channel), BEFORE);
            return;
        }
        List<String> each = new ArrayList<>();
        all.forEach((user, former) -> each.add(
                user + "/" + former.map(o -> o.allow() + "/" + o.deny()).orElse(NOTHING)));
        marks.put(Persons.channel(channel), BEFORE, String.join(" ", each));
    }

    /** The channels in which something is to be restored. */
    List<Long> channels() {
        return marks.rooms(BEFORE).stream().map(Persons::channelOf).toList();
    }
}
