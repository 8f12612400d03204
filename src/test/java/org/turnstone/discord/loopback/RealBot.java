package org.turnstone.discord.loopback;

import java.util.EnumSet;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;

/** Logs the real JDA in at a loopback server, with nothing changed but where it connects. */
final class RealBot {
    private static final EnumSet<GatewayIntent> TALKING =
            EnumSet.of(GatewayIntent.GUILD_MESSAGES, GatewayIntent.DIRECT_MESSAGES, GatewayIntent.MESSAGE_CONTENT);

    private RealBot() {}

    static JDA start(LoopbackDiscord discord, Object... listeners) throws InterruptedException {
        return start(discord, TALKING, listeners);
    }

    static JDA start(LoopbackDiscord discord, EnumSet<GatewayIntent> intents, Object... listeners)
            throws InterruptedException {
        return builder(discord, intents, listeners).build().awaitReady();
    }

    static JDABuilder builder(LoopbackDiscord discord, EnumSet<GatewayIntent> intents, Object... listeners) {
        return JDABuilder.createLight(discord.app().token(), intents)
                .setRestConfig(new RestConfig().setBaseUrl(discord.apiUrl()))
                .setSessionController(new ConcurrentSessionController() {
                    @Override
                    public String getGateway() {
                        return discord.gatewayUrl();
                    }
                })
                .addEventListeners(listeners);
    }
}
