package org.turnstone.room;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.turnstone.floor.Conversation;
import org.turnstone.floor.Effect;
import org.turnstone.floor.Person;

/** A room store in memory, for tests: the plainest thing that keeps the contract. Threads may share one. */
public final class MemoryRooms implements RoomStore {
    private record Row(Saved saved, Optional<Instant> wakesAt) {}

    private record KeptRow(Kept kept, String event) {}

    private final Map<String, Row> rooms = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final Map<String, Instant> lastSeen = new HashMap<>();
    private final List<Owed> owed = new ArrayList<>();
    private final List<GivenUp> givenUp = new ArrayList<>();
    private final Map<String, KeptRow> kept = new LinkedHashMap<>();
    private final Set<String> abandoned = new HashSet<>();
    private long lastId;

    @Override
    public synchronized Optional<Saved> load(String room) {
        return Optional.ofNullable(rooms.get(room)).map(Row::saved);
    }

    @Override
    public synchronized void begin(String room, Conversation conversation) {
        abandoned.remove(room);
        rooms.putIfAbsent(room, new Row(new Saved(conversation, 1), Optional.empty()));
    }

    @Override
    public synchronized Outcome save(Change change) {
        if (hasSeen(change.room(), change.event())) {
            return Outcome.SEEN;
        }
        Row row = rooms.get(change.room());
        if (row == null || row.saved().version() != change.expected()) {
            return Outcome.STALE;
        }
        seen.add(change.room() + " " + change.event());
        lastSeen.merge(change.room(), change.at(), (a, b) -> a.isAfter(b) ? a : b);
        rooms.put(change.room(), new Row(new Saved(change.next(), change.expected() + 1), change.wakesAt()));
        change.words().forEach(k -> kept.putIfAbsent(k.ref(), new KeptRow(k, change.event())));
        change.returned().forEach(ref -> toPlay(ref, change.event()));
        change.effects().forEach(e -> owe(change.room(), change.event(), change.at(), e));
        return Outcome.SAVED;
    }

    private void owe(String room, String event, Instant at, Effect effect) {
        owed.add(new Owed(++lastId, room, event, at, effect));
    }

    private void toPlay(String ref, String event) {
        kept.computeIfPresent(ref, (key, row) -> {
            Kept k = row.kept();
            return new KeptRow(new Kept(ref, k.room(), k.owner(), Kept.Why.TO_PLAY, k.text(), k.until()), event);
        });
    }

    @Override
    public synchronized Optional<Instant> lastSeen(String room) {
        return Optional.ofNullable(lastSeen.get(room));
    }

    @Override
    public synchronized boolean hasSeen(String room, String event) {
        return seen.contains(room + " " + event);
    }

    @Override
    public synchronized List<Owed> owed(String room) {
        return owed.stream().filter(o -> o.room().equals(room)).toList();
    }

    @Override
    public synchronized List<String> roomsOwed() {
        return owed.stream().map(Owed::room).distinct().toList();
    }

    @Override
    public synchronized void played(long id) {
        Optional<Owed> done = owed.stream().filter(o -> o.id() == id).findFirst();
        owed.removeIf(o -> o.id() == id);
        done.filter(d -> !isOwed(d.room(), d.event()))
                .ifPresent(d -> kept.values()
                        .removeIf(row -> row.kept().why() == Kept.Why.TO_PLAY
                                && row.event().equals(d.event())
                                && row.kept().room().equals(d.room())));
    }

    @Override
    public synchronized void giveUp(GivenUp what, List<Effect> word) {
        Owed gone = owed.stream().filter(o -> o.id() == what.id()).findFirst().orElseThrow();
        owed.remove(gone);
        givenUp.add(what);
        Instant until = what.at().plus(Duration.ofDays(31));
        kept.replaceAll((ref, row) -> {
            Kept k = row.kept();
            return k.why() == Kept.Why.TO_PLAY
                            && row.event().equals(gone.event())
                            && k.room().equals(gone.room())
                    ? new KeptRow(
                            new Kept(ref, k.room(), k.owner(), k.why(), k.text(), Optional.of(until)), row.event())
                    : row;
        });
        word.forEach(effect -> owe(gone.room(), "given-up/" + what.id(), what.at(), effect));
    }

    /** What was given up, in order. */
    synchronized List<GivenUp> givenUp() {
        return List.copyOf(givenUp);
    }

