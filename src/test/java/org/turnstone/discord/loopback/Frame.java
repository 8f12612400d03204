package org.turnstone.discord.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * An event as it left, kept as bytes: a long test sends hundreds of thousands, and as trees they would fill the heap.
 *
 * @param json not to be changed
 */
record Frame(int seq, String type, byte[] json) {
    static Frame of(int seq, String type, ObjectNode data) {
        ObjectNode frame = Json.object().put("op", 0).put("t", type).put("s", seq);
        frame.set("d", data);
        return new Frame(seq, type, Json.bytes(frame));
    }

    JsonNode tree() {
        try {
            return Json.parse(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
