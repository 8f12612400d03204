package org.turnstone.discord.loopback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.checkbox.Checkbox;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.radiogroup.RadioGroup;
import net.dv8tion.jda.api.components.selections.EntitySelectMenu;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.channel.ChannelDeleteEvent;
import net.dv8tion.jda.api.events.guild.GuildJoinEvent;
import net.dv8tion.jda.api.events.guild.GuildLeaveEvent;
import net.dv8tion.jda.api.events.guild.member.GuildMemberRemoveEvent;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.EntitySelectInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.events.message.MessageDeleteEvent;
import net.dv8tion.jda.api.events.message.MessageUpdateEvent;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.modals.Modal;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import net.dv8tion.jda.api.sharding.ShardManager;
import net.dv8tion.jda.api.utils.ChunkingFilter;
import net.dv8tion.jda.api.utils.FileUpload;
import net.dv8tion.jda.api.utils.MemberCachePolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a bot asks of JDA, each part of it once, against the server: the shapes that the server gives must be right. */
class JdaTest {
    private static final net.dv8tion.jda.api.Permission[] FLOOR = {
        net.dv8tion.jda.api.Permission.MESSAGE_SEND, net.dv8tion.jda.api.Permission.MESSAGE_SEND_IN_THREADS
    };

    private final Household house = new Household(
            Permission.VIEW_CHANNEL,
            Permission.SEND_MESSAGES,
            Permission.SEND_MESSAGES_IN_THREADS,
            Permission.CREATE_PRIVATE_THREADS,
            Permission.READ_MESSAGE_HISTORY,
            Permission.ATTACH_FILES,
            Permission.MANAGE_ROLES);
    private final BlockingQueue<GenericEvent> events = new LinkedBlockingQueue<>();
    private JDA jda;

    @BeforeEach
    void a_bot_logs_in() throws InterruptedException {
        house.discord.app().privileged(Application.Privilege.MESSAGE_CONTENT, Application.Privilege.GUILD_MEMBERS);
        EnumSet<GatewayIntent> intents = EnumSet.of(
                GatewayIntent.GUILD_MESSAGES,
                GatewayIntent.GUILD_MEMBERS,
                GatewayIntent.DIRECT_MESSAGES,
                GatewayIntent.MESSAGE_CONTENT);
        jda = RealBot.start(house.discord, intents, (EventListener) events::add);
        jda.updateCommands()
                .addCommands(
                        Commands.slash("turn", "Take turns").setContexts(EnumSet.allOf(InteractionContextType.class)),
                        Commands.message("Read my words"))
                .complete();
    }

    @AfterEach
    void stop() {
        jda.shutdownNow();
        house.close();
    }

    @Test
    void a_deferred_answer_is_edited_followed_up_and_deleted() throws InterruptedException {
        Interaction command = house.ann.runs(house.kitchen, "/turn");
        SlashCommandInteractionEvent event = await(SlashCommandInteractionEvent.class);
        event.deferReply(true).complete();
        event.getHook().editOriginal("one").complete();
        Message further = event.getHook().sendMessage("two").setEphemeral(true).complete();
        event.getHook().editMessageById(further.getId(), "two, changed").complete();
        assertThat(event.getHook().retrieveOriginal().complete().getContentRaw())
                .isEqualTo("one");
        assertThat(command.awaitPost().versions()).containsExactly("one");
        assertThat(house.ann.sees()).extracting(Post::text).containsExactly("one", "two, changed");
        assertThat(house.ben.sees()).isEmpty();
        event.getHook().deleteOriginal().complete();
        assertThat(command.post()).map(Post::state).contains(Post.State.DELETED);
    }

