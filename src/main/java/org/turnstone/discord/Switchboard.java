package org.turnstone.discord;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import net.dv8tion.jda.api.components.Component;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.interactions.modals.ModalMapping;
import net.dv8tion.jda.api.modals.Modal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.turnstone.floor.Block;
import org.turnstone.floor.Conversation;
import org.turnstone.floor.Move;
import org.turnstone.floor.Person;
import org.turnstone.prompts.PromptBook;
import org.turnstone.prompts.Text;
import org.turnstone.room.Input;
import org.turnstone.room.NotPlayed;

/** Connects each button, menu and form to what it is for. Threads may share it. */
final class Switchboard {
    private static final Logger LOG = LoggerFactory.getLogger(Switchboard.class);

    private final Presses presses;
    private final Refusals refusals;
    private final SetUp setUp;
    private final Wishes wishes;
    private final HoldAsk hold;
    private final ForAnotherTime later;
    private final OwnData ownData;
    private final Drafts drafts;
    private final ServerSettings settings;
    private final Ways ways;
    private final Clock clock;

    Switchboard(
            Presses presses,
            Refusals refusals,
            SetUp setUp,
            Wishes wishes,
            HoldAsk hold,
            ForAnotherTime later,
            OwnData ownData,
            Drafts drafts,
            ServerSettings settings,
            Ways ways,
            Clock clock) {
        this.presses = presses;
        this.refusals = refusals;
        this.setUp = setUp;
        this.wishes = wishes;
        this.hold = hold;
        this.later = later;
        this.ownData = ownData;
        this.drafts = drafts;
        this.settings = settings;
        this.ways = ways;
        this.clock = clock;
    }

    /** Whatever goes wrong, they hear that it was not them. */
    void safely(Presses.Act act, Consumer<Presses.Act> work) {
        try {
            work.accept(act);
        } catch (RuntimeException e) {
            LOG.error("A press could not be taken in: {}", Rest.name(e));
            act.answer().say(presses.book(act.who()).text(Text.SOMETHING_WENT_WRONG), List.of());
        }
    }

    /** More is pressed in a channel than can wait: it is not taken in, and they are told so at once. */
    void tooMuch(Presses.Act act) {
        LOG.warn("More is pressed in a channel than can wait; a press was refused.");
        act.answer().refuse(presses.book(act.who()).text(Text.SOMETHING_WENT_WRONG));
    }

    /** Where the bot is not, what was owed is said through whatever somebody does next. */
    void opensAWay(Presses.Act act, Optional<Long> on) {
        try {
            ways.opened(act.channel(), act.answer().hold(), on);
            presses.plays(act.channel());
        } catch (NotPlayed e) {
            LOG.warn("Nothing can be said through a press: {}", Rest.name(e));
        }
    }

    Modal draft(Person who) {
        return new Forms(presses.book(who)).draft(Optional.empty());
    }

    /** A form has to be the first answer, so it is opened at once; what it may do is decided when it comes back. */
    boolean opensForm(ButtonInteractionEvent event, Optional<CustomId> id) {
        Forms forms = new Forms(presses.book(Persons.of(event.getUser())));
        Optional<Modal> form = id.flatMap(i -> form(i, event.getMessage(), forms));
        form.ifPresent(f -> event.replyModal(f).queue(done -> {}, failed -> {}));
        return form.isPresent();
    }

    private static Optional<Modal> form(CustomId id, Message on, Forms forms) {
        return switch (id.what()) {
            case Rows.WRITE -> Optional.of(forms.turn());
            case Drafts.CHANGE -> Optional.of(forms.draft(Drafts.in(on)));
            case SetUp.STEP -> Optional.of(id).filter(SetUp::opensForm).map(i -> forms.check());
            case Rows.MOVE -> Moves.named(id.argument(0)).flatMap(forms::about);
            default -> Optional.empty();
        };
    }

    /** Choosing one's own words opens a form as well. */
    boolean opensForm(StringSelectInteractionEvent event, Optional<CustomId> id) {
        boolean ownWords = id.filter(i -> i.what().equals(Asks.BLOCK)).isPresent()
                && event.getValues().contains(Block.What.OWN_WORDS.name());
        if (ownWords) {
            Modal form = new Forms(presses.book(Persons.of(event.getUser()))).ownBlock();
            event.replyModal(form).queue(done -> {}, failed -> {});
        }
        return ownWords;
    }

