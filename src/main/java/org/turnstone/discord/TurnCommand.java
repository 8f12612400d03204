package org.turnstone.discord;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.User;
import net.dv8tion.jda.api.entities.channel.ChannelType;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.requests.ErrorResponse;
import org.turnstone.floor.Move;
import org.turnstone.floor.Person;
import org.turnstone.prompts.PromptBook;
import org.turnstone.prompts.Text;
import org.turnstone.room.Input;
import org.turnstone.room.NotPlayed;

/** The one slash command, {@code /turn}, and its few parts; everything else is a button. Threads may share it. */
final class TurnCommand {
    static final String NAME = "turn";
    static final String START = "start";
    static final String TALK = "talk";
    static final String PAUSE = "pause";
    static final String STOP = "stop";
    static final String CHECK = "check";
    static final String ME = "me";
    static final String SETTINGS = "settings";
    static final String HELP = "help";
    static final String PARTNER = "partner";
    static final String TOPIC = "topic";
    static final int LONGEST_TOPIC = 200;

    private final Places places;
    private final Presses presses;
    private final ServerRules rules;
    private final CircleCommand circle;
    private final ServerSettings settings;

    TurnCommand(Places places, Presses presses, ServerRules rules, CircleCommand circle, ServerSettings settings) {
        this.places = places;
        this.presses = presses;
        this.rules = rules;
        this.circle = circle;
        this.settings = settings;
    }

    /** Answers a command that was not answered by a form already. */
    void take(Presses.Act act, SlashCommandInteractionEvent event) {
        PromptBook book = presses.book(act.who());
        switch (String.valueOf(event.getSubcommandName())) {
            case START -> asks(act, event, usualLength(event));
            case TALK -> asks(act, event, Input.Asks.Length.LONGER);
            case CircleCommand.NAME -> circle.take(act, event);
            case PAUSE -> presses.take(act, new Input.Pressed(Move.PAUSE));
            case STOP -> presses.take(act, new Input.Pressed(Move.STOP));
            case ME -> presses.me(act);
            case SETTINGS -> settings.show(act);
            default -> act.answer().say(help(act.who(), book), List.of());
        }
    }

    private String help(Person who, PromptBook book) {
        String hardTimes = book.text(Text.HELP_FOR_HARD_TIMES) + "\n" + presses.helpAtHand(who);
        return String.join(
                "\n\n", book.text(Text.HELP), book.text(Text.HELP_ON_DISCORD), book.text(Text.NOT_THERAPY), hardTimes);
    }

    private Input.Asks.Length usualLength(SlashCommandInteractionEvent event) {
        return event.isFromAttachedGuild() ? rules.usualLength(event.getGuildChannel()) : Input.Asks.Length.QUICK;
    }

    private void asks(Presses.Act act, SlashCommandInteractionEvent event, Input.Asks.Length length) {
        PromptBook book = presses.book(act.who());
        Optional<String> refusal = refusal(event, book);
        if (refusal.isPresent()) {
            act.answer().say(refusal.get(), List.of());
            return;
        }
        Person partner = Persons.of(event.getOption(PARTNER, OptionMapping::getAsUser));
        String between = event.getGuild() == null
                ? Persons.direct(act.channel(), act.who(), partner)
                : Persons.room(act.channel(), act.who(), partner);
        Optional<String> room = places.open(between, act.who(), partner, act.event());
        if (room.isEmpty()) {
            act.answer().say(book.text(Text.ROOM_BUSY), List.of());
            return;
        }
        Optional<String> topic = Optional.ofNullable(event.getOption(TOPIC, OptionMapping::getAsString))
                .filter(Plain::isVisible);
        presses.take(act, room.get(), new Input.Asks(length, topic));
    }

    /** Why this cannot begin here with this partner. */
    private Optional<String> refusal(SlashCommandInteractionEvent event, PromptBook book) {
        OptionMapping partner = event.getOption(PARTNER);
        boolean ownChannel = event.getContext() == InteractionContextType.PRIVATE_CHANNEL;
        if (partner == null || event.getGuild() == null && !ownChannel) {
            return Optional.of(book.text(Text.PARTNER_NOT_HERE));
        }
        if (partner.getAsUser().isBot() || partner.getAsUser().isSystem()) {
            return Optional.of(book.text(Text.PARTNER_IS_A_BOT));
        }
        if (partner.getAsUser().getIdLong() == event.getUser().getIdLong()) {
            return Optional.of(book.text(Text.PARTNER_IS_YOU));
        }
        if (ownChannel) {
            return isTheirs(event, partner.getAsUser())
                    ? Optional.empty()
                    : Optional.of(book.text(Text.NOT_IN_THIS_DIRECT_CHANNEL));
        }
        if (event.getGuild().isDetached()) {
            return Optional.of(book.text(Text.NOT_IN_THIS_SERVER));
        }
        Member member = partner.getAsMember();
        if (member == null || !member.hasPermission(event.getGuildChannel(), Permission.VIEW_CHANNEL)) {
            return Optional.of(book.text(Text.PARTNER_NOT_HERE));
        }
        if (!rules.allowsTalks(event.getGuildChannel())) {
            return Optional.of(book.text(Text.NOT_IN_THIS_CHANNEL));
        }
        return missing(event.getGuildChannel(), book).or(() -> outside(event.getGuildChannel(), member, book));
    }

    /** A private thread is seen by those alone who are in it. */
    private static Optional<String> outside(GuildChannel channel, Member partner, PromptBook book) {
        return privateThread(channel)
                .filter(thread -> !isIn(thread, partner))
                .map(x -> book.text(Text.PARTNER_NOT_HERE));
    }

    private static Optional<ThreadChannel> privateThread(GuildChannel channel) {
        return channel instanceof ThreadChannel thread && thread.getType() == ChannelType.GUILD_PRIVATE_THREAD
                ? Optional.of(thread)
                : Optional.empty();
    }

    /** Only Discord knows who is in a thread. */
    private static boolean isIn(ThreadChannel thread, Member member) {
        try {
            Rest.await(thread.retrieveThreadMember(member));
            return true;
        } catch (NotPlayed e) {
            return !Rest.is(e, ErrorResponse.UNKNOWN_MEMBER);
        }
    }

    /** Whether a direct channel is that of whoever asks and this partner alone, as far as Discord tells. */
    private static boolean isTheirs(SlashCommandInteractionEvent event, User partner) {
        if (event.getChannelType() == ChannelType.GROUP) {
            return false;
        }
        User other = event.getChannelType() == ChannelType.PRIVATE
                ? event.getChannel().asPrivateChannel().getUser()
                : null;
        return other == null || other.equals(partner);
    }

    /** What the bot lacks here, permissions by name, told to the one who tried. */
    static Optional<String> missing(GuildChannel channel, PromptBook book) {
        Permission send = channel.getType().isThread() ? Permission.MESSAGE_SEND_IN_THREADS : Permission.MESSAGE_SEND;
        String names = Stream.of(Permission.VIEW_CHANNEL, send, Permission.MESSAGE_HISTORY)
                .filter(p -> !channel.getGuild().getSelfMember().hasPermission(channel, p))
                .map(Permission::getName)
                .collect(Collectors.joining(", "));
        return names.isEmpty()
                ? privateThread(channel).filter(thread -> !hasBot(thread)).map(x -> book.text(Text.BRING_ME_IN))
                : Optional.of(book.text(Text.PERMISSION_MISSING, Map.of("names", names)));
    }

    private static boolean hasBot(ThreadChannel thread) {
        return thread.isJoined() || thread.getGuild().getSelfMember().hasPermission(thread, Permission.MANAGE_THREADS);
    }
}
