package org.turnstone.discord.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.undertow.websockets.core.AbstractReceiveListener;
import io.undertow.websockets.core.BufferedBinaryMessage;
import io.undertow.websockets.core.BufferedTextMessage;
import io.undertow.websockets.core.CloseMessage;
import io.undertow.websockets.core.WebSocketChannel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What an app sends over one connection of the gateway. Source: Gateway, "Sending Events"; Opcodes and Status Codes,
 * "Gateway Close Event Codes".
 *
 * <p>Used by the connection's own thread; what it changes is guarded by the platform's {@link Monitor}.
 */
final class GatewayInput extends AbstractReceiveListener {
    private static final int MAX_BYTES = 4096;

    private final Platform platform;
    private final Connection connection;
    private boolean goodbye;

    GatewayInput(Platform platform, Connection connection) {
        this.platform = platform;
        this.connection = connection;
    }

    @Override
    protected void onFullTextMessage(WebSocketChannel channel, BufferedTextMessage message) {
        byte[] bytes = message.getData().getBytes(StandardCharsets.UTF_8);
        platform.lock.run(() -> receive(bytes));
    }

    @Override
    protected void onFullBinaryMessage(WebSocketChannel channel, BufferedBinaryMessage message) {
        message.getData().free();
        platform.lock.run(() -> connection.close(4002, "Error while decoding payload."));
    }

    @Override
    protected void onFullCloseMessage(WebSocketChannel channel, BufferedBinaryMessage message) throws IOException {
        goodbye = true;
        super.onFullCloseMessage(channel, message);
    }

    /** Undertow also comes here, as if with 1001, when the connection broke without a word: that is no goodbye. */
    @Override
    protected void onCloseMessage(CloseMessage close, WebSocketChannel channel) {
        if (!goodbye) {
            return;
        }
        if (close.getCode() == CloseMessage.NORMAL_CLOSURE || close.getCode() == CloseMessage.GOING_AWAY) {
            platform.lock.run(() -> platform.gateway.quit(connection));
        }
    }

    @Override
    protected void onError(WebSocketChannel channel, Throwable error) {
        connection.cut();
    }

    private void receive(byte[] bytes) {
        Optional<JsonNode> payload = bytes.length > MAX_BYTES ? Optional.empty() : parse(bytes);
        if (payload.isEmpty()) {
            connection.close(4002, "Error while decoding payload.");
        } else if (!connection.allows(System.nanoTime())) {
            connection.close(4008, "You are being rate limited.");
        } else {
            handle(payload.get().path("op").asInt(-1), payload.get().path("d"));
        }
    }

    private void handle(int op, JsonNode d) {
        switch (op) {
            case 1 -> heartbeat();
            case 2 -> platform.gateway.identify(connection, d);
            case 6 -> platform.gateway.resume(connection, d);
            case 3, 4, 8, 31 -> command(op, d);
            default -> connection.close(4001, "Unknown opcode.");
        }
    }

    private void heartbeat() {
        connection.beat();
        if (!platform.faults.ignoresHeartbeats()) {
            connection.send(Gateway.op(11));
        }
    }

    private void command(int op, JsonNode d) {
        Optional<Session> session = platform.gateway.session(connection);
        if (session.isEmpty()) {
            connection.close(4003, "Not authenticated.");
        } else if (op == 8) {
            platform.world
                    .guild(d.path("guild_id").asLong())
                    .filter(Guild::hasBot)
                    .ifPresent(g -> session.get().deliver(chunk(g, d)));
        }
    }

    /** Source: Gateway Events, "Request Guild Members": all, by id, or by the beginning of a name. */
    private static Event chunk(Guild guild, JsonNode d) {
        ArrayNode members = Json.array();
        for (Member member : guild.members()) {
            if (isAskedFor(member.user(), d)) {
                members.add(member.json());
            }
        }
        ObjectNode chunk = Json.object()
                .put("guild_id", Long.toString(guild.id()))
                .put("chunk_index", 0)
                .put("chunk_count", 1);
        chunk.set("members", members);
        Json.text(d, "nonce").ifPresent(nonce -> chunk.put("nonce", nonce));
        return Event.always("GUILD_MEMBERS_CHUNK", chunk, guild.id());
    }

    private static boolean isAskedFor(User user, JsonNode d) {
        if (d.has("user_ids")) {
            String id = Long.toString(user.id());
            JsonNode ids = d.get("user_ids");
            return ids.isArray()
                    ? Json.items(d, "user_ids").stream()
                            .anyMatch(n -> n.asText().equals(id))
                    : ids.asText().equals(id);
        }
        return user.username().startsWith(d.path("query").asText(""));
    }

    private static Optional<JsonNode> parse(byte[] bytes) {
        try {
            return Optional.of(Json.parse(bytes)).filter(JsonNode::isObject);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
