package org.turnstone.discord.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Routes about the app itself: its account, where the gateway is, its commands. Sources: Gateway, "Get Gateway Bot";
 * Application Commands, "Endpoints".
 *
 * <p>Guarded by the platform's {@link Monitor}.
 */
final class ApplicationRoutes {
    private final Platform platform;

    ApplicationRoutes(Platform platform) {
        this.platform = platform;
    }

    void addTo(Router router) {
        router.add("GET users/@me", call -> Reply.ok(self()))
                .add("GET gateway", Router.Authority.PATH, call -> Reply.ok(gateway()))
                .add("GET gateway/bot", call -> Reply.ok(gatewayBot()))
                .add("GET applications/@me", call -> Reply.ok(platform.app.json()))
                .add("GET oauth2/applications/@me", call -> Reply.ok(platform.app.json()))
                .add("GET applications/{}/commands", call -> list(call, Optional.empty()))
                .add("PUT applications/{}/commands", call -> overwrite(call, Optional.empty()))
                .add("POST applications/{}/commands", call -> create(call, Optional.empty()))
                .add("DELETE applications/{}/commands/{}", call -> delete(call, Optional.empty(), 1))
                .add("GET applications/{}/guilds/{}/commands", call -> list(call, guild(call)))
                .add("PUT applications/{}/guilds/{}/commands", call -> overwrite(call, guild(call)))
                .add("POST applications/{}/guilds/{}/commands", call -> create(call, guild(call)))
                .add("DELETE applications/{}/guilds/{}/commands/{}", call -> delete(call, guild(call), 2));
    }

    private ObjectNode self() {
        return platform.app
                .bot()
                .json()
                .put("verified", true)
                .put("mfa_enabled", true)
                .put("flags", 0);
    }

    private ObjectNode gateway() {
        return Json.object().put("url", platform.gateway.url());
    }

    private ObjectNode gatewayBot() {
        ObjectNode json = gateway().put("shards", 1);
        json.set(
                "session_start_limit",
                Json.object()
                        .put("total", 1000)
                        .put("remaining", Math.max(0, 1000 - platform.gateway.identified()))
                        .put("reset_after", 86_400_000)
                        .put("max_concurrency", 1));
        return json;
    }

    private Reply list(Call call, Optional<Guild> guild) {
        own(call);
        return Reply.ok(Json.arrayOf(platform.app.commands(guild).values()));
    }

    private Reply overwrite(Call call, Optional<Guild> guild) {
        own(call);
        CommandRules.checkAll(call.body());
        List<ObjectNode> definitions = new ArrayList<>();
        for (JsonNode command : call.body()) {
            definitions.add(command.deepCopy());
        }
        return Reply.ok(platform.app.overwriteCommands(guild, definitions));
    }

    private Reply create(Call call, Optional<Guild> guild) {
        own(call);
        CommandRules.check(call.body());
        ObjectNode definition = call.body().deepCopy();
        return Reply.created(platform.app.putCommand(guild, platform.id(), definition));
    }

    private Reply delete(Call call, Optional<Guild> guild, int index) {
        own(call);
        if (platform.app.commands(guild).remove(call.id(index)) == null) {
            throw Refusal.unknownCommand();
        }
        return Reply.nothing();
    }

    private Optional<Guild> guild(Call call) {
        Guild guild = platform.world.guild(call.id(1)).orElseThrow(Refusal::unknownGuild);
        if (!guild.hasBot()) {
            throw Refusal.missingAccess();
        }
        return Optional.of(guild);
    }

    private void own(Call call) {
        if (call.id(0) != platform.app.id()) {
            throw Refusal.unknownApplication();
        }
    }
}
