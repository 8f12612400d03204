package org.turnstone.discord;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.turnstone.floor.Effect;
import org.turnstone.floor.Line;
import org.turnstone.floor.Person;
import org.turnstone.floor.Prompt;
import org.turnstone.floor.Stage;
import org.turnstone.floor.Words;
import org.turnstone.prompts.Filling;
import org.turnstone.prompts.PromptBook;
import org.turnstone.prompts.Text;
import org.turnstone.room.Note;
import org.turnstone.room.RoomStore.Owed;
import org.turnstone.room.Scribe;

/** Plays one owed effect in its channel. Belongs to the one thread that plays it. */
final class RoomStage implements Stage {
    /** What every stage works with. */
    interface Props {
        String name(long channel, Person person);

        Optional<String> text(Words words);

        void leave(Note note);

        /** When what {@code line} says ends by itself, if the room still stands there. */
        Optional<Instant> endOf(String room, Prompt line);

        void restrict(Owed owed, Set<Person> waiting);
    }

    /** Lines that do not name their own end. */
    private static final Set<Prompt> ENDING = EnumSet.of(Prompt.STATUS_RETURNING, Prompt.STATUS_CLOSING);

    private final Owed owed;
    private final Board board;
    private final Scribe scribe;
    private final PromptBook book;
    private final Props props;

    RoomStage(Owed owed, Board board, Scribe scribe, PromptBook book, Props props) {
        this.owed = owed;
        this.board = board;
        this.scribe = scribe;
        this.book = book;
        this.props = props;
    }

    private final Scribe.Hand hand = new Scribe.Hand() {
        @Override
        public String name(Person person) {
            return props.name(Persons.channelOf(owed.room()), person);
        }

        /** Each reader's own clock shows it, and it counts down by itself. */
        @Override
        public String when(Instant moment, PromptBook inBook) {
            return Moments.when(moment);
        }
    };

    private Filling filling() {
        return scribe.filling(book, hand);
    }

    private String say(Line line) {
        return book.say(line, filling());
    }

    @Override
    public void say(Effect.Say e) {
        board.say(owed, say(e.line()), book);
    }

    @Override
    public void speak(Effect.Speak e) {
        if (!Persons.isMessage(e.words().ref())) {
            String heading = book.text(Text.SAYS, Map.of("name", hand.name(e.by())));
            props.text(e.words()).ifPresent(text -> board.say(owed, heading + ":\n" + Plain.quoted(text), book));
        }
    }

    @Override
    public void post(Effect.Post e) {
        Optional<String> words = e.words().flatMap(props::text);
        board.say(owed, say(e.line()) + words.map(w -> "\n" + Plain.quoted(w)).orElse(""), book);
    }

    @Override
    public void whisper(Effect.Whisper e) {
        props.leave(scribe.note(owed, e, hand));
    }

    @Override
    public void hold(Effect.Hold e) {
        props.leave(scribe.note(owed, e, hand));
    }

    @Override
    public void release(Effect.Release e) {
        scribe.note(owed, e, hand).ifPresent(props::leave);
    }

    @Override
    public void stepAside(Effect.StepAside e) {
        props.leave(scribe.note(owed, e));
    }

    @Override
    public void restrict(Effect.Restrict e) {
        props.restrict(owed, e.waiting());
    }

    @Override
    public void show(Effect.Show e) {
        String text = book.status(e.status(), filling());
        Optional<Instant> end = ENDING.contains(e.status().line().prompt())
                ? props.endOf(owed.room(), e.status().line().prompt())
                : Optional.empty();
        String until = end.map(at -> " " + book.text(Text.STATUS_UNTIL, Map.of("when", Moments.when(at))))
                .orElse("");
        board.show(owed, e.status(), text + until, book);
    }
}
