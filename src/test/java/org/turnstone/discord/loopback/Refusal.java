package org.turnstone.discord.loopback;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The platform says no: an HTTP status and its JSON error code. Source: Opcodes and Status Codes, "JSON Error Codes".
 */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient ObjectNode body;

    private Refusal(int status, ObjectNode body) {
        super(body.toString());
        this.status = status;
        this.body = body;
    }

    static Refusal of(int status, int code, String message) {
        return new Refusal(status, Json.object().put("message", message).put("code", code));
    }

    /** 50035 with the tree of fields at fault. */
    static Refusal form(ObjectNode errors) {
        ObjectNode body = Json.object().put("message", "Invalid Form Body").put("code", 50035);
        body.set("errors", errors);
        return new Refusal(400, body);
    }

    static Refusal unauthorized() {
        return of(401, 0, "401: Unauthorized");
    }

    static Refusal notFound() {
        return of(404, 0, "404: Not Found");
    }

    static Refusal invalidJson() {
        return of(400, 50109, "The request body contains invalid JSON.");
    }

    static Refusal unknownApplication() {
        return of(404, 10002, "Unknown Application");
    }

    static Refusal unknownChannel() {
        return of(404, 10003, "Unknown Channel");
    }

    static Refusal unknownGuild() {
        return of(404, 10004, "Unknown Guild");
    }

    static Refusal unknownMember() {
        return of(404, 10007, "Unknown Member");
    }

    static Refusal unknownMessage() {
        return of(404, 10008, "Unknown Message");
    }

    static Refusal unknownOverwrite() {
        return of(404, 10009, "Unknown Permission Overwrite");
    }

    static Refusal unknownUser() {
        return of(404, 10013, "Unknown User");
    }

    static Refusal unknownWebhook() {
        return of(404, 10015, "Unknown Webhook");
    }

    static Refusal unknownInteraction() {
        return of(404, 10062, "Unknown interaction");
    }

    static Refusal unknownCommand() {
        return of(404, 10063, "Unknown application command");
    }

    static Refusal alreadyAcknowledged() {
        return of(400, 40060, "Interaction has already been acknowledged.");
    }

    static Refusal tooManyFollowups() {
        return of(400, 40094, "This interaction has reached the maximum number of follow-up messages");
    }

    static Refusal missingAccess() {
        return of(403, 50001, "Missing Access");
    }

    static Refusal dmAction() {
        return of(403, 50003, "Cannot execute action on a DM channel");
    }

    static Refusal notTheAuthor() {
        return of(403, 50005, "Cannot edit a message authored by another user");
    }

    static Refusal emptyMessage() {
        return of(400, 50006, "Cannot send an empty message");
    }

    static Refusal cannotSendToUser() {
        return of(403, 50007, "Cannot send messages to this user");
    }

    static Refusal missingPermissions() {
        return of(403, 50013, "Missing Permissions");
    }

    static Refusal channelType() {
        return of(400, 50024, "Cannot execute action on this channel type");
    }

    static Refusal invalidWebhookToken() {
        return of(401, 50027, "Invalid Webhook Token");
    }

    static Refusal noMutualGuilds() {
        return of(403, 50278, "Cannot send messages to this user due to having no mutual guilds");
    }

    static Refusal replyWithoutHistory() {
        return of(400, 160002, "Cannot reply without permission to read message history");
    }

    static Refusal threadLocked() {
        return of(400, 160005, "Thread is locked");
    }

    int status() {
        return status;
    }

    ObjectNode body() {
        return body;
    }
}
