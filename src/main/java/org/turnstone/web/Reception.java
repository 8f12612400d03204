package org.turnstone.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.turnstone.floor.Move;
import org.turnstone.floor.Person;
import org.turnstone.prompts.PromptBook;
import org.turnstone.prompts.Text;
import org.turnstone.room.Input;
import org.turnstone.room.Note;
import org.turnstone.room.Taken;

/** Takes in what an open page sends, one message after another. Threads may share one. */
final class Reception {
    private static final Pattern PAGE_ID = Pattern.compile("[A-Za-z0-9_-]{8,64}");

    private final House house;
    private final Pages pages;
    private final Hub hub;
    private final Retention retention;
    private final Wishes wishes;
    private final Drafts drafts;
    private final Practising practising;
    private final Looking looking;
    private final Hands hands;
    private final RateLimit pace;

    Reception(House house, Pages pages, Hub hub, Seats seats, Hands hands, Copies copies, Retention retention) {
        this.house = house;
        this.pages = pages;
        this.hub = hub;
        this.retention = retention;
        this.wishes = new Wishes(house, seats, pages, copies, retention);
        this.drafts = new Drafts(house);
        this.practising = new Practising(house);
        this.looking = new Looking(house);
        this.hands = hands;
        this.pace = new RateLimit(40, 4, house.clock());
    }

    /** The event's id in the room: what somebody's page sends twice is one event, and no page can use another's ids. */
    private static String event(Person who, String id) {
        return "page/" + Seat.of(who).number() + "/" + id;
    }

    /** The page's own id of what it sent, if {@code event} came from a page of {@code who}. */
    static Optional<String> idOnPage(Person who, String event) {
        String start = event(who, "");
        return event.startsWith(start) ? Optional.of(event.substring(start.length())) : Optional.empty();
    }

    void comes(Visitor visitor) {
        hub.comes(visitor);
    }

    void leaves(Visitor visitor) {
        hub.leaves(visitor);
        pages.isLeft(visitor.seat().room());
    }

    void takes(Visitor visitor, String text) {
        JsonNode message = Json.read(text);
        switch (message.path("t").asText()) {
            case "ping" -> visitor.send(Json.write(Json.message("pong")));
            case "hello" -> pages.welcome(visitor, message.path("after").asLong(0));
            case "do" -> does(visitor, message);
            case "read" -> reads(visitor, message);
            case "typing" -> types(visitor.seat());
            case "practise" -> practises(visitor, message);
            case "look" -> looks(visitor);
            case "away", "misread", "keeps", "unkeep", "setUp", "wish" -> wishes(visitor, message);
            default -> visitor.closes(1008);
        }
    }

    /** What may be sent again without harm; it is confirmed, so that it need not be. */
    private void wishes(Visitor visitor, JsonNode message) {
        switch (message.path("t").asText()) {
            case "away" -> putAway(visitor, message.path("note").asLong(0));
            case "misread" -> misread(visitor, message);
            case "keeps" -> keeps(visitor, message);
            case "unkeep" -> unkeep(visitor.seat(), message.path("ref").asText());
            case "setUp" -> wishes.setUp(visitor.seat(), message);
            default -> wishes.wish(visitor.seat(), message);
        }
        if (message.has("id")) {
            answer(visitor, message.path("id").asText(), "DONE", Optional.empty());
        }
    }

    private void does(Visitor visitor, JsonNode message) {
        String id = message.path("id").asText();
        Optional<Input> input = Inputs.of(message);
        if (!PAGE_ID.matcher(id).matches() || input.isEmpty()) {
            visitor.closes(1008);
            return;
        }
        Seat seat = visitor.seat();
        if (!pace.allows(seat.path())) {
            answer(visitor, id, "TOO_FAST", Optional.of(book(seat).text(Text.TOO_FAST)));
            return;
        }
        if (message.has("replaces")
                && !isStill(seat, id, message.path("replaces").asText())) {
            answer(visitor, id, "NOT_KEPT", Optional.of(book(seat).text(Text.WEB_KEPT_NO_MORE)));
            return;
        }
        String event = event(seat.person(), id);
        if (isOvertaken(seat, event, message)) {
            answer(visitor, id, "OVERTAKEN", Optional.of(book(seat).text(Text.WEB_OVERTAKEN)));
            return;
        }
        Taken taken = house.rooms().take(seat.room(), event, seat.person(), input.get(), now());
        if (taken.how() == Taken.How.MOVED && message.has("replaces")) {
            unkeep(seat, message.path("replaces").asText());
        }
        if (taken.how() == Taken.How.MOVED) {
            retention.taken(seat.room(), input.get(), now());
        }
        pages.refresh(seat.room());
        answer(visitor, id, taken.how().name(), kindly(taken, seat, input.get()));
    }

    /** Words that are being changed must not be said aloud because the turn came meanwhile. */
    private boolean isStill(Seat seat, String id, String ref) {
        return isKept(seat, ref) || house.store().hasSeen(seat.room(), event(seat.person(), id));
    }

    /**
     * Words that were written to be kept, or as a draft, must not be said aloud because they arrive after the floor has
     * moved: a tunnel may have lain between. They go back to their writer, who decides. Whoever had read what moved it was
     * only quicker than their page, and meant to answer.
     */
    private boolean isOvertaken(Seat seat, String event, JsonNode message) {
        return switch (message.path("as").asText()) {
            case "kept" ->
                isSaidNow(seat, event) && hasMissed(seat, message.path("after").asLong());
            case "draft" -> isSaidNow(seat, event);
            default -> false;
        };
    }

