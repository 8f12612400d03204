package org.turnstone.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.turnstone.Settings;
import org.turnstone.Settings.Floor;
import org.turnstone.Settings.Turns;

/**
 * Asks Discord who the token belongs to: whether it is known, whether its application may read messages, and with which link
 * it is invited. No state.
 */
final class DiscordAsked {
    private static final String DISCORD = "discord";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** View channels, send messages, send in threads, read the history: what is needed and nothing else. */
    private static final long PERMISSIONS = 1L << 10 | 1L << 11 | 1L << 38 | 1L << 16;

    /** Manage permissions, and create threads, which it can only keep others from if it may do so itself. */
    private static final long TO_HOLD_THE_FLOOR = 1L << 28 | 1L << 35 | 1L << 36;

    /** The application's flags for the Message Content intent: granted, or switched on below the size of review. */
    private static final long MESSAGE_CONTENT = 1L << 18 | 1L << 19;

    private static final int UNAUTHORIZED = 401;
    private static final int OK = 200;

    private DiscordAsked() {}

    static List<Diagnosis> of(Settings.Discord discord, String token) {
        try {
            String base = discord.api().toString().replaceFirst("/+$", "");
            HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/applications/@me"))
                    .header("Authorization", "Bot " + token)
                    .header("User-Agent", "DiscordBot (https://turnstone.org, 1)")
                    .timeout(PATIENCE)
                    .build();
            HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
            return answered(discord, client.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException | IllegalArgumentException e) {
            return List.of(Diagnosis.mend(
                    DISCORD,
                    "Discord cannot be reached at " + discord.api() + "; check the network, or DISCORD_API_URL"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private static List<Diagnosis> answered(Settings.Discord discord, HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() == UNAUTHORIZED) {
            return List.of(Diagnosis.mend(
                    DISCORD,
                    "Discord does not know this token; copy it again from the Bot page of the developer portal"));
        }
        if (answer.statusCode() != OK) {
            return List.of(Diagnosis.mend(
                    DISCORD, "Discord answered " + answer.statusCode() + "; try again in a few minutes"));
        }
        JsonNode application = new ObjectMapper().readTree(answer.body());
        List<Diagnosis> found = new ArrayList<>();
        found.add(Diagnosis.ok(
                DISCORD, "invite it with " + invitation(application.path("id").asText(), discord.floor())));
        found.add(Diagnosis.ok(
                DISCORD,
                "for a couple's own direct messages, without a server, one of them installs it with "
                        + installation(application.path("id").asText())));
        if (discord.turns() == Turns.MESSAGES && (application.path("flags").asLong() & MESSAGE_CONTENT) == 0) {
            found.add(Diagnosis.mend(
                    DISCORD,
                    "the Message Content intent is off: switch it on on the Bot page of the developer portal, or set"
                            + " discord.turns to \"modal\""));
        }
        return found;
    }

    private static String installation(String application) {
        return "https://discord.com/oauth2/authorize?client_id=" + application
                + "&scope=applications.commands&integration_type=1";
    }

    private static String invitation(String application, Floor floor) {
        long permissions = floor == Floor.HARD ? PERMISSIONS | TO_HOLD_THE_FLOOR : PERMISSIONS;
        return "https://discord.com/oauth2/authorize?client_id=" + application
                + "&scope=bot+applications.commands&permissions=" + permissions;
    }
}
