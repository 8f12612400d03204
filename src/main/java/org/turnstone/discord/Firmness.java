package org.turnstone.discord;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.channel.ChannelType;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import org.turnstone.floor.Person;
import org.turnstone.prompts.PromptBook;
import org.turnstone.prompts.Text;
import org.turnstone.room.Marks;
import org.turnstone.room.NotPlayed;

/**
 * Whether the floor can be held in a channel for these two, and what stands in the way. Discord lets owners and administrators
 * write whatever a channel says, so where one of the two is that it is held for neither. Threads may share it.
 */
final class Firmness {
    private static final String UNABLE = "unable";

    private final LongFunction<JDA> jda;
    private final Holding holding;
    private final ServerRules rules;
    private final Permits permits;
    private final Marks marks;

    Firmness(LongFunction<JDA> jda, Holding holding, ServerRules rules, Permits permits, Marks marks) {
        this.jda = jda;
        this.holding = holding;
        this.rules = rules;
        this.permits = permits;
        this.marks = marks;
    }

    /** Whether the server of {@code channel} chose that it may be held there. */
    boolean isChosen(long channel) {
        return holding == Holding.HARD
                && channel(channel).filter(rules::holdsTheFloor).isPresent();
    }

    private Optional<GuildChannel> channel(long channel) {
        return Optional.ofNullable(jda.apply(channel).getGuildChannelById(channel));
    }

    /**
     * Why it cannot be held for these two, in words that name neither; empty where it can.
     *
     * @throws NotPlayed where Discord does not say who they are
     */
    Optional<String> obstacle(long channel, Collection<Person> two, PromptBook book) {
        GuildChannel where = channel(channel).orElseThrow(() -> new NotPlayed("channel " + channel + " is gone"));
        if (where.getType() != ChannelType.TEXT) {
            return Optional.of(book.text(Text.HOLD_ONLY_IN_CHANNELS));
        }
        List<Permission> missing = missing(where);
        if (!missing.isEmpty()) {
            return Optional.of(book.text(Text.PERMISSION_MISSING, Map.of("names", names(missing))));
        }
        boolean above = two.stream().anyMatch(person -> isAbove(where, person));
        return above ? Optional.of(book.text(Text.HOLD_NOT_FOR_BOTH)) : Optional.empty();
    }

    private static boolean isAbove(GuildChannel where, Person person) {
        Member member = Rest.await(where.getGuild().retrieveMemberById(Persons.id(person)));
        return member.isOwner() || member.hasPermission(Permission.ADMINISTRATOR);
    }

    /** Only what the bot may do itself can it keep others from doing. */
    private static List<Permission> missing(GuildChannel where) {
        return Stream.concat(
                        Stream.of(Permission.VIEW_CHANNEL, Permission.MANAGE_PERMISSIONS), Overwrite.WITHHELD.stream())
                .filter(p -> !where.getGuild().getSelfMember().hasPermission(where, p))
                .toList();
    }

    private static String names(List<Permission> permissions) {
        return permissions.stream().map(Permission::getName).collect(Collectors.joining(", "));
    }

    /**
     * Whether overwrites can be changed in {@code channel} now: nothing is asked of Discord in vain. Where somebody waits to
     * be given back what they had, whoever owns the server is told, once, what is missing.
     */
    boolean isAble(long channel, Set<Long> toRestore) {
        Optional<GuildChannel> where = channel(channel);
        if (where.isEmpty()) {
            return false;
        }
        List<Permission> missing = missing(where.get());
        if (missing.isEmpty()) {
            told(channel).ifPresent(names -> marks.remove(Persons.channel(channel), UNABLE));
            return true;
        }
        if (!toRestore.isEmpty() && told(channel).isEmpty()) {
            marks.put(Persons.channel(channel), UNABLE, names(missing));
            permits.tell(where.get(), names(missing));
        }
        return false;
    }

    private Optional<String> told(long channel) {
        return marks.get(Persons.channel(channel), UNABLE);
    }
}