    private boolean isSaidNow(Seat seat, String event) {
        return !house.store().hasSeen(seat.room(), event)
                && house.rooms()
                        .conversation(seat.room())
                        .filter(c -> View.writing(c, seat.person()).equals("said"))
                        .isPresent();
    }

    /** Whether somebody else has said something since the line {@code seq}. */
    private boolean hasMissed(Seat seat, long seq) {
        return house.text().after(seat.room(), seq).stream()
                .flatMap(line -> line.by().stream())
                .anyMatch(by -> !by.equals(seat.person()));
    }

    private static void answer(Visitor visitor, String id, String how, Optional<String> text) {
        ObjectNode answer = Json.message("taken").put("id", id).put("how", how);
        text.ifPresent(t -> answer.put("text", t));
        visitor.send(Json.write(answer));
    }

    private PromptBook book(Seat seat) {
        return house.scribe().book(seat.person());
    }

    /** What somebody is told whose press or words led to nothing. */
    private Optional<String> kindly(Taken taken, Seat seat, Input input) {
        PromptBook book = book(seat);
        return switch (taken.how()) {
            case MOVED, AGAIN -> Optional.empty();
            case NOTHING ->
                taken.now().map(c -> {
                    String status = book.status(c.status(), house.scribe().filling(book, hands));
                    return book.text(Text.MOMENT_HAS_PASSED, Map.of("status", status));
                });
            case SET_UP_FIRST -> Optional.of(book.text(Text.SET_UP_NEEDED));
            case TOO_LONG -> Optional.of(tooLong(book, input));
            case NO_ROOM, STRANGER -> Optional.of(book.text(Text.ROOM_NOT_FOUND));
        };
    }

    private static String tooLong(PromptBook book, Input input) {
        boolean empty = input.text().filter(String::isBlank).isPresent();
        return empty
                ? book.text(Text.NO_WORDS)
                : book.text(Text.TOO_LONG, Map.of("limit", Integer.toString(Input.LONGEST)));
    }

    private void putAway(Visitor visitor, long note) {
        Person me = visitor.seat().person();
        house.notes().shown(note, me);
        pages.tellGone(me, note);
    }

    /** A remark on words is remembered as not wanted; anything else that was misread is for the floor to mend. */
    private void misread(Visitor visitor, JsonNode message) {
        Seat seat = visitor.seat();
        if (message.has("rules")) {
            wasMisread(visitor, Drafts.rules(message));
            return;
        }
        long id = message.path("note").asLong(0);
        Optional<Note> note = house.notes().waiting(seat.room(), seat.person()).stream()
                .filter(n -> n.id() == id)
                .findFirst();
        if (note.isPresent() && note.get().rules().isEmpty()) {
            Input input = new Input.Pressed(Move.MISREAD);
            house.rooms().take(seat.room(), event(seat.person(), "misread-" + id), seat.person(), input, now());
            pages.refresh(seat.room());
        } else if (note.isPresent()) {
            wasMisread(visitor, note.get().rules());
        }
        putAway(visitor, id);
    }

    private void wasMisread(Visitor visitor, List<String> rules) {
        Seat seat = visitor.seat();
        visitor.send(Json.write(Json.message("said").put("text", book(seat).text(Text.MISREAD_NOTED))));
        house.rooms()
                .misreadings()
                .misread(seat.room(), seat.person(), rules, now())
                .ifPresent(asked -> visitor.send(
                        Json.write(Json.message("keep").put("ref", asked.ref()).put("words", asked.words()))));
    }

    /** Their answer to whether words that were misread may be kept. */
    private void keeps(Visitor visitor, JsonNode message) {
        Seat seat = visitor.seat();
        String ref = message.path("ref").asText();
        boolean kept =
                message.path("yes").asBoolean() && house.rooms().misreadings().keep(ref, seat.person());
        house.rooms().misreadings().letGo(ref, seat.person());
        String told = book(seat).text(kept ? Text.MISREAD_KEPT : Text.MISREAD_LET_GO);
        visitor.send(Json.write(Json.message("said").put("text", told)));
    }

    private Instant now() {
        return house.clock().instant();
    }

    /** Lets words go that wait for their writer's turn, for their writer only. */
    private void unkeep(Seat seat, String ref) {
        if (isKept(seat, ref)) {
            house.store().forgetWords(ref);
            pages.refresh(seat.room());
        }
    }

    private boolean isKept(Seat seat, String ref) {
        return house.store().text(ref).isPresent()
                && house.rooms().conversation(seat.room()).stream()
                        .flatMap(c -> c.ledger().heldFor(seat.person()).stream())
                        .anyMatch(words -> words.ref().equals(ref));
    }

    /** A draft is read where its writer switched that on; what is made ready for one's own turn, when it is asked for. */
    private void reads(Visitor visitor, JsonNode message) {
        Seat seat = visitor.seat();
        boolean asked = message.path("ready").asBoolean();
        if ((asked || pages.drafts(seat)) && pace.allows("draft " + seat.path())) {
            visitor.send(Json.write(asked ? drafts.ready(seat, message) : drafts.reading(seat, message)));
        }
    }

    private void types(Seat seat) {
        if (pace.allows("typing " + seat.path())) {
            pages.tellTyping(seat);
        }
    }

    private void practises(Visitor visitor, JsonNode message) {
        if (pace.allows("practice " + visitor.seat().path())) {
            visitor.send(Json.write(practising.goesOn(visitor.seat(), message)));
        }
    }

    private void looks(Visitor visitor) {
        if (pace.allows("look " + visitor.seat().path())) {
            visitor.send(Json.write(looking.back(visitor.seat())));
        }
    }
}
