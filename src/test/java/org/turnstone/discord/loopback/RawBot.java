package org.turnstone.discord.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Speaks plain HTTP to a loopback server, for what a client library would refuse on its own side. */
final class RawBot {
    /** What came back. */
    record Answer(int status, JsonNode body) {
        int code() {
            return body.path("code").asInt(0);
        }

        /** {@code 403 50013}, as the platform's documentation writes it. */
        String refusal() {
            return status + " " + code();
        }

        /** The error code at a field, {@code components.0.components.1.label}; empty if the field is not at fault. */
        String at(String field) {
            JsonNode errors = body.path("errors");
            for (String step : field.split("\\.")) {
                errors = errors.path(step);
            }
            return errors.path("_errors").path(0).path("code").asText("");
        }
    }

    private final LoopbackDiscord discord;
    private final String token;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    RawBot(LoopbackDiscord discord) {
        this(discord, discord.app().token());
    }

    RawBot(LoopbackDiscord discord, String token) {
        this.discord = discord;
        this.token = token;
    }

    Answer get(String path) {
        return send("GET", path, "");
    }

    Answer delete(String path) {
        return send("DELETE", path, "");
    }

    /** {@code json} may be written with single quotes. */
    Answer post(String path, String json) {
        return send("POST", path, json);
    }

    Answer patch(String path, String json) {
        return send("PATCH", path, json);
    }

    Answer put(String path, String json) {
        return send("PUT", path, json);
    }

    Answer send(String method, String path, String json) {
        return send(method, path, "application/json", json.replace('\'', '"'));
    }

    Answer send(String method, String path, String type, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(discord.apiUrl() + path))
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", "Bot " + token)
                .header("Content-Type", type)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), Json.parse(response.body()));
        } catch (IOException e) {
            return new Answer(0, Json.object().put("cut", e.toString()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
