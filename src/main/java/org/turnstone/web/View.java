package org.turnstone.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import org.turnstone.floor.Aside;
import org.turnstone.floor.Conversation;
import org.turnstone.floor.InTurn;
import org.turnstone.floor.Inviting;
import org.turnstone.floor.Line;
import org.turnstone.floor.Move;
import org.turnstone.floor.Paused;
import org.turnstone.floor.Person;
import org.turnstone.floor.Phase;
import org.turnstone.floor.Status;
import org.turnstone.floor.Words;
import org.turnstone.prompts.PromptBook;
import org.turnstone.room.Note;
import org.turnstone.room.RoomText;

/**
 * What one person sees of a room. Whatever is put in here is seen by that person alone, and nothing of it may tell what
 * concerns only another: an aside is a pause to everybody else. Threads may share one.
 */
final class View {
    private final House house;
    private final Hands hands;
    private final Choices choices;

    View(House house, Hands hands) {
        this.house = house;
        this.hands = hands;
        this.choices = new Choices(house.customs().waits());
    }

    static ObjectNode line(RoomText.Entry entry) {
        ObjectNode line = Json.object();
        line.put("seq", entry.seq()).put("order", Math.abs(entry.effect()));
        entry.by().ifPresent(by -> line.put("by", by.id()));
        entry.until().ifPresent(until -> line.put("until", until.toEpochMilli()));
        return line.put("text", entry.text()).put("at", entry.at().toEpochMilli());
    }

    ObjectNode note(Note note) {
        ObjectNode node = Json.object();
        node.put("id", note.id()).put("text", note.text()).put("at", note.at().toEpochMilli());
        node.put("misreadable", !note.rules().isEmpty());
        note.words().ifPresent(words -> node.put("words", words));
        ArrayNode moves = node.putArray("moves");
        note.moves().stream().map(Move::label).forEach(moves::add);
        return node;
    }

    ArrayNode people(Conversation c) {
        ArrayNode people = Json.object().arrayNode();
        for (Person person : c.circle().order()) {
            people.addObject()
                    .put("id", person.id())
                    .put("name", hands.plainName(person))
                    .put("here", hands.isNamed(person));
        }
        return people;
    }

    /** Where things are for {@code me}. */
    ObjectNode state(Conversation c, Person me, Instant now) {
        PromptBook book = house.scribe().book(me);
        ArrayNode parked = Json.object().arrayNode();
        c.ledger().parked().forEach(words -> kept(parked, words));
        Status status = c.status().withParked(parked.size());
        Line line = status.line();
        ObjectNode state = Json.message("state");
        state.put("phase", line.prompt().name().substring("STATUS_".length()).toLowerCase(java.util.Locale.ROOT));
        state.put("status", book.status(status, house.scribe().filling(book, hands)));
        state.put("pace", c.pace().name());
        line.slots().to().ifPresent(to -> state.put("to", to.id()));
        line.slots().other().ifPresent(other -> state.put("other", other.id()));
        line.slots().when().ifPresent(until -> state.put("until", until.toEpochMilli()));
        since(c).ifPresent(from -> state.put("from", from.toEpochMilli()));
        state.put("writing", writing(c, me));
        ArrayNode moves = state.putArray("moves");
        c.moves(me).stream().map(Move::label).forEach(moves::add);
        ArrayNode held = state.putArray("held");
        c.ledger().heldFor(me).forEach(words -> kept(held, words));
        state.set("parked", parked);
        state.set("choices", choices.at(now, book));
        return state.put("chunk", c.customs().chunkLength());
    }

    private void kept(ArrayNode list, Words words) {
        house.rooms()
                .text(words)
                .ifPresent(text -> list.addObject().put("ref", words.ref()).put("text", text));
    }

    /** When what {@code until} ends began, for a calm ring; an aside began as its pause did. */
    private static Optional<Instant> since(Conversation c) {
        Phase phase = c.phase();
        if (phase instanceof Aside aside) {
            return Optional.of(aside.pause().since());
        }
        if (phase instanceof Paused paused) {
            return Optional.of(paused.since());
        }
        return phase instanceof Inviting inviting
                ? Optional.of(inviting.until().minus(c.customs().waits().invitation()))
                : Optional.empty();
    }

    /** What becomes of words that {@code me} writes now: said at once, kept for their turn, or their own draft. */
    static String writing(Conversation c, Person me) {
        Phase phase = c.phase();
        if (phase instanceof InTurn turn) {
            return turn.hasAWord(c, me) ? "said" : "kept";
        }
        return phase instanceof Paused || phase instanceof Aside ? "draft" : "said";
    }
}
