package org.turnstone.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.turnstone.Settings;
import org.turnstone.Settings.Discord;
import org.turnstone.Settings.Floor;
import org.turnstone.Settings.Turns;

/** Looks at what is set for Discord, and asks Discord where the token would not travel in the clear. No state. */
final class DiscordExamination implements Doctor.Examination {

    private static final String DISCORD = "discord";
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    @Override
    public Stream<Diagnosis> of(Settings settings) {
        Discord discord = settings.discord();
        if (discord.token().isEmpty()) {
            return Stream.of(Diagnosis.ok(
                    DISCORD, "no token is set: only the web room is served (set DISCORD_TOKEN to join Discord)"));
        }
        List<Diagnosis> found = new ArrayList<>();
        found.add(Diagnosis.ok(DISCORD, "token (set)"));
        if (discord.turns() == Turns.MESSAGES) {
            found.add(
                    Diagnosis.note(
                            DISCORD,
                            "turns are read from messages: switch the Message Content intent on in Discord's developer portal, or set discord.turns to \"modal\""));
        }
        if (discord.floor() == Floor.HARD) {
            found.add(Diagnosis.note(
                    DISCORD,
                    "discord.floor is \"hard\": to keep whoever waits from writing, the bot also needs Manage Permissions"
                            + " and to create threads; the link below asks for them"));
        }
        if ("http".equals(discord.api().getScheme())
                && !LOOPBACK.contains(discord.api().getHost())) {
            found.add(Diagnosis.mend(
                    DISCORD,
                    "DISCORD_API_URL sends the token and people's words unencrypted to another machine; use https://"));
        } else {
            discord.token()
                    .map(token -> DiscordAsked.of(discord, token.reveal()))
                    .ifPresent(found::addAll);
        }
        return found.stream();
    }
}
