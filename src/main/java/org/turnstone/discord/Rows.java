package org.turnstone.discord;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.buttons.ButtonStyle;
import net.dv8tion.jda.api.components.selections.SelectOption;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import org.turnstone.floor.Move;
import org.turnstone.prompts.PromptBook;
import org.turnstone.prompts.Text;

/**
 * Rows of buttons in one language.
 *
 * @param book what stands on them
 */
record Rows(PromptBook book) {
    /** The standing button's kind. */
    static final String JUST_FOR_ME = "me";

    /** A move's kind. */
    static final String MOVE = "do";

    /** The kind of the button that opens a form for a turn's words. */
    static final String WRITE = "write";

    private static final int IN_A_ROW = 5;
    private static final int ROWS = 5;
    static final int IN_A_MENU = 25;

    /** What moves the talk on stands out; the words say the same without the colour. */
    private static final Set<Move> ONWARD = EnumSet.of(
            Move.ASK,
            Move.HERE,
            Move.PASS,
            Move.LEAN_YES,
            Move.REPLY_DONE,
            Move.THATS_IT,
            Move.NOW_YOU,
            Move.GO_ON,
            Move.NEXT_STEP);

    /** The standing button, on every post alike. */
    MessageTopLevelComponent justForMe(String tag) {
        return ActionRow.of(Button.secondary(CustomId.of(JUST_FOR_ME, tag), book.text(Text.JUST_FOR_ME)));
    }

    Button move(Move move, String... arguments) {
        List<String> all = new ArrayList<>(List.of(move.label()));
        all.addAll(List.of(arguments));
        ButtonStyle style = ONWARD.contains(move) ? ButtonStyle.PRIMARY : ButtonStyle.SECONDARY;
        return Button.of(style, CustomId.of(MOVE, all.toArray(String[]::new)), book.label(move));
    }

    /** A menu, or several where there is more to choose from than one can hold. */
    static List<MessageTopLevelComponent> menus(String what, String argument, List<SelectOption> options) {
        List<MessageTopLevelComponent> menus = new ArrayList<>();
        for (int from = 0; from < options.size(); from += IN_A_MENU) {
            String id = CustomId.of(what, argument, "" + from);
            menus.add(ActionRow.of(StringSelectMenu.create(id)
                    .addOptions(options.subList(from, Math.min(options.size(), from + IN_A_MENU)))
                    .build()));
        }
        return menus;
    }

    /** As many rows as it takes, five at most. */
    static List<MessageTopLevelComponent> of(List<Button> buttons) {
        List<MessageTopLevelComponent> rows = new ArrayList<>();
        for (int from = 0; from < buttons.size() && rows.size() < ROWS; from += IN_A_ROW) {
            rows.add(ActionRow.of(buttons.subList(from, Math.min(buttons.size(), from + IN_A_ROW))));
        }
        return rows;
    }
}
