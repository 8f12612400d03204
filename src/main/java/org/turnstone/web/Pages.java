package org.turnstone.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.turnstone.floor.Conversation;
import org.turnstone.floor.Person;
import org.turnstone.room.Manners;
import org.turnstone.room.Neighbours.News;
import org.turnstone.room.Note;
import org.turnstone.room.RoomText;

/** Tells open pages what is new, each only what its person may see. Threads may share one. */
final class Pages {
    private final House house;
    private final Hub hub;
    private final Seats seats;
    private final View view;
    private final Copies copies;
    private final Executor threads;
    private final Set<String> stateDue = ConcurrentHashMap.newKeySet();
    private final Map<String, InOrder> orders = new ConcurrentHashMap<>();

    Pages(House house, Hub hub, Seats seats, Hands hands, Copies copies, Executor threads) {
        this.house = house;
        this.hub = hub;
        this.seats = seats;
        this.view = new View(house, hands);
        this.copies = copies;
        this.threads = threads;
    }

    /**
     * Everything that {@code visitor} needs to begin, or to go on after {@code seq}. It is read when its turn in the room's order
     * has come: what was read before something changed must not arrive after what was read then.
     */
    void welcome(Visitor visitor, long seq) {
        inOrder(visitor.seat().room(), () -> {
            try {
                welcomeNow(visitor, seq);
            } catch (RuntimeException e) {
                visitor.goes(); // it comes back and asks again
                throw e;
            }
        });
    }

    private void welcomeNow(Visitor visitor, long seq) {
        ObjectNode welcome = welcome(visitor.seat(), seq);
        visitor.known().isNew(welcome);
        visitor.send(Json.write(welcome));
        String state = state(visitor);
        visitor.known().isNewState(state);
        visitor.send(state);
    }

    private String state(Visitor visitor) {
        Seat seat = visitor.seat();
        Conversation c = house.rooms().conversation(seat.room()).orElseThrow();
        return Json.write(view.state(c, seat.person(), house.clock().instant()));
    }

    private ObjectNode welcome(Seat seat, long seq) {
        Person me = seat.person();
        seats.isUsed(seat);
        Conversation c = house.rooms().conversation(seat.room()).orElseThrow();
        Instant now = house.clock().instant();
        ObjectNode welcome = Json.message("welcome");
        welcome.put("me", me.id()).put("now", now.toEpochMilli());
        welcome.set("people", view.people(c));
        seats.topic(seat).ifPresent(topic -> welcome.put("topic", topic));
        welcome.set("mine", mine(seat, now));
        welcome.put("help", house.scribe().helpAtHand(seat.person()));
        ArrayNode stand = welcome.put("after", seq).putArray("stand");
        house.text().standing(seat.room(), seq).forEach(stand::add);
        ArrayNode lines = welcome.putArray("lines");
        house.text().after(seat.room(), seq).forEach(entry -> lines.add(View.line(entry)));
        ArrayNode notes = welcome.putArray("notes");
        house.notes().waiting(seat.room(), me).forEach(note -> notes.add(view.note(note)));
        return welcome;
    }

    /** What a person has chosen, for their own page. */
    private ObjectNode mine(Seat seat, Instant now) {
        Manners manners = house.people().of(seat.person());
        ObjectNode mine = Json.object();
        mine.put("setUp", !house.rooms().needsSetUp(seat.room(), seat.person(), now));
        mine.put("keep", keep(seat).name());
        mine.put("drafts", drafts(seat));
        mine.put("typing", typing(seat));
        mine.put("host", seats.isHost(seat));
        mine.put("copy", copies.stands(seat).name());
        mine.put("sensitivity", manners.sensitivity().name());
        manners.notUntil().filter(now::isBefore).ifPresent(until -> mine.put("resting", until.toEpochMilli()));
        return mine;
    }

    void tellMine(Seat seat) {
        elsewhere(seat.person());
        inOrder(seat.room(), () -> tellMineNow(seat));
    }

    private void tellMineNow(Seat seat) {
        ObjectNode message = Json.message("mine");
        message.set("mine", mine(seat, house.clock().instant()));
        hub.tell(seat.person(), Json.write(message));
    }

    /** Their words are gone from the room; every page takes them off the screen. */
    void tellErased(Seat seat) {
        ObjectNode message = Json.message("erased").put("by", seat.person().id());
        elsewhere(seat.room());
        inOrder(seat.room(), () -> hub.tellAll(seat.room(), Json.write(message)));
    }

    /** The talk has ended, and with it what was kept for it alone. */
    void tellTalkEnded(String room) {
        elsewhere(room);
        inOrder(room, () -> hub.tellAll(room, Json.write(Json.message("erased"))));
    }

    void tellPeople(String room) {
        elsewhere(room);
        inOrder(room, () -> tellPeopleNow(room));
    }

    private void tellPeopleNow(String room) {
        house.rooms().conversation(room).ifPresent(c -> {
            ObjectNode message = Json.message("people");
            message.set("people", view.people(c));
            hub.tellAll(room, Json.write(message));
        });
    }

