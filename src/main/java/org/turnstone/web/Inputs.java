package org.turnstone.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.turnstone.floor.Block;
import org.turnstone.floor.Move;
import org.turnstone.floor.Prompt;
import org.turnstone.room.Input;

/** Understands what a page says that its person did. */
final class Inputs {
    /** An hour beyond which no time makes sense, in milliseconds since 1970. */
    private static final long LATEST = 32_503_680_000_000L;

    private Inputs() {}

    /** Empty where the message makes no sense: no page of ours sent it. */
    static Optional<Input> of(JsonNode message) {
        try {
            return Optional.ofNullable(input(message));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Input input(JsonNode message) {
        return switch (message.path("do").asText()) {
            case "wrote" -> new Input.Wrote(text(message), Optional.empty());
            case "pressed" -> new Input.Pressed(move(message));
            case "asks" ->
                new Input.Asks(
                        Input.Asks.Length.valueOf(named(message, "length")),
                        Optional.of(text(message).strip()).filter(t -> !t.isEmpty()));
            case "takesUp" -> new Input.TakesUp(message.path("ref").asText());
            case "letsGo" -> new Input.LetsGo(message.path("ref").asText());
            case "putsOff" -> new Input.PutsOff(instant(message));
            case "names" ->
                new Input.Names(
                        Block.What.valueOf(named(message, "block")),
                        Optional.of(text(message)).filter(t -> !t.isBlank()));
            case "repairs" -> repairs(message);
            case "measures" -> new Input.Measures(within(message.path("level").asInt(-1), 0, 10));
            case "pauses" -> new Input.PausesUntil(instant(message));
            case "witnesses" ->
                new Input.AsksWitnesses(within(message.path("number").asInt(-1), 0, 3));
            case "wroteFor" -> new Input.WroteFor(move(message), text(message));
            default -> null;
        };
    }

    private static Input repairs(JsonNode message) {
        Prompt phrase = Prompt.valueOf(named(message, "phrase"));
        if (!Prompt.REPAIRS.contains(phrase)) {
            throw new IllegalArgumentException("not a repair");
        }
        return new Input.Repairs(phrase, within(message.path("wording").asInt(-1), 0, 1_000));
    }

    private static String text(JsonNode message) {
        return message.path("text").asText();
    }

    private static Move move(JsonNode message) {
        return Move.valueOf(named(message, "move"));
    }

    private static String named(JsonNode message, String field) {
        return message.path(field).asText().toUpperCase(Locale.ROOT);
    }

    private static Instant instant(JsonNode message) {
        long at = message.path("at").asLong(-1);
        if (at < 0 || at > LATEST) {
            throw new IllegalArgumentException("not a time");
        }
        return Instant.ofEpochMilli(at);
    }

    private static int within(int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException("out of range");
        }
        return value;
    }
}
