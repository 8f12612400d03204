package org.turnstone.discord;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.filedisplay.FileDisplay;
import net.dv8tion.jda.api.utils.FileUpload;
import org.turnstone.floor.Person;
import org.turnstone.prompts.PromptBook;
import org.turnstone.prompts.Text;
import org.turnstone.room.HeldJson;
import org.turnstone.room.Holdings;
import org.turnstone.room.Scribe;

/** What is held of somebody: theirs to have as a file, to be forgotten, and their consent to take back. Threads may share it. */
final class OwnData {
    /** The kind of its buttons. */
    static final String DATA = "data";

    private static final String GIVE = "give";
    private static final String WITHDRAW = "withdraw";
    private static final String FORGET = "forget";
    private static final String FORGET_NOW = "gone";
    private static final String FILE = "turnstone-my-data.json";

    private final Holdings holdings;
    private final Places places;
    private final Names names;
    private final Scribe scribe;
    private final Clock clock;

    OwnData(Holdings holdings, Places places, Names names, Scribe scribe, Clock clock) {
        this.holdings = holdings;
        this.places = places;
        this.names = names;
        this.scribe = scribe;
        this.clock = clock;
    }

    static List<Button> buttons(PromptBook book) {
        return List.of(
                Button.secondary(CustomId.of(DATA, GIVE), book.text(Text.MY_DATA)),
                Button.secondary(CustomId.of(DATA, WITHDRAW), book.text(Text.MY_CONSENT_BACK)),
                Button.danger(CustomId.of(DATA, FORGET), book.text(Text.FORGET_ME)));
    }

    void press(Presses.Act act, String what) {
        PromptBook book = scribe.book(act.who());
        switch (what) {
            case GIVE -> give(act, book);
            case WITHDRAW -> {
                holdings.withdraw(act.who(), clock.instant());
                act.answer().say(book.text(Text.MY_CONSENT_TAKEN_BACK), List.of());
            }
            case FORGET_NOW -> forget(act, book);
            default -> {
                Button now = Button.danger(CustomId.of(DATA, FORGET_NOW), book.text(Text.FORGET_ME_NOW));
                act.answer().say(book.text(Text.FORGET_ME_SURE), Rows.of(List.of(now)));
            }
        }
    }

    private void give(Presses.Act act, PromptBook book) {
        String json = HeldJson.write(holdings.of(act.who()), clock.instant());
        FileUpload file = FileUpload.fromData(json.getBytes(StandardCharsets.UTF_8), FILE);
        act.answer().say(book.text(Text.MY_DATA_HERE), List.of(FileDisplay.fromFile(file)));
    }

    /** The answer is in the language that they had chosen: from here on nothing of them is known. */
    private void forget(Presses.Act act, PromptBook book) {
        Person who = act.who();
        holdings.forget(who, clock.instant());
        places.forget(who);
        names.forget(who);
        act.answer().change(book.text(Text.FORGOTTEN), List.of());
    }
}
