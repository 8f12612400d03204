package org.turnstone.discord;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import org.turnstone.prompts.PromptBook;
import org.turnstone.prompts.Text;
import org.turnstone.room.Marks;
import org.turnstone.room.Scribe;

/** {@code /turn settings}: what those who manage a server choose for it. Threads may share it. */
final class ServerSettings {
    /** The kind of its menus. */
    static final String SETTING = "server";

    private final List<ServerSetting> all;
    private final Marks marks;
    private final Scribe scribe;

    ServerSettings(List<ServerSetting> all, Marks marks, Scribe scribe) {
        this.all = List.copyOf(all);
        this.marks = marks;
        this.scribe = scribe;
    }

    /** What was chosen for a server, or one of its channels; empty where nothing was, or nothing that can still be chosen. */
    static Optional<String> chosen(Marks marks, long server, long channel, ServerSetting setting, PromptBook book) {
        return marks.get(place(server), setting.key(channel))
                .filter(value ->
                        setting.choices(book).stream().anyMatch(c -> c.value().equals(value)));
    }

    private static String place(long server) {
        return "discord:server/" + server;
    }

    void show(Presses.Act act) {
        PromptBook book = scribe.book(act.who());
        managed(act)
                .ifPresentOrElse(
                        server -> act.answer()
                                .say(book.text(Text.SETTINGS_FOR_THIS_SERVER), menus(server, act.channel(), book)),
                        () -> act.answer().say(book.text(Text.SETTINGS_ARE_FOR_OTHERS), List.of()));
    }

    /** The server, where whoever acts may manage it. */
    private static Optional<Long> managed(Presses.Act act) {
        return act.member()
                .filter(m -> m.hasPermission(Permission.MANAGE_SERVER))
                .map(m -> m.getGuild().getIdLong());
    }

    private List<MessageTopLevelComponent> menus(long server, long channel, PromptBook book) {
        List<MessageTopLevelComponent> rows = new ArrayList<>();
        for (ServerSetting setting : all) {
            List<ServerSetting.Choice> choices = setting.choices(book);
            if (choices.size() > 1) {
                rows.add(TextDisplay.of(book.text(setting.question())));
                String now = chosen(marks, server, channel, setting, book)
                        .orElse(choices.get(0).value());
                rows.add(ActionRow.of(menu(setting.key(), choices, now)));
            }
        }
        return rows;
    }

    private static StringSelectMenu menu(String key, List<ServerSetting.Choice> choices, String now) {
        StringSelectMenu.Builder menu = StringSelectMenu.create(CustomId.of(SETTING, key));
        choices.forEach(c -> menu.addOption(Asks.shortened(c.label()), c.value()));
        return menu.setDefaultValues(now).build();
    }

    void choose(Presses.Act act, String key, String value) {
        PromptBook book = scribe.book(act.who());
        Optional<Long> server = managed(act);
        Optional<ServerSetting> known = all.stream()
                .filter(s -> s.key().equals(key))
                .filter(s -> s.choices(book).stream().anyMatch(c -> c.value().equals(value)))
                .findFirst();
        if (server.isEmpty() || known.isEmpty()) {
            act.answer().say(book.text(Text.SETTINGS_ARE_FOR_OTHERS), List.of());
            return;
        }
        marks.put(place(server.get()), known.get().key(act.channel()), value);
        String text = book.text(Text.SETTINGS_FOR_THIS_SERVER);
        act.answer().change(text, menus(server.get(), act.channel(), book));
    }

    /** In which language everyone reads what is posted in a server's channels. */
    record Language(List<String> languages, String usual) implements ServerSetting {
        @Override
        public String key() {
            return "language";
        }

        @Override
        public Text question() {
            return Text.SETTINGS_LANGUAGE;
        }

        @Override
        public List<Choice> choices(PromptBook book) {
            List<String> tags = new ArrayList<>(List.of(usual));
            languages.stream().filter(tag -> !tag.equals(usual)).forEach(tags::add);
            return tags.stream()
                    .map(tag -> new Choice(tag, Languages.name(tag)))
                    .toList();
        }
    }
}