    @Test
    void a_press_edits_its_message_at_once_or_later() throws InterruptedException {
        Post post = posts(Button.primary("go", "Go"), Button.secondary("stay", "Stay"));
        house.ben.presses(post, "Go");
        await(ButtonInteractionEvent.class).editMessage("gone").complete();
        assertThat(house.ann.awaits(house.kitchen, "gone").controls()).hasSize(2);
        house.ben.presses(post, "Stay");
        ButtonInteractionEvent stay = await(ButtonInteractionEvent.class);
        assertThat(stay.getMessage().getContentRaw()).isEqualTo("gone");
        stay.deferEdit().complete();
        stay.getHook().editOriginal("here").setComponents(List.of()).complete();
        assertThat(house.ann.awaits(house.kitchen, "here").controls()).isEmpty();
    }

    @Test
    void menus_of_words_and_of_people_tell_what_was_chosen() throws InterruptedException {
        Post post = posts(
                ActionRow.of(StringSelectMenu.create("block")
                        .addOption("It feels like criticism", "criticism")
                        .addOption("Something else", "else")
                        .build()),
                ActionRow.of(EntitySelectMenu.create("who", EntitySelectMenu.SelectTarget.USER)
                        .build()));
        house.ben.chooses(post, "block", "It feels like criticism");
        StringSelectInteractionEvent chosen = await(StringSelectInteractionEvent.class);
        assertThat(chosen.getValues()).containsExactly("criticism");
        house.ben.chooses(post, "who", house.ann);
        assertThat(await(EntitySelectInteractionEvent.class).getMentions().getMembers())
                .extracting(m -> m.getUser().getIdLong())
                .containsExactly(house.ann.id());
    }

    @Test
    void a_modal_brings_words_a_choice_and_a_tick() throws InterruptedException {
        Interaction command = house.ann.runs(house.kitchen, "/turn");
        await(SlashCommandInteractionEvent.class)
                .replyModal(Modal.create("setup", "Before we begin")
                        .addComponents(
                                TextDisplay.of("Only you see this."),
                                Label.of(
                                        "Alone?",
                                        RadioGroup.create("alone")
                                                .addOption("Yes", "yes")
                                                .addOption("No", "no")
                                                .build()),
                                Label.of("I know the rules", Checkbox.of("rules")))
                        .build())
                .complete();
        house.ann.submits(command.awaitModal(), Map.of("Alone?", "No", "rules", true));
        ModalInteractionEvent submitted = await(ModalInteractionEvent.class);
        assertThat(submitted.getValue("alone").getAsString()).isEqualTo("no");
        assertThat(submitted.getValue("rules").getAsBoolean()).isTrue();
        submitted.reply("Thank you").setEphemeral(true).complete();
        assertThat(house.ann.sees()).extracting(Post::text).containsExactly("Thank you");
    }

    @Test
    void a_message_command_brings_its_message() throws InterruptedException {
        house.ann.usesMessageCommand(house.ben.says(house.kitchen, "my words"), "Read my words");
        MessageContextInteractionEvent event = await(MessageContextInteractionEvent.class);
        assertThat(event.getTarget().getContentRaw()).isEqualTo("my words");
        assertThat(event.getTarget().getAuthor().getIdLong()).isEqualTo(house.ben.id());
    }

    @Test
    void a_card_of_components_is_sent_and_edited_in_place() {
        Message card = jda.getTextChannelById(house.kitchen.id())
                .sendMessageComponents(Container.of(
                        TextDisplay.of("Ann has the floor"), ActionRow.of(Button.primary("me", "just for me"))))
                .useComponentsV2()
                .complete();
        card.editMessageComponents(Container.of(TextDisplay.of("Ben has the floor")))
                .useComponentsV2()
                .complete();
        Post seen = house.ann.awaits(house.kitchen, "Ben has the floor");
        assertThat(seen.versions()).containsExactly("Ann has the floor", "Ben has the floor");
        assertThat(card.getChannel()
                        .retrieveMessageById(card.getId())
                        .complete()
                        .isUsingComponentsV2())
                .isTrue();
    }

