package org.turnstone;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The parsed settings file and the line on which each key stands. JSON with comments, as people write it by hand.
 *
 * @param name how the file is called in complaints
 * @param tree the root object; missing where the text is no JSON object
 * @param lines the line of each key, by its path
 * @param problems where complaints are collected
 */
record SettingsText(String name, JsonNode tree, Map<String, Integer> lines, List<String> problems) {

    private static final int LONGEST = 60;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS, JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static SettingsText parse(String name, String json, List<String> problems) {
        try {
            JsonNode tree = JSON.readTree(json);
            if (tree.isObject()) {
                return new SettingsText(name, tree, lines(json), problems);
            }
            problems.add(name + ": holds no object; it must begin with { and end with }");
        } catch (JsonProcessingException broken) {
            problems.add(name + where(broken.getLocation()) + ": " + what(broken));
        } catch (IOException impossible) {
            throw new IllegalStateException("reading a text in memory failed", impossible);
        }
        return new SettingsText(name, MissingNode.getInstance(), Map.of(), problems);
    }

    /** One line for a person: where, what, and what to do. */
    void complain(String path, String what) {
        Integer line = lines.get(path);
        problems.add(name + (line == null ? "" : ":" + line) + ": " + shortened(path) + " " + what);
    }

    /** As much of {@code written} as helps, on one line. */
    static String shortened(String written) {
        String line = written.replaceAll("\\p{Cntrl}", "?");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
    }

    private static Map<String, Integer> lines(String json) throws IOException {
        Map<String, Integer> lines = new HashMap<>();
        try (JsonParser parser = JSON.createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME) {
                    String pointer = parser.getParsingContext().pathAsPointer().toString();
                    lines.put(
                            pointer.substring(1).replace('/', '.'),
                            parser.currentTokenLocation().getLineNr());
                }
            }
        }
        return lines;
    }

    private static String where(JsonLocation location) {
        return location == null ? "" : ":" + location.getLineNr() + ":" + location.getColumnNr();
    }

    /** Our own words: the parser's quote the text around the slip, which may be a secret put in the wrong place. */
    private static String what(JsonProcessingException broken) {
        String message = broken.getOriginalMessage();
        if (message.startsWith("Duplicate")) {
            return "the key just before this place stands twice; keep one of the two";
        }
        return message.startsWith("Unexpected end") || message.startsWith("No content")
                ? "ends too early; a closing brace or quote is missing"
                : "cannot be read from here on; look for a missing comma, quote or brace just before";
    }
}
