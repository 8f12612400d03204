package org.turnstone.discord;

import java.util.Locale;
import java.util.Optional;
import java.util.function.LongFunction;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import org.turnstone.prompts.PromptBook;
import org.turnstone.room.NotPlayed;

/** In which language a channel reads: the one chosen for its server, or the usual one. Threads may share it. */
final class Languages {
    private final LongFunction<JDA> jda;
    private final Surroundings around;
    private final ServerSetting setting;

    Languages(LongFunction<JDA> jda, Surroundings around) {
        this.jda = jda;
        this.around = around;
        this.setting = new ServerSettings.Language(around.languages(), around.language());
    }

    ServerSetting setting() {
        return setting;
    }

    /** What everyone in {@code channel} reads. */
    PromptBook book(long channel) {
        return server(channel)
                .flatMap(server -> ServerSettings.chosen(around.marks(), server, channel, setting, around.book()))
                .map(around.books())
                .orElseGet(around::book);
    }

    private Optional<Long> server(long channel) {
        try {
            return Optional.ofNullable(jda.apply(channel).getGuildChannelById(channel))
                    .map(GuildChannel::getGuild)
                    .map(guild -> guild.getIdLong());
        } catch (NotPlayed e) {
            return Optional.empty();
        }
    }

    /** A language by its own name: {@code español}. */
    static String name(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        return locale.getDisplayLanguage(locale);
    }
}