    @Override
    public synchronized Backlog backlog() {
        return new Backlog(
                owed.size(),
                owed.stream().map(Owed::since).min(Comparator.naturalOrder()),
                rooms.values().stream().flatMap(row -> row.wakesAt().stream()).min(Comparator.naturalOrder()));
    }

    private boolean isOwed(String room, String event) {
        return owed.stream().anyMatch(o -> o.room().equals(room) && o.event().equals(event));
    }

    @Override
    public synchronized List<Due> due(Instant now, int most) {
        return rooms.entrySet().stream()
                .filter(e ->
                        e.getValue().wakesAt().filter(at -> !at.isAfter(now)).isPresent())
                .map(e -> new Due(e.getKey(), e.getValue().wakesAt().orElseThrow()))
                .sorted(Comparator.comparing(Due::deadline))
                .limit(most)
                .toList();
    }

    @Override
    public synchronized Optional<String> text(String ref) {
        return Optional.ofNullable(kept.get(ref)).map(row -> row.kept().text());
    }

    /** All that is kept for more than to be played once. */
    synchronized List<String> texts() {
        return kept.values().stream()
                .map(KeptRow::kept)
                .filter(k -> k.why() != Kept.Why.TO_PLAY)
                .map(Kept::text)
                .toList();
    }

    @Override
    public synchronized List<Kept> keptFor(Person person) {
        return kept.values().stream()
                .map(KeptRow::kept)
                .filter(k -> k.owner().equals(person))
                .toList();
    }

    @Override
    public synchronized void keep(Kept words) {
        kept.put(words.ref(), new KeptRow(words, words.ref()));
    }

    @Override
    public synchronized List<Kept> kept(Kept.Why why) {
        return kept.values().stream()
                .map(KeptRow::kept)
                .filter(k -> k.why() == why)
                .toList();
    }

    @Override
    public synchronized void forgetWords(String ref) {
        kept.remove(ref);
    }

    @Override
    public synchronized List<Kept> expired(Instant now) {
        kept.values().removeIf(row -> isPast(row.kept(), now) && goesByItself(row));
        return kept.values().stream()
                .map(KeptRow::kept)
                .filter(k -> isPast(k, now) && k.why() == Kept.Why.HELD)
                .toList();
    }

    private static boolean isPast(Kept words, Instant now) {
        return words.until().filter(at -> !at.isAfter(now)).isPresent();
    }

    private boolean goesByItself(KeptRow row) {
        Kept.Why why = row.kept().why();
        return why == Kept.Why.ASIDE
                || why == Kept.Why.GIVEN
                || (why == Kept.Why.TO_PLAY && !isOwed(row.kept().room(), row.event()));
    }

    @Override
    public synchronized void keepGiven(String room, Instant until) {
        kept.replaceAll((ref, row) -> {
            Kept k = row.kept();
            boolean shorter = k.why() == Kept.Why.GIVEN
                    && k.room().equals(room)
                    && k.until().filter(at -> !at.isAfter(until)).isEmpty();
            return shorter
                    ? new KeptRow(
                            new Kept(k.ref(), k.room(), k.owner(), k.why(), k.text(), Optional.of(until)), row.event())
                    : row;
        });
    }

    @Override
    public synchronized void giveBack(Kept words, Instant at, Effect effect) {
        String event = "returned/" + words.ref();
        toPlay(words.ref(), event);
        owe(words.room(), event, at, effect);
    }

    @Override
    public synchronized List<String> roomsOf(Person person) {
        return rooms.entrySet().stream()
                .filter(e -> e.getValue().saved().conversation().circle().has(person))
                .filter(e -> !abandoned.contains(e.getKey()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    @Override
    public synchronized void leave(Person person, String room) {
        // Whom a conversation names is in its room.
    }

    @Override
    public synchronized void abandon(String room) {
        abandoned.add(room);
        tidy();
    }

    @Override
    public synchronized void tidy() {
        for (String room : Set.copyOf(abandoned)) {
            if (owed(room).isEmpty()) {
                abandoned.remove(room);
                rooms.remove(room);
                seen.removeIf(key -> key.startsWith(room + " "));
                kept.values()
                        .removeIf(row ->
                                row.kept().room().equals(room) && row.kept().why() != Kept.Why.MISREAD);
            }
        }
    }

    @Override
    public synchronized void forgetRoom(String room) {
        rooms.remove(room);
        seen.removeIf(key -> key.startsWith(room + " "));
        owed.removeIf(o -> o.room().equals(room));
        kept.values().removeIf(row -> row.kept().room().equals(room));
    }
}
