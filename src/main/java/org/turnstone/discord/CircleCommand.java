package org.turnstone.discord;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.entities.User;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import org.turnstone.floor.Gathering;
import org.turnstone.floor.Person;
import org.turnstone.prompts.PromptBook;
import org.turnstone.prompts.Text;
import org.turnstone.room.Input;

/**
 * {@code /turn circle}: somebody opens a circle in a channel and keeps it. Everything that they choose is said there before
 * anyone comes in. Threads may share it.
 */
final class CircleCommand {
    static final String NAME = "circle";
    static final String CO_KEEPER = "cokeeper";
    static final String MINUTES = "minutes";

    /** Shorter than three turns it is not a circle. */
    static final int SHORTEST = 15;

    /** Longer than this nobody listens any more. */
    static final int LONGEST = 180;

    private final Places places;
    private final Presses presses;
    private final ServerRules rules;
    private final CircleTimes times;

    CircleCommand(Places places, Presses presses, ServerRules rules, CircleTimes times) {
        this.places = places;
        this.presses = presses;
        this.rules = rules;
        this.times = times;
    }

    void take(Presses.Act act, SlashCommandInteractionEvent event) {
        PromptBook book = presses.book(act.who());
        Optional<String> refusal = refusal(event, book);
        if (refusal.isPresent()) {
            act.answer().say(refusal.get(), List.of());
            return;
        }
        Optional<String> room =
                places.openCircle(act.channel(), act.who(), coKeeper(event), gathering(act, event), act.event());
        if (room.isEmpty()) {
            act.answer().say(book.text(Text.ROOM_BUSY), List.of());
            return;
        }
        Optional<String> topic = Optional.ofNullable(event.getOption(TurnCommand.TOPIC, OptionMapping::getAsString))
                .filter(Plain::isVisible);
        presses.take(act, room.get(), new Input.Asks(Input.Asks.Length.LONGER, topic));
    }

    private static Optional<Person> coKeeper(SlashCommandInteractionEvent event) {
        return Optional.ofNullable(event.getOption(CO_KEEPER, OptionMapping::getAsUser))
                .filter(user -> !user.equals(event.getUser()))
                .map(Persons::of);
    }

    private Gathering gathering(Presses.Act act, SlashCommandInteractionEvent event) {
        List<Person> first = new ArrayList<>(List.of(act.who()));
        coKeeper(event).ifPresent(first::add);
        Duration length = Optional.ofNullable(event.getOption(MINUTES, OptionMapping::getAsInt))
                .map(m -> Duration.ofMinutes(Math.max(SHORTEST, Math.min(LONGEST, m))))
                .orElse(times.length());
        return Gathering.open(first, times.turn(), length);
    }

    private Optional<String> refusal(SlashCommandInteractionEvent event, PromptBook book) {
        if (event.getGuild() == null) {
            return Optional.of(book.text(Text.CIRCLES_NEED_A_SERVER));
        }
        if (event.getGuild().isDetached()) {
            return Optional.of(book.text(Text.NOT_IN_THIS_SERVER));
        }
        User other = event.getOption(CO_KEEPER, OptionMapping::getAsUser);
        if (other != null && (other.isBot() || other.isSystem())) {
            return Optional.of(book.text(Text.PARTNER_IS_A_BOT));
        }
        if (!rules.allowsTalks(event.getGuildChannel())) {
            return Optional.of(book.text(Text.NOT_IN_THIS_CHANNEL));
        }
        if (!rules.mayOpenCircles(event.getMember(), event.getGuildChannel())) {
            return Optional.of(book.text(Text.CIRCLES_ARE_OPENED_BY_OTHERS));
        }
        return TurnCommand.missing(event.getGuildChannel(), book);
    }
}
