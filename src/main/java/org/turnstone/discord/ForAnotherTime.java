package org.turnstone.discord;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.selections.SelectOption;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import org.turnstone.floor.Words;
import org.turnstone.prompts.PromptBook;
import org.turnstone.prompts.Text;
import org.turnstone.room.Input;
import org.turnstone.room.Rooms;

/**
 * A couple's list of topics for another time, shown to either of them alone, who may take one up or let it go. Threads may
 * share it.
 */
final class ForAnotherTime {
    /** The kind of its menu and buttons. */
    static final String TOPIC = "topic";

    private static final String TAKE_UP = "up";
    private static final String LET_GO = "go";

    private final Rooms rooms;
    private final Places places;
    private final Tags tags;

    ForAnotherTime(Rooms rooms, Places places, Tags tags) {
        this.rooms = rooms;
        this.places = places;
        this.tags = tags;
    }

    /** The list as a menu; nothing for whoever is no party to it, or where there is none. */
    List<MessageTopLevelComponent> rows(Presses.Act act, PromptBook book) {
        List<SelectOption> options = topics(act)
                .flatMap(topic -> rooms.text(topic).stream()
                        .map(text -> SelectOption.of(Asks.shortened(Plain.oneLine(text)), tag(topic))))
                .toList();
        if (options.isEmpty()) {
            return List.of();
        }
        List<MessageTopLevelComponent> rows = new ArrayList<>(List.of(TextDisplay.of(book.text(Text.WEB_PARKED))));
        rows.addAll(Rows.menus(TOPIC, "", options));
        return rows;
    }

    private Stream<Words> topics(Presses.Act act) {
        return places.room(act.channel()).flatMap(rooms::conversation).stream()
                .filter(c -> c.circle().has(act.who()))
                .flatMap(c -> c.ledger().parked().stream());
    }

    private String tag(Words topic) {
        return tags.of("topic/" + topic.ref());
    }

    private Optional<Words> topic(Presses.Act act, String tag) {
        return topics(act).filter(topic -> tag(topic).equals(tag)).findFirst();
    }

    /** Asks, alone, what is to become of the topic that somebody chose; empty where it is not on the list any more. */
    Optional<Asks.Question> about(Presses.Act act, String tag, PromptBook book) {
        return topic(act, tag)
                .flatMap(rooms::text)
                .map(text -> new Asks.Question(
                        Plain.quoted(text),
                        Rows.of(List.of(
                                button(TAKE_UP, tag, Text.WEB_TAKE_UP, book),
                                button(LET_GO, tag, Text.WEB_LET_GO, book)))));
    }

    private static Button button(String what, String tag, Text label, PromptBook book) {
        return Button.secondary(CustomId.of(TOPIC, what, tag), book.text(label));
    }

    /** What a press on one of its buttons is; empty where the topic is not on the list any more. */
    Optional<Input> pressed(Presses.Act act, String what, String tag) {
        return topic(act, tag)
                .map(topic -> what.equals(TAKE_UP) ? new Input.TakesUp(topic.ref()) : new Input.LetsGo(topic.ref()));
    }
}
