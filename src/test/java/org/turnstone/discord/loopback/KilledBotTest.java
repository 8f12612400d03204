package org.turnstone.discord.loopback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bot in a process of its own, known to the server by three settings, killed without warning and started again. */
class KilledBotTest {
    private static final Duration PAST_EVERYTHING = Duration.ofMinutes(20);

    private final Household house = Household.talking();
    private Process process;

    @TempDir
    private Path directory;

    @AfterEach
    void stop() {
        process.destroyForcibly();
        house.close();
    }

    @Test
    void the_world_stays_while_the_bot_is_killed_and_comes_back() throws Exception {
        start();
        house.ann.says(house.kitchen, "one");
        house.ann.awaits(house.kitchen, "heard one");
        kill();
        house.ann.says(house.kitchen, "two");
        house.discord.clock().advance(PAST_EVERYTHING);
        house.ben.says(house.kitchen, "three");
        start();
        house.ann.awaits(house.kitchen, "heard three");
        assertThat(house.ben.sees(house.kitchen))
                .extracting(Post::text)
                .containsExactly("one", "heard one", "two", "three", "heard two", "heard three");
        assertThat(house.discord.gateway().identified()).isEqualTo(2);
    }

    private void start() throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        ProcessBuilder builder = new ProcessBuilder(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                Echo.class.getName());
        builder.environment().put("DISCORD_TOKEN", house.discord.app().token());
        builder.environment().put("DISCORD_API_URL", house.discord.apiUrl());
        builder.environment().put("DISCORD_GATEWAY_URL", house.discord.gatewayUrl());
        process = builder.redirectErrorStream(true)
                .redirectOutput(directory.resolve("bot.out").toFile())
                .start();
        house.discord.gateway().awaitConnected();
    }

    private void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
        house.discord.gateway().awaitGone();
    }

    /** A bot that answers each message once, also those said while it was away, and keeps nothing but the history. */
    static final class Echo extends ListenerAdapter {
        private final Set<String> answered = new HashSet<>();

        /** Takes its three settings from the environment. */
        public static void main(String[] none) throws InterruptedException {
            EnumSet<GatewayIntent> intents = EnumSet.of(GatewayIntent.GUILD_MESSAGES, GatewayIntent.MESSAGE_CONTENT);
            Echo echo = new Echo();
            JDA jda = JDABuilder.createLight(System.getenv("DISCORD_TOKEN"), intents)
                    .setRestConfig(new RestConfig().setBaseUrl(System.getenv("DISCORD_API_URL")))
                    .setSessionController(new ConcurrentSessionController() {
                        @Override
                        public String getGateway() {
                            return System.getenv("DISCORD_GATEWAY_URL");
                        }
                    })
                    .addEventListeners(echo)
                    .build()
                    .awaitReady();
            echo.catchUp(jda.getTextChannels());
        }

        private synchronized void catchUp(List<TextChannel> channels) {
            for (TextChannel channel : channels) {
                List<Message> newestFirst =
                        channel.getHistory().retrievePast(100).complete();
                newestFirst.stream().filter(m -> m.getAuthor().isBot()).forEach(m -> answered.add(m.getContentRaw()));
                for (int i = newestFirst.size() - 1; i >= 0; i--) {
                    answer(newestFirst.get(i));
                }
            }
        }

        @Override
        public synchronized void onMessageReceived(MessageReceivedEvent event) {
            answer(event.getMessage());
        }

        private void answer(Message message) {
            String words = "heard " + message.getContentRaw();
            if (!message.getAuthor().isBot() && answered.add(words)) {
                message.getChannel().sendMessage(words).complete();
            }
        }
    }
}
