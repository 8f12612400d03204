package org.turnstone.discord;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.radiogroup.RadioGroup;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.modals.Modal;
import org.turnstone.floor.Block;
import org.turnstone.floor.Move;
import org.turnstone.prompts.PromptBook;
import org.turnstone.prompts.Text;
import org.turnstone.room.Input;
import org.turnstone.safety.SetUpCheck.Answer;
import org.turnstone.safety.SetUpCheck.Question;

/**
 * The forms in which words are written, and what they mean when they come back.
 *
 * @param book of the one who writes
 */
record Forms(PromptBook book) {
    /** The kind of a form for a move's words. */
    static final String WORDS = "words";

    /** The kind of the form with set-up's private questions. */
    static final String CHECK = "check";

    /** The one field. */
    static final String FIELD = "words";

    private static final String TURN = "turn";
    private static final String OWN_BLOCK = "block";
    private static final String DRAFT = "draft";
    private static final int MOST_FULL = 10;
    private static final int TITLE = 45;
    private static final int DESCRIPTION = 100;

    /** Twice this, should every character need a backslash, still makes two posts. */
    private static final int LONGEST = 1_800;

    /** Empty where the move needs no words. */
    Optional<Modal> about(Move move) {
        return Optional.ofNullable(
                switch (move) {
                    case TRY_AGAIN -> form(move, Text.TRY_AGAIN_QUESTION);
                    case APPRECIATE -> form(move, Text.APPRECIATION_QUESTION);
                    case NEXT_STEP -> form(move, Text.NEXT_STEP_QUESTION);
                    case PARK -> form(move, Text.PARK_QUESTION);
                    case ONE_LINE -> form(move, Text.ONE_LINE_QUESTION);
                    case FLOODING -> flooding();
                    default -> null;
                });
    }

    private Modal form(Move move, Text question) {
        return form(move.label(), book.label(move), question);
    }

    private Modal flooding() {
        StringSelectMenu.Builder levels = StringSelectMenu.create(FIELD);
        for (int level = 0; level <= MOST_FULL; level++) {
            String label = level == 0
                    ? book.text(Text.FLOODING_LOWEST)
                    : level == MOST_FULL ? book.text(Text.FLOODING_HIGHEST) : "" + level;
            levels.addOption(label, "" + level);
        }
        String title = cut(book.label(Move.FLOODING), TITLE);
        return Modal.create(CustomId.of(WORDS, Move.FLOODING.label()), title)
                .addComponents(Label.of(title, cut(book.text(Text.FLOODING_QUESTION), DESCRIPTION), levels.build()))
                .build();
    }

    /** The private questions that follow where nobody else sees the screen, each with yes and no and neither chosen. */
    Modal check() {
        List<Label> questions = new ArrayList<>();
        for (Question question : Question.values()) {
            if (question != Question.SCREEN_SEEN) {
                questions.add(question(question));
            }
        }
        return Modal.create(CustomId.of(CHECK), cut(book.text(Text.WEB_SET_UP), TITLE))
                .addComponents(questions)
                .build();
    }

    private Label question(Question question) {
        Map<String, String> place =
                Map.of("number", Integer.toString(question.ordinal() + 1), "count", "" + Question.values().length);
        RadioGroup answers = RadioGroup.create(question.name())
                .addOption(book.text(Text.CHECK_YES), Answer.YES.name())
                .addOption(book.text(Text.CHECK_NO), Answer.NO.name())
                .setRequired(true)
                .build();
        String text = book.text(Text.valueOf("CHECK_" + question.name()));
        return Label.of(book.text(Text.WEB_STEP, place), cut(text, DESCRIPTION), answers);
    }

    /** What was answered in it. */
    static Map<Question, Answer> answers(Function<String, Optional<String>> fields) {
        Map<Question, Answer> answers = new EnumMap<>(Question.class);
        for (Question question : Question.values()) {
            fields.apply(question.name())
                    .filter(answer -> answer.equals("YES") || answer.equals("NO"))
                    .ifPresent(answer -> answers.put(question, Answer.valueOf(answer)));
        }
        return answers;
    }

    /** For a turn's words, where they are not read in the channel. */
    Modal turn() {
        return form(TURN, book.text(Text.WRITE_HERE), Text.TURN_QUESTION);
    }

    Modal ownBlock() {
        return form(OWN_BLOCK, book.text(Text.BLOCK_OWN_WORDS), Text.BLOCK_QUESTION);
    }

    /** For a draft that is read to its writer and shown to nobody. */
    Modal draft(Optional<String> before) {
        return form(DRAFT, book.text(Text.COMMAND_CHECK), Text.DRAFT_QUESTION, before);
    }

    static boolean isDraft(String what) {
        return what.equals(DRAFT);
    }

    private Modal form(String what, String title, Text question) {
        return form(what, title, question, Optional.empty());
    }

    /** @param before what stands in it already */
    private Modal form(String what, String title, Text question, Optional<String> before) {
        TextInput field = TextInput.create(FIELD, TextInputStyle.PARAGRAPH)
                .setRequired(true)
                .setMaxLength(LONGEST)
                .setValue(before.map(text -> text.substring(0, Math.min(text.length(), LONGEST)))
                        .orElse(null))
                .build();
        return Modal.create(CustomId.of(WORDS, what), cut(title, TITLE))
                .addComponents(Label.of(cut(title, TITLE), cut(book.text(question), DESCRIPTION), field))
                .build();
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "\u2026";
    }

    /** What a form that came back means; empty for one that is not known any more. */
    static Optional<Input> input(String what, String words) {
        if (what.equals(TURN)) {
            return Optional.of(new Input.Wrote(words, Optional.empty()));
        }
        if (what.equals(Move.FLOODING.label())) {
            return words.matches("\\d|10")
                    ? Optional.of(new Input.Measures(Integer.parseInt(words)))
                    : Optional.empty();
        }
        if (what.equals(OWN_BLOCK)) {
            return Optional.of(new Input.Names(Block.What.OWN_WORDS, Optional.of(words)));
        }
        return Moves.named(what).map(move -> new Input.WroteFor(move, words));
    }
}
