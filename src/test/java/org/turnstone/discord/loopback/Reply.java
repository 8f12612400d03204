package org.turnstone.discord.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/** What a route answers: a status and JSON, or nothing. */
record Reply(int status, JsonNode body) {
    static Reply ok(JsonNode body) {
        return new Reply(200, body);
    }

    static Reply created(JsonNode body) {
        return new Reply(201, body);
    }

    static Reply nothing() {
        return new Reply(204, MissingNode.getInstance());
    }

    boolean hasBody() {
        return !body.isMissingNode();
    }
}
