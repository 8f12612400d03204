package org.turnstone.discord;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.channel.ChannelType;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import org.turnstone.prompts.PromptBook;
import org.turnstone.prompts.Text;
import org.turnstone.room.Input;
import org.turnstone.room.Marks;

/**
 * What those who manage a server have chosen beside its language, as it holds in its channels: how long a turn is by default,
 * where talks may be started, who may open circles, and how long what is quiet is kept. Threads may share it.
 */
final class ServerRules {
    private static final String FULL = "full";
    private static final String PRIVATE = "private";
    private static final String CHOSEN = "chosen";
    private static final String YES = "yes";
    private static final String NO = "no";
    private static final String HARD = "hard";
    private static final String MODERATORS = "moderators";

    private static final ServerSetting PACE = new Menu(
            "pace",
            Text.SETTINGS_PACE,
            List.of(
                    new Menu.Option("quick", Text.SETTINGS_PACE_QUICK),
                    new Menu.Option(FULL, Text.SETTINGS_PACE_FULL)));

    private static final ServerSetting WHERE = new Menu(
            "where",
            Text.SETTINGS_WHERE,
            List.of(
                    new Menu.Option("everywhere", Text.SETTINGS_WHERE_EVERYWHERE),
                    new Menu.Option(PRIVATE, Text.SETTINGS_WHERE_PRIVATE),
                    new Menu.Option(CHOSEN, Text.SETTINGS_WHERE_CHOSEN)));

    /** Another answer for each channel; it goes before what holds for the server. */
    private static final ServerSetting HERE =
            new Menu(
                    "here",
                    Text.SETTINGS_HERE,
                    List.of(
                            new Menu.Option("server", Text.SETTINGS_HERE_AS_THE_SERVER),
                            new Menu.Option(YES, Text.SETTINGS_HERE_YES),
                            new Menu.Option(NO, Text.SETTINGS_HERE_NO))) {
                @Override
                public String key(long channel) {
                    return key() + "/" + channel;
                }
            };

    private static final ServerSetting CIRCLES = new Menu(
            "circles",
            Text.SETTINGS_CIRCLES,
            List.of(
                    new Menu.Option("anyone", Text.SETTINGS_CIRCLES_ANYONE),
                    new Menu.Option(MODERATORS, Text.SETTINGS_CIRCLES_MODERATORS)));

    private static final ServerSetting KEEP = new Menu(
            "keep",
            Text.SETTINGS_KEEP,
            List.of(
                    new Menu.Option("always", Text.SETTINGS_KEEP_ALWAYS),
                    new Menu.Option("30", Text.SETTINGS_KEEP_A_MONTH),
                    new Menu.Option("7", Text.SETTINGS_KEEP_A_WEEK),
                    new Menu.Option("1", Text.SETTINGS_KEEP_A_DAY)));

    /** Asked only where whoever runs the bot lets the floor be held at all. */
    static final ServerSetting FLOOR = new Menu(
            "floor",
            Text.SETTINGS_FLOOR,
            List.of(
                    new Menu.Option("soft", Text.SETTINGS_FLOOR_SOFT),
                    new Menu.Option(HARD, Text.SETTINGS_FLOOR_HARD)));

    /** All others, in the order in which they are asked. */
    static final List<ServerSetting> ALL = List.of(PACE, WHERE, HERE, CIRCLES, KEEP);

    private final Marks marks;
    private final PromptBook book;

    /** @param book of any language: only the choices count */
    ServerRules(Marks marks, PromptBook book) {
        this.marks = marks;
        this.book = book;
    }

    private boolean is(GuildChannel channel, ServerSetting setting, String value) {
        return ServerSettings.chosen(marks, channel.getGuild().getIdLong(), channel.getIdLong(), setting, book)
                .filter(value::equals)
                .isPresent();
    }

    /** How long a talk is that somebody begins with {@code /turn start}. */
    Input.Asks.Length usualLength(GuildChannel channel) {
        return is(channel, PACE, FULL) ? Input.Asks.Length.LONGER : Input.Asks.Length.QUICK;
    }

    /** Whether a talk may be started in {@code channel}. */
    boolean allowsTalks(GuildChannel channel) {
        if (is(channel, HERE, YES) || is(channel, HERE, NO)) {
            return is(channel, HERE, YES);
        }
        return !is(channel, WHERE, CHOSEN) && (!is(channel, WHERE, PRIVATE) || isPrivate(channel));
    }

    /** Whether not everybody in the server can look in. */
    private static boolean isPrivate(GuildChannel channel) {
        boolean invited = channel.getType() == ChannelType.GUILD_PRIVATE_THREAD;
        return invited || !channel.getGuild().getPublicRole().hasPermission(channel, Permission.VIEW_CHANNEL);
    }

    /** Whether those who wait may be kept from writing, where both partners want it. */
    boolean holdsTheFloor(GuildChannel channel) {
        return is(channel, FLOOR, HARD);
    }

    /** Whether {@code member} may open a circle in {@code channel}, where talks are allowed. */
    boolean mayOpenCircles(Member member, GuildChannel channel) {
        return !is(channel, CIRCLES, MODERATORS) || member.hasPermission(channel, Permission.MESSAGE_MANAGE);
    }

    /** After how long a conversation in which nothing happens is forgotten; empty where it is kept. */
    Optional<Duration> keeps(GuildChannel channel) {
        return ServerSettings.chosen(marks, channel.getGuild().getIdLong(), channel.getIdLong(), KEEP, book)
                .filter(days -> days.matches("\\d+"))
                .map(days -> Duration.ofDays(Long.parseLong(days)));
    }

    /** A setting whose choices are texts of ours. Immutable. */
    private static class Menu implements ServerSetting {
        private record Option(String value, Text label) {}

        private final String key;
        private final Text question;
        private final List<Option> options;

        private Menu(String key, Text question, List<Option> options) {
            this.key = key;
            this.question = question;
            this.options = List.copyOf(options);
        }

        @Override
        public String key() {
            return key;
        }

        @Override
        public Text question() {
            return question;
        }

        @Override
        public List<Choice> choices(PromptBook book) {
            return options.stream()
                    .map(option -> new Choice(option.value(), book.text(option.label())))
                    .toList();
        }
    }
}
