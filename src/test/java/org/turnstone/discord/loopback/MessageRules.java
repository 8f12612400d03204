package org.turnstone.discord.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Reads what a request wants to say and refuses what the platform refuses. Sources: Message, "Create Message" and "Edit
 * Message" (lengths, required fields, flags); Components Reference, introduction (what the components flag forbids);
 * Message, "Embed Limits".
 *
 * <p>Threads may share it: it has no state.
 */
final class MessageRules {
    private static final int CONTENT = 2000;
    private static final int NONCE = 25;
    private static final int EMBEDS = 10;
    private static final int EMBED_TOTAL = 6000;

    /** The flags that may be set on an ordinary message: EPHEMERAL is not among them. */
    static final int ORDINARY = Body.SUPPRESS_EMBEDS | Body.SUPPRESS_NOTIFICATIONS | Body.VOICE | Body.COMPONENTS_V2;

    /** The flags that may be set on the answer to an interaction. */
    static final int ANSWER = ORDINARY | Body.EPHEMERAL;

    private MessageRules() {}

    /** A new message; {@code settable} are the flags that may be set here. */
    static Body create(JsonNode json, List<Upload> files, int settable) {
        FormErrors errors = new FormErrors();
        int flags = json.path("flags").asInt(0);
        if ((flags & ~settable) != 0) {
            errors.add("flags", "FLAG_VALUE_INVALID", "Only these flags may be set here: " + settable);
        }
        nonce(json, errors);
        Body body = new Body(
                content(json, errors),
                embeds(json, errors),
                ComponentRules.message(json.path("components"), flags, errors),
                attachments(files, Json.array()),
                flags);
        legacyFields(body, errors);
        errors.check();
        if (body.isEmpty()) {
            throw Refusal.emptyMessage();
        }
        return body;
    }

    /** {@code old} after an edit; a field that is absent stays as it was. */
    static Body edit(JsonNode json, List<Upload> files, Body old) {
        FormErrors errors = new FormErrors();
        int flags = editedFlags(json, old, errors);
        Body body = new Body(
                json.has("content") ? content(json, errors) : old.content(),
                json.has("embeds") ? embeds(json, errors) : old.embeds(),
                json.has("components")
                        ? ComponentRules.message(json.path("components"), flags, errors)
                        : old.components(),
                attachments(files, json.has("attachments") ? Json.array() : old.attachments()),
                flags);
        legacyFields(body, errors);
        errors.check();
        if (body.isEmpty()) {
            throw Refusal.emptyMessage();
        }
        return body;
    }

    private static int editedFlags(JsonNode json, Body old, FormErrors errors) {
        int asked = json.path("flags").asInt(old.flags());
        if (old.is(Body.COMPONENTS_V2) && (asked & Body.COMPONENTS_V2) == 0) {
            errors.add(
                    "flags",
                    "MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG",
                    "The IS_COMPONENTS_V2 flag cannot be removed from a message");
        }
        int changeable = Body.SUPPRESS_EMBEDS | Body.COMPONENTS_V2;
        return (old.flags() & ~changeable & ~Body.LOADING) | asked & changeable;
    }

    private static String content(JsonNode json, FormErrors errors) {
        JsonNode content = json.path("content");
        if (content.isMissingNode() || content.isNull()) {
            return "";
        }
        if (content.isContainerNode()) {
            errors.add("content", "STRING_TYPE_CONVERT", "Could not interpret as string.");
            return "";
        }
        errors.atMost("content", content.asText(), CONTENT);
        return content.asText().strip();
    }

    private static void nonce(JsonNode json, FormErrors errors) {
        JsonNode nonce = json.path("nonce");
        if (nonce.isTextual()) {
            errors.atMost("nonce", nonce.asText(), NONCE);
        } else if (!nonce.isMissingNode() && !nonce.isNull() && !nonce.isIntegralNumber()) {
            errors.add("nonce", "NONCE_TYPE", "Must be a string or an integer.");
        }
    }

    private static void legacyFields(Body body, FormErrors errors) {
        if (!body.is(Body.COMPONENTS_V2)) {
            return;
        }
        if (!body.content().isEmpty()) {
            legacyField("content", errors);
        }
        if (!body.embeds().isEmpty()) {
            legacyField("embeds", errors);
        }
    }

    private static void legacyField(String field, FormErrors errors) {
        errors.add(
                field,
                "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
                "The '" + field + "' field cannot be used when using MessageFlags.IS_COMPONENTS_V2");
    }

    private static ArrayNode embeds(JsonNode json, FormErrors errors) {
        ArrayNode embeds = Json.array();
        int total = 0;
        List<JsonNode> given = Json.items(json, "embeds");
        if (given.size() > EMBEDS) {
            errors.size("embeds", given.size(), 0, EMBEDS);
        }
        for (JsonNode embed : given) {
            total += embed("embeds." + embeds.size(), embed, errors);
            ObjectNode copy = embed.deepCopy();
            embeds.add(copy.put("type", "rich"));
        }
        if (total > EMBED_TOTAL) {
            errors.add("embeds", "MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of " + EMBED_TOTAL);
        }
        return embeds;
    }

    private static int embed(String path, JsonNode embed, FormErrors errors) {
        int total = part(path, embed, "title", 256, errors) + part(path, embed, "description", 4096, errors);
        total += part(path + ".footer", embed.path("footer"), "text", 2048, errors);
        total += part(path + ".author", embed.path("author"), "name", 256, errors);
        int at = 0;
        for (JsonNode field : Json.items(embed, "fields")) {
            String here = path + ".fields." + at++;
            total += part(here, field, "name", 256, errors) + part(here, field, "value", 1024, errors);
        }
        if (at > 25) {
            errors.size(path + ".fields", at, 0, 25);
        }
        return total;
    }

    private static int part(String path, JsonNode json, String field, int max, FormErrors errors) {
        String text = json.path(field).asText("");
        errors.atMost(path + "." + field, text, max);
        return Json.length(text);
    }

    private static ArrayNode attachments(List<Upload> files, ArrayNode kept) {
        ArrayNode all = kept.deepCopy();
        for (Upload file : files) {
            String url = file.url();
            all.add(Json.object()
                    .put("id", Integer.toString(all.size() + 1))
                    .put("filename", file.name())
                    .put("size", file.bytes().length)
                    .put("url", url)
                    .put("proxy_url", url));
        }
        return all;
    }
}
