package org.turnstone.discord;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.IntegrationType;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import org.turnstone.prompts.PromptBook;
import org.turnstone.prompts.Text;

/**
 * What Discord is told of the commands: {@code /turn} with its few parts, and one command on a message. Everything is said in
 * every language that is installed; Discord shows each person theirs.
 *
 * @param usual for whoever's language is not installed
 * @param others by Discord's names of languages
 */
record CommandWords(PromptBook usual, Map<DiscordLocale, PromptBook> others) {
    static CommandWords of(Surroundings around) {
        Map<DiscordLocale, PromptBook> others = new EnumMap<>(DiscordLocale.class);
        for (DiscordLocale locale : DiscordLocale.values()) {
            String language = locale.toLocale().getLanguage();
            if (locale != DiscordLocale.UNKNOWN && around.languages().contains(language)) {
                others.put(locale, around.books().apply(language));
            }
        }
        return new CommandWords(around.book(), others);
    }

    List<CommandData> all() {
        return List.of(turn(), readMyWords());
    }

    private CommandData turn() {
        return Commands.slash(TurnCommand.NAME, usual.text(Text.COMMAND_TURN))
                .setDescriptionLocalizations(in(Text.COMMAND_TURN))
                .setContexts(InteractionContextType.ALL)
                .setIntegrationTypes(IntegrationType.ALL)
                .addSubcommands(
                        asking(TurnCommand.START, Text.COMMAND_START),
                        asking(TurnCommand.TALK, Text.COMMAND_TALK),
                        circle(),
                        plain(TurnCommand.PAUSE, Text.COMMAND_PAUSE),
                        plain(TurnCommand.STOP, Text.COMMAND_STOP),
                        plain(TurnCommand.CHECK, Text.COMMAND_CHECK),
                        plain(TurnCommand.ME, Text.COMMAND_ME),
                        plain(TurnCommand.SETTINGS, Text.COMMAND_SETTINGS),
                        plain(TurnCommand.HELP, Text.COMMAND_HELP));
    }

    private SubcommandData plain(String name, Text description) {
        return new SubcommandData(name, usual.text(description)).setDescriptionLocalizations(in(description));
    }

    private SubcommandData asking(String name, Text description) {
        OptionData partner = option(OptionType.USER, TurnCommand.PARTNER, Text.COMMAND_PARTNER)
                .setRequired(true);
        return plain(name, description).addOptions(partner, topic());
    }

    private SubcommandData circle() {
        OptionData minutes = option(OptionType.INTEGER, CircleCommand.MINUTES, Text.COMMAND_MINUTES)
                .setRequiredRange(CircleCommand.SHORTEST, CircleCommand.LONGEST);
        return plain(CircleCommand.NAME, Text.COMMAND_CIRCLE)
                .addOptions(topic(), minutes, option(OptionType.USER, CircleCommand.CO_KEEPER, Text.COMMAND_COKEEPER));
    }

    private OptionData topic() {
        return option(OptionType.STRING, TurnCommand.TOPIC, Text.COMMAND_TOPIC).setMaxLength(TurnCommand.LONGEST_TOPIC);
    }

    private OptionData option(OptionType type, String name, Text description) {
        return new OptionData(type, name, usual.text(description)).setDescriptionLocalizations(in(description));
    }

    /** On one's own messages only; Discord offers it on every message, so another's gets a kind answer. */
    private CommandData readMyWords() {
        return Commands.message(usual.text(Text.COMMAND_READ_MY_WORDS))
                .setNameLocalizations(in(Text.COMMAND_READ_MY_WORDS))
                .setContexts(InteractionContextType.ALL)
                .setIntegrationTypes(IntegrationType.ALL);
    }

    private Map<DiscordLocale, String> in(Text text) {
        Map<DiscordLocale, String> words = new EnumMap<>(DiscordLocale.class);
        others.forEach((locale, book) -> words.put(locale, book.text(text)));
        return words;
    }
}
