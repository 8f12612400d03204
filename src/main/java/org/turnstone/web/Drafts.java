package org.turnstone.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.turnstone.floor.Conversation;
import org.turnstone.floor.InTurn;
import org.turnstone.floor.Openings;
import org.turnstone.floor.Person;
import org.turnstone.floor.Prompt;
import org.turnstone.prompts.PromptBook;
import org.turnstone.prompts.Text;
import org.turnstone.reading.Finding;
import org.turnstone.reading.Reading;
import org.turnstone.reading.Role;
import org.turnstone.reading.Utterance;
import org.turnstone.room.Ear;
import org.turnstone.room.Input;
import org.turnstone.room.RoomText;

/**
 * Reads a draft before it is sent, for its writer alone and only where they switched it on. Nothing of it is kept. Threads
 * may share one.
 */
final class Drafts {
    private final House house;

    Drafts(House house) {
        this.house = house;
    }

    /** What the draft may sound like; without findings where there is nothing to say. */
    ObjectNode reading(Seat seat, JsonNode message) {
        String text = message.path("text").asText();
        ObjectNode answer = Json.message("reading").put("n", message.path("n").asInt());
        ArrayNode findings = answer.putArray("findings");
        Person me = seat.person();
        Optional<Role> role = house.rooms().conversation(seat.room()).flatMap(c -> role(c, me));
        if (role.isEmpty() || text.isBlank() || text.length() > Input.LONGEST) {
            return answer;
        }
        PromptBook book = house.scribe().book(me);
        Reading reading = ear(me).read(new Utterance(text, role.get(), before(seat)));
        if (reading.verdict().flags() || !reading.findings().isEmpty()) {
            answer.put("verdict", reading.verdict().name());
            answer.put("text", book.text(Text.of(reading.verdict(), role.get())));
            reading.findings().forEach(f -> finding(findings, f, book));
        }
        if (reading.verdict().flags()) {
            Prompt opening = Openings.insteadOf(reading, role.get());
            answer.put("opening", book.opening(opening, message.path("n").asInt()));
        }
        return answer;
    }

    private Ear ear(Person me) {
        return house.ears().apply(house.people().of(me).language());
    }

    private static Optional<Role> role(Conversation c, Person me) {
        return c.phase() instanceof InTurn turn && turn.hasAWord(c, me) ? Optional.of(turn.role(me)) : Optional.empty();
    }

    private String before(Seat seat) {
        List<RoomText.Entry> lines = house.text().after(seat.room(), 0);
        for (int i = lines.size() - 1; i >= 0; i--) {
            Optional<Person> by = lines.get(i).by();
            if (by.filter(p -> !p.equals(seat.person())).isPresent()) {
                return lines.get(i).text();
            }
        }
        return "";
    }

    private static void finding(ArrayNode findings, Finding finding, PromptBook book) {
        findings.addObject()
                .put("start", finding.start())
                .put("end", finding.end())
                .put("side", finding.kind().side().name())
                .put("name", book.name(finding.kind()))
                .put("meaning", book.meaning(finding.kind()));
    }
}
