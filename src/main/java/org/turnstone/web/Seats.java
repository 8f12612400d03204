package org.turnstone.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.turnstone.floor.Person;
import org.turnstone.room.Marks;

/**
 * Who may sit where: link secrets, passphrases, sessions and names, all of them kept in {@link Marks}, which seals them.
 *
 * <p>A link's secret itself is kept, because the same link is printed again after a restart; from a passphrase and a session
 * only hashes are. Threads may share one.
 */
final class Seats {
    private static final String FIRST = "first room";
    private static final String FURTHER = "further room";
    private static final String USED = "used";
    private static final String TOPIC = "topic";
    private static final int SECRET_BYTES = 24;
    private static final int ID_BYTES = 9;

    /** A device that was away for longer is asked for the passphrase again. */
    private static final Duration SESSION = Duration.ofDays(30);

    private final Marks marks;
    private final Secrets secrets;
    private final Clock clock;

    Seats(Marks marks, Secrets secrets, Clock clock) {
        this.marks = marks;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** The seats of the room that the program opens by itself: the same ones at every start. */
    List<Seat> first() {
        List<String> rooms = marks.rooms(FIRST);
        if (!rooms.isEmpty()) {
            String id = rooms.get(0).substring(Seat.PREFIX.length());
            return List.of(new Seat(id, 1), new Seat(id, 2));
        }
        List<Seat> seats = make(2);
        marks.put(seats.get(0).room(), FIRST, "yes");
        return seats;
    }

    private List<Seat> make(int number) {
        String id = secrets.make(ID_BYTES);
        List<Seat> seats = row(id, number);
        seats.forEach(this::renew);
        return seats;
    }

    private static List<Seat> row(String id, int number) {
        return IntStream.rangeClosed(1, number)
                .mapToObj(place -> new Seat(id, place))
                .toList();
    }

    /** The seats of a further room. */
    List<Seat> open(NewRoom plan) {
        List<Seat> seats = make(plan.names().size());
        String room = seats.get(0).room();
        seats.forEach(
                seat -> marks.put(room, "called/" + seat.number(), plan.names().get(seat.number() - 1)));
        plan.topic().ifPresent(topic -> marks.put(room, TOPIC, topic));
        marks.put(room, "keep", plan.keep().name());
        isUsed(seats.get(0));
        marks.put(room, FURTHER, Integer.toString(seats.size()));
        return seats;
    }

    /** The seats of each further room. */
    List<List<Seat>> further() {
        return marks.rooms(FURTHER).stream()
                .map(room -> all(room.substring(Seat.PREFIX.length())))
                .toList();
    }

    /** The seats of one room; none where there is no such room. */
    List<Seat> all(String id) {
        List<Seat> first = first();
        if (first.get(0).id().equals(id)) {
            return first;
        }
        return marks.get(Seat.PREFIX + id, FURTHER)
                .map(number -> row(id, Integer.parseInt(number)))
                .orElse(List.of());
    }

    /** Somebody has come in; the day is enough. */
    void isUsed(Seat seat) {
        String today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
        if (marks.get(seat.room(), USED).filter(today::equals).isEmpty()) {
            marks.put(seat.room(), USED, today);
        }
    }

    /** The day on which somebody last came in, or on which the room was opened. */
    Instant lastUsed(Seat seat) {
        return marks.get(seat.room(), USED)
                .map(day -> LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant())
                .orElseGet(clock::instant);
    }

    boolean isHost(Seat seat) {
        return first().get(0).equals(seat);
    }

    /** What a room was opened for. */
    Optional<String> topic(Seat seat) {
        return marks.get(seat.room(), TOPIC);
    }

    /** For how long a room keeps words as long as its people have not chosen; empty: as the house does. */
    Optional<Keep> keep(Seat seat) {
        return marks.get(seat.room(), "keep").map(Keep::valueOf);
    }

    /** Gives the seat a new link; the old one opens nothing from now on. */
    void renew(Seat seat) {
        marks.put(seat.room(), "secret/" + seat.number(), secrets.make(SECRET_BYTES));
    }

    /** The link that opens {@code seat}, without the address before it. */
    String link(Seat seat) {
        return seat.path() + "#" + secret(seat).orElseThrow();
    }

    private Optional<String> secret(Seat seat) {
        return marks.get(seat.room(), "secret/" + seat.number());
    }

    boolean opens(Seat seat, String tried) {
        return secret(seat).filter(secret -> Secrets.same(secret, tried)).isPresent();
    }

    boolean hasPassphrase(Seat seat) {
        return marks.get(seat.room(), own(seat, "passphrase")).isPresent();
    }

    boolean isPassphrase(Seat seat, String tried) {
        return marks.get(seat.room(), own(seat, "passphrase"))
                .filter(stored -> Secrets.isPassphrase(tried, stored))
                .isPresent();
    }

    /** Takes the seat: from now on the link opens nothing without the passphrase. False where it is taken already. */
    synchronized boolean take(Seat seat, String name, String passphrase) {
        if (hasPassphrase(seat)) {
            return false;
        }
        marks.put(seat.room(), own(seat, "name"), name);
        marks.put(seat.room(), own(seat, "passphrase"), secrets.passphraseHash(passphrase));
        return true;
    }

    /** A new session's token, of which only a hash is stored. */
    String admit(Seat seat) {
        String token = secrets.make(SECRET_BYTES);
        marks.put(seat.room(), session(seat, token), clock.instant().toString());
        return token;
    }

    boolean isAdmitted(Seat seat, String token) {
        return marks.get(seat.room(), session(seat, token))
                .filter(since -> clock.instant().isBefore(Instant.parse(since).plus(SESSION)))
                .isPresent();
    }

    void leave(Seat seat, String token) {
        marks.remove(seat.room(), session(seat, token));
    }

    private static String session(Seat seat, String token) {
        return own(seat, "session/" + Secrets.hash(token));
    }

    /** The key of what is one person's own and goes when they forget; the link stays, for the next who sits there. */
    private static String own(Seat seat, String what) {
        return what + "/" + seat.person().id();
    }

    /** Empty as long as nobody has taken the seat. */
    Optional<String> name(Person person) {
        Seat seat = Seat.of(person);
        return marks.get(seat.room(), own(seat, "name"));
    }

    /** How they are called, as long as they have not said it themselves. */
    Optional<String> nameOrCalled(Seat seat) {
        return name(seat.person()).or(() -> marks.get(seat.room(), "called/" + seat.number()));
    }

    Optional<String> choice(Seat seat, String what) {
        return marks.get(seat.room(), own(seat, what));
    }

    void choose(Seat seat, String what, String choice) {
        marks.put(seat.room(), own(seat, what), choice);
    }
}
