package org.turnstone;

import org.turnstone.prompts.Text;
import org.turnstone.room.Help;

/** Makes the help of a step aside out of the prompt book and the help lines. Stateless; may be shared. */
final class HelpInWords {
    private HelpInWords() {}

    static Help of(Settings settings) {
        return (concern, country, book) -> String.join(
                "\n",
                book.text(Text.ASIDE_HEADING),
                book.text(Text.valueOf("ASIDE_" + concern.name())),
                book.text(Text.ASIDE_ROOM_SEES_A_PAUSE));
    }
}
