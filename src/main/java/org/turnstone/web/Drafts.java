package org.turnstone.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.turnstone.floor.Conversation;
import org.turnstone.floor.InTurn;
import org.turnstone.floor.Openings;
import org.turnstone.floor.Person;
import org.turnstone.prompts.PromptBook;
import org.turnstone.prompts.Text;
import org.turnstone.reading.Passage;
import org.turnstone.reading.Reading;
import org.turnstone.reading.Role;
import org.turnstone.reading.Utterance;
import org.turnstone.room.Ear;
import org.turnstone.room.Input;
import org.turnstone.room.RoomText;

/**
 * Reads words before they are said, for their writer alone and only where they want it. Nothing of it is kept. Of words of
 * danger it says nothing: whoever tells of being hurt is not told how it sounds. Threads may
 * share one.
 */
final class Drafts {
    private static final int MOST_RULES = 20;
    private static final int LONGEST_RULE = 200;

    private final House house;

    Drafts(House house) {
        this.house = house;
    }

    /** What a draft may sound like where the conversation stands; without findings where there is nothing to say. */
    ObjectNode reading(Seat seat, JsonNode message) {
        Optional<Role> role = house.rooms().conversation(seat.room()).flatMap(c -> role(c, seat.person()));
        return role.map(r -> reading(seat, message, r)).orElseGet(() -> nothing(message));
    }

    /**
     * What words may sound like that somebody makes ready for their own turn, before they ask for it; words of danger get
     * help, as they would if they were said.
     */
    ObjectNode ready(Seat seat, JsonNode message) {
        ObjectNode answer = reading(seat, message, Role.SPEAKER).put("ready", true);
        Person me = seat.person();
        ear(me).alarm(message.path("text").asText())
                .ifPresent(alarm -> answer.put("help", house.scribe().helpAbout(alarm.concern(), me)));
        return answer;
    }

    private Ear ear(Person me) {
        return house.ears().apply(house.people().of(me).language());
    }

    private static ObjectNode nothing(JsonNode message) {
        ObjectNode answer = Json.message("reading").put("n", message.path("n").asInt());
        answer.putArray("findings");
        return answer;
    }

    private ObjectNode reading(Seat seat, JsonNode message, Role role) {
        ObjectNode answer = nothing(message);
        String text = message.path("text").asText();
        Person me = seat.person();
        if (text.isBlank()
                || text.length() > Input.LONGEST
                || ear(me).alarm(text).isPresent()) {
            return answer;
        }
        Reading reading = ear(me).read(new Utterance(text, role, role == Role.LISTENER ? before(seat) : ""));
        PromptBook book = house.scribe().book(me);
        if (!house.people().of(me).mutes(reading)) {
            explain(answer, reading, role, text, book);
            if (reading.verdict().flags()) {
                int turn = message.path("n").asInt();
                answer.put("opening", book.opening(Openings.insteadOf(reading, role), turn));
            }
        }
        return answer;
    }

    /** Puts into {@code answer} what was noticed, with the words and the reason. */
    static void explain(ObjectNode answer, Reading reading, Role role, String text, PromptBook book) {
        ArrayNode findings = answer.putArray("findings");
        answer.put("verdict", reading.verdict().name());
        answer.put("text", book.text(Text.of(reading.verdict(), role)));
        for (Passage passage : Passage.of(reading, text)) {
            ArrayNode rules = findings.addObject()
                    .put("start", passage.start())
                    .put("end", passage.end())
                    .put("side", passage.kind().side().name())
                    .put("meaning", book.meaning(passage.kind()))
                    .putArray("rules");
            passage.rules().forEach(rules::add);
        }
    }

    /** The rules by which a page says its person was misread; what no page of ours would send is left out. */
    static List<String> rules(JsonNode message) {
        List<String> rules = new ArrayList<>();
        for (JsonNode rule : message.path("rules")) {
            if (rules.size() < MOST_RULES && rule.asText().length() <= LONGEST_RULE) {
                rules.add(rule.asText());
            }
        }
        return rules;
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
}