    @Test
    void a_file_comes_along() {
        FileUpload file = FileUpload.fromData("hello".getBytes(StandardCharsets.UTF_8), "transcript.txt");
        Message message = jda.getTextChannelById(house.kitchen.id())
                .sendMessage("Here you are, für dich")
                .addFiles(file)
                .complete();
        assertThat(message.getAttachments())
                .extracting(Message.Attachment::getFileName)
                .containsExactly("transcript.txt");
        assertThat(house.ann.sees()).extracting(Post::text).containsExactly("Here you are, für dich");
    }

    @Test
    void a_direct_message_is_sent_or_refused_by_its_code() {
        jda.openPrivateChannelById(house.ann.id())
                .flatMap(c -> c.sendMessage("something for you"))
                .complete();
        assertThat(house.ann.sees(house.ann.directChannel())).hasSize(1);
        house.ann.closesDirectMessages();
        assertThatThrownBy(() -> jda.openPrivateChannelById(house.ann.id())
                        .flatMap(c -> c.sendMessage("again"))
                        .complete())
                .isInstanceOfSatisfying(
                        ErrorResponseException.class,
                        e -> assertThat(e.getErrorResponse()).isEqualTo(ErrorResponse.CANNOT_SEND_TO_USER));
    }

    @Test
    void history_tells_what_was_said_meanwhile() {
        long last = house.ann.says(house.kitchen, "one").id();
        house.ben.says(house.kitchen, "two");
        assertThat(jda.getTextChannelById(house.kitchen.id())
                        .getHistoryAfter(last, 100)
                        .complete()
                        .getRetrievedHistory())
                .extracting(Message::getContentRaw)
                .containsExactly("two");
    }

    @Test
    void a_member_is_held_and_let_go_by_an_overwrite() {
        var channel = jda.getTextChannelById(house.kitchen.id());
        var ben = channel.getGuild().retrieveMemberById(house.ben.id()).complete();
        channel.upsertPermissionOverride(ben).deny(FLOOR).complete();
        assertThat(house.ben.canSay(house.kitchen)).isFalse();
        channel.upsertPermissionOverride(ben).clear(FLOOR).complete();
        assertThat(house.ben.canSay(house.kitchen)).isTrue();
    }

    @Test
    void a_private_thread_is_opened_and_filled() throws InterruptedException {
        var thread = jda.getTextChannelById(house.kitchen.id())
                .createThreadChannel("us", true)
                .complete();
        thread.addThreadMemberById(house.ben.id()).complete();
        thread.sendMessage("here").complete();
        assertThat(house.ben.sees()).extracting(Post::text).contains("here");
        assertThat(house.ann.sees()).isEmpty();
    }

    @Test
    void in_two_peoples_own_channel_the_context_and_the_owner_are_told() throws InterruptedException {
        house.discord.app().installedBy(house.ann);
        jda.updateCommands()
                .addCommands(Commands.slash("turn", "Take turns")
                        .setContexts(InteractionContextType.PRIVATE_CHANNEL)
                        .setIntegrationTypes(net.dv8tion.jda.api.interactions.IntegrationType.USER_INSTALL))
                .complete();
        Channel between = house.ann.directChannelWith(house.ben);
        house.ann.runs(between, "/turn");
        SlashCommandInteractionEvent event = await(SlashCommandInteractionEvent.class);
        assertThat(event.getContext()).isEqualTo(InteractionContextType.PRIVATE_CHANNEL);
        event.reply("Your turn?")
                .addComponents(ActionRow.of(Button.primary("here", "I'm here")))
                .complete();
        house.ben.presses(house.ben.awaits(between, "Your turn?"), "here");
        ButtonInteractionEvent press = await(ButtonInteractionEvent.class);
        assertThat(press.getIntegrationOwners().getAuthorizingUserIdLong()).isEqualTo(house.ann.id());
        assertThat(press.getUser().getIdLong()).isEqualTo(house.ben.id());
        press.editMessage("Ben is here").complete();
        assertThat(house.ann.awaits(between, "Ben is here").versions()).hasSize(2);
    }

