package org.turnstone.discord.loopback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import net.dv8tion.jda.api.modals.Modal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The real JDA against the loopback server: the whole path of each thing a bot does, once. */
class LoopbackDiscordTest {
    private final LoopbackDiscord discord = LoopbackDiscord.start();
    private final Person ann = discord.person("Ann");
    private final Person ben = discord.person("Ben");
    private final Guild home = discord.guild("Home", discord.person("Olga"));
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private Channel kitchen;
    private JDA jda;

    @BeforeEach
    void a_bot_logs_in() throws InterruptedException {
        home.join(ann, ben)
                .inviteBot(Permission.VIEW_CHANNEL, Permission.SEND_MESSAGES, Permission.READ_MESSAGE_HISTORY);
        kitchen = home.textChannel("kitchen");
        jda = RealBot.start(discord, new Echo(heard));
        jda.updateCommands()
                .addCommands(Commands.slash("turn", "Take turns")
                        .addSubcommands(new SubcommandData("start", "Ask for a turn")
                                .addOption(OptionType.USER, "partner", "With whom", true)))
                .complete();
    }

    @AfterEach
    void everything_stops() {
        jda.shutdownNow();
        discord.close();
    }

    /** A bot that tells what it heard, and answers each sort of thing once. */
    private static final class Echo extends ListenerAdapter {
        private final BlockingQueue<String> heard;

        Echo(BlockingQueue<String> heard) {
            this.heard = heard;
        }

        @Override
        public void onMessageReceived(MessageReceivedEvent event) {
            heard.add(event.getAuthor().getEffectiveName() + ": "
                    + event.getMessage().getContentRaw());
        }

        @Override
        public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
            String partner = event.getOption("partner").getAsUser().getEffectiveName();
            event.reply("A turn with " + partner)
                    .addComponents(ActionRow.of(Button.primary("here", "I'm here")))
                    .queue();
        }

        @Override
        public void onButtonInteraction(ButtonInteractionEvent event) {
            Modal modal = Modal.create("block", "What is in the way?")
                    .addComponents(Label.of(
                            "In your words",
                            TextInput.create("words", TextInputStyle.PARAGRAPH).build()))
                    .build();
            event.replyModal(modal).queue();
        }

        @Override
        public void onModalInteraction(ModalInteractionEvent event) {
            String words = event.getValue("words").getAsString();
            event.reply("Kept: " + words).setEphemeral(true).queue();
        }
    }

    @Test
    void the_bot_hears_what_is_said_and_its_posts_are_seen() throws InterruptedException {
        ann.says(kitchen, "I felt alone at the party");
        assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo("Ann: I felt alone at the party");
        jda.getTextChannelById(kitchen.id()).sendMessage("I hear you").complete();
        assertThat(ben.sees(kitchen)).extracting(Post::text).containsExactly("I felt alone at the party", "I hear you");
        assertThat(discord.wire().refusals()).isEmpty();
    }

    @Test
    void a_command_a_press_and_a_modal_go_round() {
        Post asked = ann.runs(kitchen, "/turn start", Map.of("partner", ben)).awaitPost();
        assertThat(asked.text()).isEqualTo("A turn with Ben");
        assertThat(ben.sees(kitchen)).extracting(Post::usedBy).containsExactly("Ann");
        OpenModal modal = ben.presses(asked, "I'm here").awaitModal();
        assertThat(modal.title()).isEqualTo("What is in the way?");
        Post kept = ben.submits(modal, Map.of("In your words", "It is hard to stay open"))
                .awaitPost();
        assertThat(kept.isPrivate()).isTrue();
        assertThat(ben.sees(kitchen)).extracting(Post::text).contains("Kept: It is hard to stay open");
        assertThat(ann.sees(kitchen)).extracting(Post::text).containsExactly("A turn with Ben");
        assertThat(discord.wire().answers()).extracting(WireLog.Answer::type).containsExactly(4, 9, 4);
        assertThat(discord.wire().slowestAnswer()).isLessThan(Duration.ofSeconds(3));
        assertThat(discord.wire().refusals()).isEmpty();
    }

    @Test
    void after_a_cut_the_bot_resumes_and_hears_what_it_missed() throws InterruptedException {
        discord.gateway().cut();
        ann.says(kitchen, "one");
        ben.says(kitchen, "two");
        assertThat(List.of(heard.poll(10, TimeUnit.SECONDS), heard.poll(10, TimeUnit.SECONDS)))
                .containsExactly("Ann: one", "Ben: two");
        assertThat(discord.gateway().resumed()).isEqualTo(1);
        assertThat(discord.gateway().identified()).isEqualTo(1);
    }
}
