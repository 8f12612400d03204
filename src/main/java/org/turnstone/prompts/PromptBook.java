package org.turnstone.prompts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.turnstone.floor.Line;
import org.turnstone.floor.Move;
import org.turnstone.floor.Person;
import org.turnstone.floor.Prompt;
import org.turnstone.floor.Slot;
import org.turnstone.floor.Slots;
import org.turnstone.floor.Status;
import org.turnstone.reading.Kind;

/**
 * Every word that people read, in one language, from one file: the wordings of each prompt, the label of each move, what
 * counts as a move when it is typed, and all other texts. The file's own head says how it is written. Immutable; may be
 * shared between threads.
 */
public final class PromptBook {
    private final Map<Prompt, List<Template>> prompts;
    private final Map<Move, String> labels;
    private final Map<Kind, Sign> signs;
    private final Map<Text, Template> texts;
    private final Typed typed;

    PromptBook(
            Map<Prompt, List<Template>> prompts,
            Map<Move, String> labels,
            Map<Kind, Sign> signs,
            Map<Text, Template> texts,
            Typed typed) {
        this.prompts = new EnumMap<>(prompts);
        this.labels = new EnumMap<>(labels);
        this.signs = new EnumMap<>(signs);
        this.texts = new EnumMap<>(texts);
        this.typed = typed;
    }

    /** How a kind is spoken of to the writer. */
    record Sign(String name, String meaning) {}

    /**
     * Reads a prompt file.
     *
     * @param fileName only for what is said of mistakes
     * @throws IllegalArgumentException where something is missing, unknown or written wrongly; it names every such place as
     *     {@code file:line}, with the reason and what to do
     */
    public static PromptBook parse(String fileName, String text) {
        return new PromptFile(fileName, Map.of()).read(text);
    }

    /**
     * Reads a prompt file in another language. Prompts, buttons and kinds must all be there; for a text that is not, what
     * {@code standIn} says serves until somebody translates it.
     *
     * @throws IllegalArgumentException as {@link #parse(String, String)} does
     */
    public static PromptBook parse(String fileName, String text, PromptBook standIn) {
        return new PromptFile(fileName, standIn.texts).read(text);
    }

    /** The line in words. The wording's running number counts modulo the wordings that there are. */
    public String say(Line line, Filling filling) {
        List<Template> wordings = prompts.get(line.prompt());
        Template wording = wordings.get(line.wording() % wordings.size());
        return wording.fill(name -> filled(line, Slot.valueOf(name.toUpperCase(Locale.ROOT)), filling));
    }

    private static String filled(Line line, Slot slot, Filling filling) {
        Slots slots = line.slots();
        Optional<String> value = switch (slot) {
            case TO -> slots.to().map(filling::name);
            case OTHER -> slots.other().map(filling::name);
            case WHEN -> slots.when().map(filling::when);
            case QUOTE -> slots.quote().map(filling::quote);
            case MINUTES -> slots.taking().map(length -> Long.toString(length.toMinutes()));
        };
        return value.orElseThrow(
                () -> new IllegalArgumentException(line.prompt() + " was said with nothing for " + slot.placeholder()));
    }

    /** The whole status line: where the conversation stands, what is owed and how much is parked. */
    public String status(Status status, Filling filling) {
        List<String> sentences = new ArrayList<>();
        sentences.add(say(status.line(), filling));
        if (!status.here().isEmpty()) {
            sentences.add(text(Text.STATUS_HERE, Map.of("names", listed(status.here(), filling))));
        }
        if (!status.owed().isEmpty()) {
            sentences.add(text(Text.STATUS_OWED, Map.of("names", listed(status.owed(), filling))));
        }
        if (status.parked() > 0) {
            sentences.add(text(Text.STATUS_PARKED, Map.of("count", Integer.toString(status.parked()))));
        }
        return String.join(" ", sentences);
    }

    private String listed(List<Person> people, Filling filling) {
        return listed(people.stream().map(filling::name).toList());
    }

    /** Names in a row: {@code Ana, Ben and Cleo}. */
    public String listed(List<String> names) {
        if (names.size() < 2) {
            return String.join("", names);
        }
        int last = names.size() - 1;
        String before = String.join(", ", names.subList(0, last));
        return text(Text.NAMES_IN_A_ROW, Map.of("names", before, "last", names.get(last)));
    }

    /** What stands on a move's button: at most {@value PromptFile#LONGEST_LABEL} characters. */
    public String label(Move move) {
        return labels.get(move);
    }

    /**
     * The move that {@code message} is the button of, where it is that of one move only. Whether the move is the writer's
     * to make now is for the floor to say: "I'm here" answers an invitation, and elsewhere it is a reply like any other.
     */
    public Optional<Move> typed(String message) {
        Set<Move> moves = typed.in(message, Typed.Reach.EVERYWHERE);
        return moves.size() == 1 ? moves.stream().findFirst() : Optional.empty();
    }

    /**
     * The move among {@code possible} that {@code message} is the button of. Here short answers count as well that several
     * moves share: a "yes" is "I'm here" to an invitation, and "go on" after a pause.
     *
     * @param possible what the writer may do now
     */
    public Optional<Move> typed(String message, Collection<Move> possible) {
        return typed.in(message, Typed.Reach.WHERE_POSSIBLE).stream()
                .filter(possible::contains)
                .findFirst();
    }

    /** A text without places to fill. */
    public String text(Text text) {
        return text(text, Map.of());
    }

    /**
     * One of the other texts, its places filled.
     *
     * @throws IllegalArgumentException where {@code values} lacks one of its places
     */
    public String text(Text text, Map<String, String> values) {
        return texts.get(text)
                .fill(name -> Optional.ofNullable(values.get(name))
                        .orElseThrow(() -> new IllegalArgumentException(text + " needs something for {" + name + "}")));
    }

    /**
     * An opening by itself, without anybody's name, for whoever writes alone.
     *
     * @param number grows from one to the next, so that they vary
     */
    public String opening(Prompt opening, int number) {
        List<String> wordings = wordings(opening);
        String name = Slot.OTHER.placeholder();
        return wordings.get(Math.floorMod(number, wordings.size()))
                .replace(name + ", ", "")
                .replace(", " + name, "");
    }

    /** What a kind can sound like, in a word or two, for the writer alone. */
    public String name(Kind kind) {
        return signs.get(kind).name();
    }

    /** What a kind is, in one plain sentence, for the writer alone. */
    public String meaning(Kind kind) {
        return signs.get(kind).meaning();
    }

    /** Every wording of a prompt as it stands in the file, its places unfilled, in the order of their numbers. */
    public List<String> wordings(Prompt prompt) {
        return prompts.get(prompt).stream().map(Template::source).toList();
    }

    /**
     * The wordings of a phrase that a person chooses to be posted in their name, without the name before it, in the order
     * of their numbers.
     */
    public List<String> phrases(Prompt prompt) {
        String name = Slot.TO.placeholder() + ": ";
        return wordings(prompt).stream()
                .map(w -> w.startsWith(name) ? w.substring(name.length()) : w)
                .toList();
    }
}