    @Test
    void edits_deletions_leaving_and_being_thrown_out_are_told() throws InterruptedException {
        Post post = house.ann.says(house.kitchen, "one");
        house.ann.edits(post, "two");
        assertThat(await(MessageUpdateEvent.class).getMessage().getContentRaw()).isEqualTo("two");
        house.ann.deletes(post);
        assertThat(await(MessageDeleteEvent.class).getMessageIdLong()).isEqualTo(post.id());
        house.home.leave(house.ben);
        assertThat(await(GuildMemberRemoveEvent.class).getUser().getIdLong()).isEqualTo(house.ben.id());
        house.kitchen.delete();
        assertThat(await(ChannelDeleteEvent.class).getChannel().getIdLong()).isEqualTo(house.kitchen.id());
        house.home.kickBot();
        assertThat(await(GuildLeaveEvent.class).getGuild().getIdLong()).isEqualTo(house.home.id());
        house.home.inviteBot(Permission.VIEW_CHANNEL);
        assertThat(await(GuildJoinEvent.class).getGuild().getIdLong()).isEqualTo(house.home.id());
    }

    @Test
    void a_late_answer_fails_as_an_unknown_interaction() throws InterruptedException {
        house.ann.runs(house.kitchen, "/turn");
        SlashCommandInteractionEvent event = await(SlashCommandInteractionEvent.class);
        house.discord.clock().advance(java.time.Duration.ofSeconds(4));
        assertThatThrownBy(() -> event.reply("too late").complete())
                .isInstanceOfSatisfying(
                        ErrorResponseException.class,
                        e -> assertThat(e.getErrorResponse()).isEqualTo(ErrorResponse.UNKNOWN_INTERACTION));
    }

    @Test
    void an_intent_that_is_not_switched_on_ends_the_login() {
        house.discord.app().privileged();
        assertThatThrownBy(() -> RealBot.builder(house.discord, EnumSet.of(GatewayIntent.MESSAGE_CONTENT))
                        .build()
                        .awaitReady())
                .hasMessageContaining("intent");
    }

    @Test
    void all_members_are_told_to_who_asks_for_them() throws InterruptedException {
        JDA other = RealBot.builder(house.discord, EnumSet.of(GatewayIntent.GUILD_MEMBERS))
                .setMemberCachePolicy(MemberCachePolicy.ALL)
                .setChunkingFilter(ChunkingFilter.ALL)
                .build()
                .awaitReady();
        try {
            assertThat(other.getGuildById(house.home.id()).getMembers())
                    .extracting(m -> m.getEffectiveName())
                    .containsExactlyInAnyOrder("Olga", "Ann", "Ben", "Turnstone");
        } finally {
            other.shutdownNow();
        }
    }

    @Test
    void shards_find_the_gateway_by_themselves() throws InterruptedException {
        ShardManager shards = DefaultShardManagerBuilder.createLight(
                        house.discord.app().token())
                .setRestConfigProvider(shard -> new RestConfig().setBaseUrl(house.discord.apiUrl()))
                .setShardsTotal(1)
                .build();
        try {
            shards.getShards().get(0).awaitReady();
            assertThat(shards.getGuildById(house.home.id())).isNotNull();
        } finally {
            shards.shutdown();
        }
    }

    private Post posts(Button... buttons) {
        return posts(ActionRow.of(List.of(buttons)));
    }

    private Post posts(ActionRow... rows) {
        jda.getTextChannelById(house.kitchen.id())
                .sendMessage("choose")
                .setComponents(rows)
                .complete();
        return house.ann.awaits(house.kitchen, "choose");
    }

    private <T extends GenericEvent> T await(Class<T> type) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (System.nanoTime() < end) {
            GenericEvent event = events.poll(100, TimeUnit.MILLISECONDS);
            if (type.isInstance(event)) {
                return type.cast(event);
            }
        }
        throw new AssertionError("no " + type.getSimpleName() + " within 10 s");
    }
}