    void pressed(Presses.Act act, Optional<CustomId> id, Message on) {
        String what = id.map(CustomId::what).orElse("");
        String first = id.map(i -> i.argument(0)).orElse("");
        String second = id.map(i -> i.argument(1)).orElse("");
        switch (what) {
            case Rows.JUST_FOR_ME -> presses.justForMe(act);
            case Rows.MOVE -> Moves.named(first).ifPresentOrElse(m -> move(act, m, second), () -> passed(act));
            case Drafts.SAY -> drafts.say(act, on);
            case SetUp.STEP -> setUp.step(act, first, second);
            case Wishes.WISH -> wishes.wish(act, first, second);
            case HoldAsk.HOLD -> hold.pressed(act, first);
            case ForAnotherTime.TOPIC -> take(act, later.pressed(act, first, second));
            case OwnData.DATA -> ownData.press(act, first);
            case Misread.KEEP -> presses.keeps(act, first, second);
            default -> passed(act);
        }
    }

    private void move(Presses.Act act, Move move, String note) {
        Optional<Conversation> now = presses.conversation(act.channel());
        PromptBook book = presses.book(act.who());
        Optional<Asks.Question> question = now.flatMap(c -> new Asks(book).about(move, c));
        if (question.isEmpty()) {
            presses.move(act, move, note);
        } else if (now.get().moves(act.who()).contains(move)) {
            act.answer().say(question.get().text(), question.get().answers());
        } else {
            act.answer().say(refused(act, now.get(), move, book), List.of());
        }
    }

    private String refused(Presses.Act act, Conversation c, Move move, PromptBook book) {
        return c.circle().has(act.who())
                ? refusals.nothing(act.channel(), Optional.of(c), act.who(), new Input.Pressed(move), book)
                : book.text(Text.ONLY_A_PARTY);
    }

    private void when(Presses.Act act, Move move, String choice) {
        Optional<Conversation> now = presses.conversation(act.channel());
        if (now.isEmpty()) {
            passed(act);
            return;
        }
        take(act, Asks.time(move, choice, now.get().customs().waits(), clock.instant()));
    }

    void chose(Presses.Act act, Optional<CustomId> id, String value) {
        String what = id.map(CustomId::what).orElse("");
        String first = id.map(i -> i.argument(0)).orElse("");
        switch (what) {
            case ServerSettings.SETTING -> settings.choose(act, first, value);
            case Asks.WHEN -> Moves.named(first).ifPresentOrElse(m -> when(act, m, value), () -> passed(act));
            case Wishes.WISH -> wishes.wish(act, first, value);
            case ForAnotherTime.TOPIC -> topic(act, value);
            case Asks.REPAIR -> take(act, Asks.repair(value));
            case Asks.WITNESSES -> take(act, Asks.witnesses(value));
            case Asks.BLOCK -> take(act, Asks.block(value).map(b -> new Input.Names(b, Optional.empty())));
            default -> passed(act);
        }
    }

    private void topic(Presses.Act act, String tag) {
        later.about(act, tag, presses.book(act.who()))
                .ifPresentOrElse(asked -> act.answer().say(asked.text(), asked.answers()), () -> passed(act));
    }

    private void take(Presses.Act act, Optional<? extends Input> input) {
        input.ifPresentOrElse(i -> presses.take(act, i), () -> passed(act));
    }

    void wrote(Presses.Act act, Optional<CustomId> id, ModalInteractionEvent event) {
        if (id.filter(i -> i.what().equals(Forms.CHECK)).isPresent()) {
            setUp.answered(
                    act,
                    Forms.answers(
                            field -> Optional.ofNullable(event.getValue(field)).map(Switchboard::written)));
            return;
        }
        String what = id.filter(i -> i.what().equals(Forms.WORDS))
                .map(i -> i.argument(0))
                .orElse("");
        String words = Optional.ofNullable(event.getValue(Forms.FIELD))
                .map(Switchboard::written)
                .filter(Plain::isVisible)
                .orElse("");
        if (Forms.isDraft(what)) {
            drafts.read(act, words);
            return;
        }
        Forms.input(what, words).ifPresentOrElse(input -> presses.take(act, input), () -> passed(act));
    }

    /** What was written, or what was chosen. */
    private static String written(ModalMapping field) {
        return field.getType() == Component.Type.STRING_SELECT
                ? String.join("", field.getAsStringList())
                : field.getAsString();
    }

    void readMyWords(Presses.Act act, Message message) {
        drafts.readMessage(act, message, message.getAuthor());
    }

    private void passed(Presses.Act act) {
        PromptBook book = presses.book(act.who());
        Optional<Conversation> now =
                presses.conversation(act.channel()).filter(c -> c.circle().has(act.who()));
        act.answer().say(refusals.passed(act.channel(), now, book), List.of());
    }
}
