package org.turnstone.discord.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A REST request as a route gets it.
 *
 * @param ids the path's variable parts, in order
 * @param query the first value of each parameter
 * @param body JSON, missing if there was none; of a multipart request its {@code payload_json}
 * @param files the files that came along
 */
record Call(List<String> ids, Map<String, String> query, JsonNode body, List<Upload> files) {
    /** The {@code index}th variable part as an id; 0, which nothing has, if it is none. */
    long id(int index) {
        return Json.id(ids.get(index)).orElse(0);
    }

    boolean asksFor(String parameter) {
        return List.of("true", "True", "1").contains(query.getOrDefault(parameter, ""));
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name));
    }
}
