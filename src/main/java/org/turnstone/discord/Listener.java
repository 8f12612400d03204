package org.turnstone.discord;

import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.events.channel.ChannelDeleteEvent;
import net.dv8tion.jda.api.events.guild.GuildAvailableEvent;
import net.dv8tion.jda.api.events.guild.GuildJoinEvent;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.events.session.SessionRecreateEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.interactions.components.ComponentInteraction;
import net.dv8tion.jda.api.interactions.modals.ModalInteraction;
import org.turnstone.room.NotPlayed;

/**
 * Hears what JDA tells and hands it on, each channel's things to its queue, so that JDA's own threads never wait. Its methods
 * are called by JDA, one at a time.
 */
final class Listener extends ListenerAdapter {
    /** Discord waits three seconds; this leaves time for the way. */
    private static final int PUT_OFF_AFTER_MILLIS = 1_500;

    private final Queues queues;
    private final ScheduledExecutorService timer;
    private final Names names;
    private final Posts posts;
    private final CatchingUp catchingUp;
    private final TurnCommand command;
    private final Switchboard switchboard;
    private final Places places;
    private final Turns turns;
    private final ChannelLife life;

    /** Hears that channels come and go. */
    interface ChannelLife {
        /** Whether this process sees to it. May ask Discord. */
        boolean isOurs(long channel);

        /** A channel that holds a conversation can be reached, anew perhaps. */
        void back(long channel);

        /** A channel was deleted. */
        void gone(long channel);
    }

    Listener(
            Queues queues,
            ScheduledExecutorService timer,
            Names names,
            Posts posts,
            Messages messages,
            TurnCommand command,
            Switchboard switchboard,
            Places places,
            Turns turns,
            ChannelLife life) {
        this.queues = queues;
        this.timer = timer;
        this.names = names;
        this.posts = posts;
        this.catchingUp = new CatchingUp(queues, messages, timer);
        this.command = command;
        this.switchboard = switchboard;
        this.places = places;
        this.turns = turns;
        this.life = life;
    }

    @Override
    public void onReady(ReadyEvent event) {
        places.channels().forEach(this::catchUpIfOurs);
    }

    @Override
    public void onSessionRecreate(SessionRecreateEvent event) {
        places.channels().forEach(this::catchUpIfOurs);
    }

    /** Invited, perhaps again. */
    @Override
    public void onGuildJoin(GuildJoinEvent event) {
        catchUp(event.getGuild());
    }

    @Override
    public void onGuildAvailable(GuildAvailableEvent event) {
        catchUp(event.getGuild());
    }

    private void catchUp(Guild guild) {
        places.channels().stream()
                .filter(channel -> guild.getGuildChannelById(channel) != null)
                .forEach(this::catchUp);
    }

    /** Our own channels wait from this moment on; whose another is may have to be asked first. */
    private void catchUpIfOurs(long channel) {
        queues.in(channel, () -> {
            if (mayBeOurs(channel)) {
                catchUp(channel);
            }
        });
    }

    /** Where it cannot be told it is looked after like ours: reading another's history does no harm. */
    private boolean mayBeOurs(long channel) {
        try {
            return life.isOurs(channel);
        } catch (NotPlayed e) {
            return true;
        }
    }

    /** What was said meanwhile comes first, then what is said now. */
    private void catchUp(long channel) {
        if (turns == Turns.MESSAGES) {
            catchingUp.begin(channel);
        }
        queues.in(channel, () -> life.back(channel));
    }

    @Override
    public void onChannelDelete(ChannelDeleteEvent event) {
        long channel = event.getChannel().getIdLong();
        queues.in(channel, () -> life.gone(channel));
    }

    @Override
    public void onMessageReceived(MessageReceivedEvent event) {
        long channel = event.getChannel().getIdLong();
        posts.appeared(channel, event.getMessageIdLong());
        Optional.ofNullable(event.getMember()).ifPresent(names::met);
        if (turns == Turns.MESSAGES && !event.getAuthor().isBot()) {
            catchingUp.said(channel, event.getMessage());
        }
    }

    @Override
    public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
        if (!event.getName().equals(TurnCommand.NAME) || event.getChannel() == null) {
            return;
        }
        if (TurnCommand.CHECK.equals(event.getSubcommandName())) {
            event.replyModal(switchboard.draft(Persons.of(event.getUser()))).queue(done -> {}, failed -> {});
            return;
        }
        act(event, act -> command.take(act, event));
    }

    @Override
    public void onMessageContextInteraction(MessageContextInteractionEvent event) {
        act(event, act -> switchboard.readMyWords(act, event.getTarget()));
    }

    @Override
    public void onButtonInteraction(ButtonInteractionEvent event) {
        Optional<CustomId> id = CustomId.parse(String.valueOf(event.getCustomId()));
        if (!switchboard.opensForm(event, id)) {
            act(event, act -> switchboard.pressed(act, id, event.getMessage()));
        }
    }

    @Override
    public void onStringSelectInteraction(StringSelectInteractionEvent event) {
        Optional<CustomId> id = CustomId.parse(event.getCustomId());
        if (!switchboard.opensForm(event, id)) {
            act(event, act -> switchboard.chose(act, id, String.join("", event.getValues())));
        }
    }

    @Override
    public void onModalInteraction(ModalInteractionEvent event) {
        Optional<CustomId> id = CustomId.parse(event.getModalId());
        act(event, act -> switchboard.wrote(act, id, event));
    }

    private void act(IReplyCallback event, Consumer<Presses.Act> work) {
        Optional.ofNullable(event.getMember()).ifPresent(names::met);
        names.met(event.getUser());
        Answer answer = new Answer(event);
        timer.schedule(answer::putOff, PUT_OFF_AFTER_MILLIS, TimeUnit.MILLISECONDS);
        long channel = event.getChannelIdLong();
        Presses.Act act = new Presses.Act(
                channel,
                event.getIdLong(),
                Persons.of(event.getUser()),
                Optional.ofNullable(event.getMember()),
                event.getUserLocale().toLocale(),
                answer);
        boolean fits = queues.offer(channel, () -> {
            if (event.getContext() == InteractionContextType.PRIVATE_CHANNEL) {
                switchboard.opensAWay(act, message(event));
            }
            switchboard.safely(act, work);
        });
        if (!fits) {
            switchboard.tooMuch(act);
        }
    }

    /** The message that was pressed on. */
    private static Optional<Long> message(IReplyCallback event) {
        if (event instanceof ComponentInteraction component) {
            return Optional.of(component.getMessageIdLong());
        }
        return event instanceof ModalInteraction modal
                ? Optional.ofNullable(modal.getMessage()).map(Message::getIdLong)
                : Optional.empty();
    }
}
