package org.turnstone.discord;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import net.dv8tion.jda.api.exceptions.InsufficientPermissionException;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.restaction.MessageCreateAction;
import net.dv8tion.jda.api.utils.TimeUtil;
import org.turnstone.prompts.PromptBook;
import org.turnstone.room.NotPlayed;
import org.turnstone.room.RoomStore.Owed;

/**
 * Posts each owed effect once. Discord's nonce guards a second try for the past few minutes; whatever may have been tried
 * longer ago, or before this process began, is first looked for among our own posts. Threads may share one.
 */
final class Posts {
    /** Two clocks never agree quite. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    /** The nonce is remembered for "the past few minutes"; this is safely within them. */
    private static final Duration NONCE_HOLDS = Duration.ofMinutes(2);

    private static final int PAGE = 100;
    private static final int PAGES = 10;

    private final LongFunction<JDA> jda;
    private final Tags tags;
    private final Permits permits;
    private final Threads threads;
    private final Clock clock;
    private final Instant began;
    private final Set<Long> tried = ConcurrentHashMap.newKeySet();
    private final Map<Long, Long> newest = new ConcurrentHashMap<>();

    Posts(LongFunction<JDA> jda, Tags tags, Permits permits, Threads threads, Clock clock) {
        this.jda = jda;
        this.tags = tags;
        this.permits = permits;
        this.threads = threads;
        this.clock = clock;
        this.began = clock.instant();
    }

    /** The channel, while we can see it. */
    MessageChannel channel(long id) {
        return Optional.ofNullable(jda.apply(id).getChannelById(MessageChannel.class, id))
                .orElseThrow(() -> new NotPlayed("channel " + id + " is gone, or closed to the bot"));
    }

    /** Something was posted in a channel, by anyone. */
    void appeared(long channel, long message) {
        newest.merge(channel, message, Math::max);
    }

    /** Whether nothing stands below {@code message}; no when unknown. */
    boolean isNewest(long channel, long message) {
        return newest.getOrDefault(channel, Long.MAX_VALUE) <= message;
    }

    /** Posts {@code text} as what {@code owed} says, in as many messages as it takes, each with the standing button. */
    void say(Owed owed, String text, PromptBook book) {
        Rows rows = new Rows(book);
        long channel = Persons.channelOf(owed.room());
        List<String> parts = Pages.of(text);
        for (int part = 0; part < parts.size(); part++) {
            String tag = tags.of(owed, part);
            String content = parts.get(part);
            once(owed, channel, tag, () -> post(channel, tag, content, rows.justForMe(tag)));
        }
        tried.remove(owed.id());
    }

    /** The message that plays {@code owed}: one found that an earlier try left, or a new one. */
    long once(Owed owed, long channel, String tag, Supplier<Long> post) {
        threads.open(channel);
        Optional<Long> found = mayHaveBeenTried(owed) ? find(channel, tag, owed.since()) : Optional.empty();
        tried.add(owed.id());
        return found.orElseGet(post);
    }

    String tag(Owed owed) {
        return tags.of(owed, 0);
    }

    private boolean mayHaveBeenTried(Owed owed) {
        boolean old = owed.since().plus(NONCE_HOLDS).isBefore(clock.instant());
        return old || owed.since().isBefore(began) || tried.contains(owed.id());
    }

    private long post(long channel, String tag, String text, MessageTopLevelComponent button) {
        return send(
                channel, tag, to -> to.sendMessage(text).setSuppressEmbeds(true).setComponents(button));
    }

    /** Posts a card of several parts, without a notification. */
    long card(long channel, String tag, List<MessageTopLevelComponent> parts) {
        return send(
                channel,
                tag,
                to -> to.sendMessageComponents(parts).useComponentsV2().setSuppressedNotifications(true));
    }

    private long send(long channel, String tag, Function<MessageChannel, MessageCreateAction> what) {
        try {
            Message message =
                    Rest.await(what.apply(channel(channel)).setNonce(tag).setAllowedMentions(Set.of()));
            appeared(channel, message.getIdLong());
            permits.held(channel);
            return message.getIdLong();
        } catch (NotPlayed e) {
            permits.refused(channel, e);
            throw e;
        } catch (InsufficientPermissionException e) {
            throw permits.lost(channel, e);
        }
    }

    /** Changes a card of ours; no where it is gone. */
    boolean edit(long channel, long message, List<MessageTopLevelComponent> parts) {
        threads.open(channel);
        try {
            Rest.await(channel(channel)
                    .editMessageComponentsById(message, parts)
                    .useComponentsV2()
                    .setAllowedMentions(Set.of()));
            return true;
        } catch (NotPlayed e) {
            if (Rest.is(e, ErrorResponse.UNKNOWN_MESSAGE)) {
                return false;
            }
            throw e;
        } catch (InsufficientPermissionException e) {
            throw permits.lost(channel, e);
        }
    }

    void delete(long channel, long message) {
        try {
            Rest.await(channel(channel).deleteMessageById(message));
        } catch (NotPlayed e) {
            if (!Rest.is(e, ErrorResponse.UNKNOWN_MESSAGE)) {
                throw e;
            }
        }
    }

    private Optional<Long> find(long channel, String tag, Instant since) {
        long after = TimeUtil.getDiscordTimestamp(since.minus(SKEW).toEpochMilli());
        for (Message message : after(channel, after)) {
            boolean ours = message.getAuthor().getIdLong()
                    == jda.apply(channel).getSelfUser().getIdLong();
            if (ours && tags(message).contains(tag)) {
                return Optional.of(message.getIdLong());
            }
        }
        return Optional.empty();
    }

    private static List<String> tags(Message message) {
        return message.getComponentTree().findAll(Button.class).stream()
                .flatMap(button -> Optional.ofNullable(button.getCustomId()).stream())
                .flatMap(id -> CustomId.parse(id).stream())
                .filter(id -> id.what().equals(Rows.JUST_FOR_ME))
                .map(id -> id.argument(0))
                .toList();
    }

    /** What was posted after {@code message}, oldest first. */
    List<Message> after(long channel, long message) {
        List<Message> all = new ArrayList<>();
        long from = message;
        for (int page = 0; page < PAGES; page++) {
            List<Message> newestFirst = page(channel, from);
            for (int i = newestFirst.size() - 1; i >= 0; i--) {
                all.add(newestFirst.get(i));
            }
            if (newestFirst.size() < PAGE) {
                break;
            }
            from = newestFirst.get(0).getIdLong();
        }
        all.forEach(m -> appeared(channel, m.getIdLong()));
        return all;
    }

    private List<Message> page(long channel, long after) {
        try {
            return Rest.await(channel(channel).getHistoryAfter(after, PAGE)).getRetrievedHistory();
        } catch (InsufficientPermissionException e) {
            throw permits.lost(channel, e);
        }
    }
}