    /** Whether the others may see that this person is writing; they may not unless somebody says so of themselves. */
    private boolean typing(Seat seat) {
        return seats.choice(seat, "typing").filter("yes"::equals).isPresent();
    }

    /** Tells the others that somebody is writing, where they allowed it: only what is said aloud, never a draft or kept words. */
    void tellTyping(Seat seat) {
        Person me = seat.person();
        boolean aloud = typing(seat)
                && house.rooms()
                        .conversation(seat.room())
                        .filter(c -> View.writing(c, me).equals("said"))
                        .isPresent();
        if (aloud) {
            tellTypingHere(seat.room(), me);
            house.neighbours().tell(News.writing(seat.room(), me));
        }
    }

    private void tellTypingHere(String room, Person who) {
        String typing = Json.write(Json.message("typing").put("by", who.id()));
        hub.in(room).stream()
                .filter(visitor -> !visitor.seat().person().equals(who))
                .forEach(visitor -> visitor.send(typing));
    }

    boolean drafts(Seat seat) {
        return seats.choice(seat, "drafts").filter("yes"::equals).isPresent();
    }

    Keep keep(Seat seat) {
        return seats.choice(seat, "keep")
                .map(Keep::valueOf)
                .or(() -> seats.keep(seat))
                .orElse(house.keep());
    }

    /** The shorter of the two wishes. */
    Keep keep(String room) {
        return house.rooms().conversation(room).stream()
                .flatMap(c -> c.circle().order().stream())
                .map(person -> keep(Seat.of(person)))
                .reduce(Keep.WEEK, Keep::and);
    }

    /** A new line, with the page's own id of the message where it was one: {@code event} is theirs and ours. */
    void tell(RoomText.Entry entry, String event) {
        ObjectNode message = Json.message("line");
        message.set("line", View.line(entry));
        entry.by().ifPresent(by -> Reception.idOnPage(by, event).ifPresent(id -> message.put("id", id)));
        String line = Json.write(message);
        hub.in(entry.room()).forEach(visitor -> {
            visitor.known().hasLine(entry.seq());
            visitor.send(line);
        });
        elsewhere(entry.room());
    }

    void tell(Note note) {
        ObjectNode message = Json.message("note");
        message.set("note", view.note(note));
        hub.tell(note.to(), Json.write(message));
        elsewhere(note.to());
    }

    void tellKept(Person person, String text) {
        hub.tell(person, Json.write(Json.message("said").put("text", text)));
    }

    /** Brings every page of the room up to date; a later state never arrives before an earlier one. */
    void refresh(String room) {
        elsewhere(room);
        if (stateDue.add(room)) {
            inOrder(room, () -> tellState(room));
        }
    }

    private void elsewhere(String room) {
        house.neighbours().tell(News.changed(room));
    }

    private void elsewhere(Person person) {
        house.neighbours().tell(News.changed(Seat.of(person).room(), person));
    }

    /** Something came about in another process. */
    void heardFromElsewhere(News news) {
        switch (news.sort()) {
            case CHANGED -> changedElsewhere(news.room(), news.person());
            case WRITING -> news.person().ifPresent(who -> tellTypingHere(news.room(), who));
        }
    }

    /** The pages here are told what they have not got, each for itself. */
    private void changedElsewhere(String room, Optional<Person> person) {
        List<Visitor> here = person.map(hub::of).orElseGet(() -> hub.in(room));
        if (!here.isEmpty()) {
            inOrder(room, () -> here.forEach(this::catchUp));
        }
    }

    /** Anything may have come about in another process. */
    void anythingElsewhere() {
        hub.everyone().forEach(visitor -> inOrder(visitor.seat().room(), () -> catchUp(visitor)));
    }

    private void catchUp(Visitor visitor) {
        ObjectNode welcome = welcome(visitor.seat(), visitor.known().line());
        if (visitor.known().isNew(welcome)) {
            visitor.send(Json.write(welcome));
        }
        tellState(visitor);
    }

    /** A state that is not new says nothing but that something happened. */
    private void tellState(Visitor visitor) {
        String state = state(visitor);
        if (visitor.known().isNewState(state)) {
            visitor.send(state);
        }
    }

    private void inOrder(String room, Runnable telling) {
        if (hub.in(room).isEmpty()) {
            stateDue.remove(room);
            return;
        }
        orders.compute(room, (r, order) -> {
            InOrder following = order == null ? new InOrder(threads, () -> {}) : order;
            following.add(telling);
            return following;
        });
    }

    /** A room where nobody is and nothing is under way takes no memory. */
    void isLeft(String room) {
        orders.computeIfPresent(room, (r, order) -> hub.in(r).isEmpty() && order.isIdle() ? null : order);
    }

    void tellGone(Person person, long note) {
        elsewhere(person);
        String gone = Json.write(Json.message("gone").put("note", note));
        inOrder(Seat.of(person).room(), () -> hub.tell(person, gone));
    }

    private void tellState(String room) {
        stateDue.remove(room);
        hub.in(room).forEach(this::tellState);
    }
}
