package org.turnstone.room;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/** What is held of somebody, as the file that they get. Keys are plain words; instants are in UTC. Stateless; may be shared. */
public final class HeldJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private HeldJson() {}

    /** Indented, in UTF-8's characters, ending with a line break. */
    public static String write(Held held, Instant now) {
        ObjectNode all =
                JSON.createObjectNode().put("about", held.person().id()).put("made", now.toString());
        choices(all.putObject("choices"), held.choices());
        ArrayNode rooms = all.putArray("rooms");
        held.parts()
                .forEach(part -> rooms.addObject()
                        .put("place", part.place())
                        .put("turnKeptForYou", part.turnOwed())
                        .put("openingsOffered", part.openings())
                        .put("lastToldOf", part.lastNudge()));
        ArrayNode kept = all.putArray("words");
        held.kept().forEach(words -> kept(kept.addObject(), words));
        ArrayNode notes = all.putArray("notes");
        held.notes().forEach(note -> note(notes.addObject(), note));
        ArrayNode lines = all.putArray("lines");
        held.lines()
                .forEach(line ->
                        lines.addObject().put("at", line.at().toString()).put("text", line.text()));
        ObjectNode counts = all.putObject("counts");
        held.counts().forEach((day, counted) -> counts(counts.putObject(day.toString()), counted));
        return written(all);
    }

    private static void counts(ObjectNode json, Map<Counted, Integer> counted) {
        counted.forEach((what, times) -> json.put(what.name().toLowerCase(Locale.ROOT), times));
    }

    private static void choices(ObjectNode json, Manners choices) {
        json.put("language", choices.language());
        json.put("sensitivity", choices.sensitivity().name());
        ArrayNode muted = json.putArray("muted");
        choices.muted().forEach(muted::add);
        json.put("reach", choices.reach().name());
        choices.country().ifPresent(country -> json.put("country", country));
        choices.setUpAt().ifPresent(at -> json.put("setUpAt", at.toString()));
        choices.notUntil().ifPresent(at -> json.put("noTalkUntil", at.toString()));
    }

    private static void kept(ObjectNode json, Kept words) {
        json.put("why", words.why().name()).put("text", words.text());
        words.until().ifPresent(at -> json.put("until", at.toString()));
    }

    private static void note(ObjectNode json, Note note) {
        json.put("at", note.at().toString()).put("text", note.text());
        note.words().ifPresent(words -> json.put("words", words));
        ArrayNode rules = json.putArray("rules");
        note.rules().forEach(rules::add);
    }

    private static String written(ObjectNode json) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree is always JSON", e);
        }
    }
}
