package org.turnstone.discord;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.callbacks.IMessageEditCallback;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.interactions.components.ComponentInteraction;
import net.dv8tion.jda.api.interactions.modals.ModalInteraction;
import net.dv8tion.jda.api.requests.ErrorResponse;
import org.turnstone.room.NotPlayed;

/**
 * The one answer to a command, press or form, seen by nobody but whoever made it. Discord takes the first answer within
 * three seconds: where the room is slow, the answer is put off and given later. Threads may share it.
 */
final class Answer {
    private final IReplyCallback event;
    private final AtomicReference<State> state = new AtomicReference<>(State.OPEN);

    private enum State {
        OPEN,
        PUT_OFF,
        /** The message that the press was on is the original answer, and what is said goes beside it. */
        HELD,
        GIVEN
    }

    Answer(IReplyCallback event) {
        this.event = event;
    }

    /** Takes hold of the interaction, if nothing has answered it yet: the words come later. Never waits. */
    void putOff() {
        if (state.compareAndSet(State.OPEN, State.PUT_OFF)) {
            event.deferReply(true).queue(done -> {}, failed -> {});
        }
    }

    /**
     * Takes hold of the interaction at once, so that what everyone sees can follow it; for channels that the bot is not in.
     *
     * @throws NotPlayed where Discord does not take it; then nothing can follow
     */
    InteractionHook hold() {
        if (isOnMessage()
                && event instanceof IMessageEditCallback edit
                && state.compareAndSet(State.OPEN, State.HELD)) {
            Rest.await(edit.deferEdit());
        } else if (state.compareAndSet(State.OPEN, State.PUT_OFF)) {
            Rest.await(event.replyComponents(with(ONE_MOMENT, List.of()))
                    .useComponentsV2()
                    .setEphemeral(true));
        } else {
            Rest.await(event.getHook()
                    .editOriginalComponents(with(ONE_MOMENT, List.of()))
                    .useComponentsV2());
        }
        return event.getHook();
    }

    private static final String ONE_MOMENT = "...";

    /** From now on it is ours to answer; gives how it stood. */
    private State take() {
        return state.getAndSet(State.GIVEN);
    }

    /** Says it without waiting until they have it; for where there is no time to wait. */
    void refuse(String text) {
        if (state.compareAndSet(State.OPEN, State.GIVEN)) {
            event.replyComponents(with(text, List.of()))
                    .useComponentsV2()
                    .setEphemeral(true)
                    .setAllowedMentions(List.of())
                    .queue(done -> {}, failed -> {});
        }
    }

    /** @return whether they have it before them; no where Discord says that it came too late */
    boolean say(String text, List<? extends MessageTopLevelComponent> rows) {
        return say(take(), text, rows);
    }

    private boolean say(State before, String text, List<? extends MessageTopLevelComponent> rows) {
        List<String> pages = Pages.of(text);
        try {
            for (int i = 0; i < pages.size(); i++) {
                say(before, i, pages.get(i), i == pages.size() - 1 ? rows : List.of());
            }
            return true;
        } catch (NotPlayed e) {
            return Rest.is(e, ErrorResponse.INTERACTION_ALREADY_ACKNOWLEDGED);
        }
    }

    private void say(State before, int page, String text, List<? extends MessageTopLevelComponent> rows) {
        List<MessageTopLevelComponent> all = with(text, rows);
        if (page > 0 || before == State.HELD) {
            Rest.await(event.getHook()
                    .sendMessageComponents(all)
                    .useComponentsV2()
                    .setEphemeral(true)
                    .setAllowedMentions(List.of()));
        } else if (before == State.OPEN) {
            Rest.await(event.replyComponents(all)
                    .useComponentsV2()
                    .setEphemeral(true)
                    .setAllowedMentions(List.of()));
        } else {
            Rest.await(event.getHook()
                    .editOriginalComponents(all)
                    .useComponentsV2()
                    .setAllowedMentions(List.of()));
        }
    }

    /** The words come first, as a screen reader reads them; then what can be done about it. */
    private static List<MessageTopLevelComponent> with(String text, List<? extends MessageTopLevelComponent> rows) {
        List<MessageTopLevelComponent> all = new ArrayList<>(List.of(TextDisplay.of(text)));
        all.addAll(rows);
        return all;
    }

    /** Changes the private message that the press was on, where it was on one of those; otherwise a new one. */
    boolean change(String text, List<? extends MessageTopLevelComponent> rows) {
        State before = take();
        if (before == State.HELD && isOnOneOfTheirOwn()) {
            return edited(text, rows);
        }
        if (before != State.OPEN || !isOnOneOfTheirOwn() || !(event instanceof IMessageEditCallback edit)) {
            return say(before, text, rows);
        }
        try {
            Rest.await(edit.editComponents(with(text, rows)).useComponentsV2().setAllowedMentions(List.of()));
            return true;
        } catch (NotPlayed e) {
            return Rest.is(e, ErrorResponse.INTERACTION_ALREADY_ACKNOWLEDGED);
        }
    }

    private boolean edited(String text, List<? extends MessageTopLevelComponent> rows) {
        try {
            Rest.await(event.getHook()
                    .editOriginalComponents(with(text, rows))
                    .useComponentsV2()
                    .setAllowedMentions(List.of()));
            return true;
        } catch (NotPlayed e) {
            return false;
        }
    }

    /**
     * Was heard, and needs no words.
     *
     * @param otherwise what is said after a command, which has nothing else to show for itself
     */
    void nod(Supplier<String> otherwise) {
        State before = take();
        if (!isOnMessage()) {
            say(before, otherwise.get(), List.of());
            return;
        }
        try {
            if (before == State.PUT_OFF) {
                Rest.await(event.getHook().deleteOriginal());
            } else if (before == State.OPEN && event instanceof IMessageEditCallback edit) {
                Rest.await(edit.deferEdit());
            }
        } catch (NotPlayed e) {
            // Too late, or answered before: the press was taken in all the same.
        }
    }

    private boolean isOnMessage() {
        return message().isPresent();
    }

    /** Whether the press was on a message that only they see: on any other, an answer would be there for all to read. */
    private boolean isOnOneOfTheirOwn() {
        return message().filter(Message::isEphemeral).isPresent();
    }

    private Optional<Message> message() {
        if (event instanceof ComponentInteraction press) {
            return Optional.of(press.getMessage());
        }
        return event instanceof ModalInteraction form ? Optional.ofNullable(form.getMessage()) : Optional.empty();
    }
}
