package org.turnstone.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.turnstone.floor.Person;
import org.turnstone.practice.Progress;
import org.turnstone.practice.Situation;
import org.turnstone.prompts.PromptBook;
import org.turnstone.prompts.Text;
import org.turnstone.reading.Reading;
import org.turnstone.reading.Role;
import org.turnstone.reading.Utterance;
import org.turnstone.reading.Verdict;
import org.turnstone.room.Counted;
import org.turnstone.room.Ear;
import org.turnstone.room.Input;
import org.turnstone.room.Tallies;
import org.turnstone.safety.Alarm;

/**
 * Practice in the page: what a partner might say, and what an answer may sound like. How far somebody has come travels with
 * the page's own messages; of an answer only its count is kept. Threads may share one.
 */
final class Practising {
    private final House house;

    Practising(House house) {
        this.house = house;
    }

    /** The situation that a page asks for, or what its answer may sound like. */
    ObjectNode goesOn(Seat seat, JsonNode message) {
        Person me = seat.person();
        String language = house.people().of(me).language();
        Progress progress = message.has("level")
                ? new Progress(
                        message.path("level").asInt(),
                        message.path("number").asInt(),
                        message.path("run").asInt())
                : Progress.after(practised(me));
        Situation situation = house.situations().apply(language).at(progress.level(), progress.number());
        ObjectNode answer = Json.message("practice").put("n", message.path("n").asInt());
        answer.set("at", place(progress));
        answer.put("kind", situation.kind()).put("words", situation.words());
        String text = message.path("text").asText();
        if (!text.isBlank() && text.length() <= Input.LONGEST) {
            explains(answer, me, house.ears().apply(language), situation, progress, text);
        }
        return answer;
    }

    private void explains(ObjectNode answer, Person me, Ear ear, Situation situation, Progress progress, String text) {
        Optional<Alarm> alarm = ear.alarm(text);
        if (alarm.isPresent()) {
            answer.put("help", house.scribe().helpAbout(alarm.get().concern(), me));
            answer.set("next", place(progress.after(Verdict.NOTHING)));
            return;
        }
        Reading reading = ear.read(Utterance.reply(text, situation.words()));
        PromptBook book = house.scribe().book(me);
        Drafts.explain(answer, reading, Role.LISTENER, text, book);
        if (reading.verdict() == Verdict.NOTHING) {
            answer.put("text", book.text(Text.PRACTICE_NOTHING));
        }
        answer.put("opening", situation.opening());
        Progress next = progress.after(reading.verdict());
        answer.set("next", place(next));
        answer.put("harder", next.level() > progress.level());
        house.tallies().count(Tallies.Owner.of(me), today(), Map.of(Counted.PRACTISED, 1));
    }

    private static ObjectNode place(Progress progress) {
        return Json.object()
                .put("level", progress.level())
                .put("number", progress.number())
                .put("run", progress.run());
    }

    private int practised(Person me) {
        return house.tallies().of(Tallies.Owner.of(me)).values().stream()
                .mapToInt(day -> day.getOrDefault(Counted.PRACTISED, 0))
                .sum();
    }

    private LocalDate today() {
        return house.clock().instant().atZone(house.customs().waits().zone()).toLocalDate();
    }
}
