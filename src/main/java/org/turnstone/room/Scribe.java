package org.turnstone.room;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.turnstone.floor.Effect;
import org.turnstone.floor.Line;
import org.turnstone.floor.Move;
import org.turnstone.floor.Person;
import org.turnstone.floor.Quote;
import org.turnstone.floor.Words;
import org.turnstone.prompts.Excerpt;
import org.turnstone.prompts.Filling;
import org.turnstone.prompts.PromptBook;
import org.turnstone.prompts.Text;
import org.turnstone.reading.Finding;
import org.turnstone.room.RoomStore.Owed;
import org.turnstone.safety.Concern;

/**
 * Puts private effects into words for the one person they are for, in that person's language. Both the web room and
 * Discord leave what it writes under "just for me". Threads may share one.
 */
public final class Scribe {
    /** How a platform writes names and moments in a room. */
    public interface Hand {
        String name(Person person);

        String when(Instant moment, PromptBook book);
    }

    private final Function<String, PromptBook> books;
    private final Function<Words, Optional<String>> texts;
    private final People people;
    private final Help help;

    /**
     * @param books the prompt book of a language tag
     * @param texts kept words by reference
     */
    public Scribe(
            Function<String, PromptBook> books, Function<Words, Optional<String>> texts, People people, Help help) {
        this.books = books;
        this.texts = texts;
        this.people = people;
        this.help = help;
    }

    /** The book that {@code person} reads. */
    public PromptBook book(Person person) {
        return books.apply(people.of(person).language());
    }

    /** The book of a language tag. */
    public PromptBook bookOf(String language) {
        return books.apply(language);
    }

    public Note note(Owed owed, Effect.Whisper e, Hand hand) {
        List<String> rules = e.lines().stream()
                .flatMap(line -> line.slots().quote().stream())
                .flatMap(quote -> quote.findings().stream())
                .map(Finding::rule)
                .distinct()
                .toList();
        return note(owed, e.to(), say(e.to(), e.lines(), hand), Optional.empty(), e.moves(), rules);
    }

    public Note note(Owed owed, Effect.Hold e, Hand hand) {
        String text = say(e.from(), List.of(e.line()), hand);
        return note(owed, e.from(), text, texts.apply(e.words()), List.of(), List.of());
    }

    /** Empty where nothing is kept any more: it has gone back before. */
    public Optional<Note> note(Owed owed, Effect.Release e, Hand hand) {
        String words = e.words().stream().flatMap(w -> texts.apply(w).stream()).collect(Collectors.joining("\n"));
        String text = say(e.to(), List.of(e.line()), hand);
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(note(owed, e.to(), text, Optional.of(words), List.of(), List.of()));
    }

    public Note note(Owed owed, Effect.StepAside e) {
        Optional<String> country = people.of(e.to()).country();
        Concern concern = Concern.valueOf(e.care().concern());
        String text = e.moves().isEmpty() ? helpAbout(concern, e.to()) : help.about(concern, country, book(e.to()));
        return note(owed, e.to(), text, Optional.empty(), e.moves(), List.of());
    }

    /**
     * Help for hard times at home, which is there for anyone at any time, alike: the lines that a step aside would offer,
     * without what it says about words that somebody wrote.
     */
    public String helpAtHand(Person person) {
        PromptBook book = book(person);
        List<String> aboutWords = Stream.of(Text.ASIDE_PARTNER_VIOLENCE, Text.ASIDE_ROOM_SEES_A_PAUSE)
                .flatMap(text -> book.text(text).lines())
                .toList();
        return help.about(Concern.PARTNER_VIOLENCE, people.of(person).country(), book)
                .lines()
                .filter(line -> !aboutWords.contains(line))
                .collect(Collectors.joining("\n"));
    }

    /** Help for words beside which there is no pause: of the room it says nothing. */
    public String helpAbout(Concern concern, Person person) {
        PromptBook book = book(person);
        List<String> aboutTheRoom =
                book.text(Text.ASIDE_ROOM_SEES_A_PAUSE).lines().toList();
        return help.about(concern, people.of(person).country(), book)
                .lines()
                .filter(line -> !aboutTheRoom.contains(line))
                .collect(Collectors.joining("\n"));
    }

    private String say(Person to, List<Line> lines, Hand hand) {
        PromptBook book = book(to);
        Filling filling = filling(book, hand);
        return lines.stream().map(line -> book.say(line, filling)).collect(Collectors.joining("\n"));
    }

    /** What stands in a line's places in {@code hand}; quotations come from the words that are kept. */
    public Filling filling(PromptBook book, Hand hand) {
        return new Filling() {
            @Override
            public String name(Person person) {
                return hand.name(person);
            }

            @Override
            public String when(Instant moment) {
                return hand.when(moment, book);
            }

            @Override
            public String quote(Quote quote) {
                return texts.apply(quote.words())
                        .map(text -> Excerpt.of(text, quote.findings()))
                        .orElse("...");
            }
        };
    }

    private static Note note(
            Owed owed, Person to, String text, Optional<String> words, List<Move> moves, List<String> rules) {
        return new Note(owed.id(), owed.room(), to, text, words, moves, rules, owed.since());
    }
}
