package org.turnstone.rehearsal;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.turnstone.floor.Block;
import org.turnstone.floor.Move;
import org.turnstone.floor.Prompt;
import org.turnstone.room.Input;

/** What people do in a transcript, in plain sentences: {@code Ana passes the floor.} Immutable; threads may share it. */
final class Deeds {
    private static final Map<Move, String> SENTENCES = new EnumMap<>(Map.ofEntries(
            Map.entry(Move.ASK, "asks for a turn"),
            Map.entry(Move.ASK_LONGER, "asks for a longer talk"),
            Map.entry(Move.HERE, "is here"),
            Map.entry(Move.LATER, "says later"),
            Map.entry(Move.NOT_TODAY, "says not today"),
            Map.entry(Move.BEGIN, "opens the circle"),
            Map.entry(Move.PASS, "passes the floor"),
            Map.entry(Move.SKIP, "goes on to the next"),
            Map.entry(Move.LEAN_YES, "can lean in"),
            Map.entry(Move.LEAN_A_LITTLE, "can lean in a little"),
            Map.entry(Move.LEAN_NOT_YET, "cannot lean in yet"),
            Map.entry(Move.ANOTHER_OPENING, "asks for another opening"),
            Map.entry(Move.REPLY_DONE, "has answered"),
            Map.entry(Move.HEARD_FIRST, "needs to be heard first"),
            Map.entry(Move.THANK, "says thank you for telling me"),
            Map.entry(Move.THATS_IT, "says that's it"),
            Map.entry(Move.CLOSE_ENOUGH, "says close enough"),
            Map.entry(Move.ONE_MORE, "has one more thing"),
            Map.entry(Move.NOT_QUITE, "says not quite"),
            Map.entry(Move.RAISE_HAND, "raises a hand"),
            Map.entry(Move.PAUSE, "asks for a pause"),
            Map.entry(Move.ASK_SUPPORT, "could use some support"),
            Map.entry(Move.ENOUGH, "has had enough for tonight"),
            Map.entry(Move.STOP, "stops"),
            Map.entry(Move.LEAVE, "leaves"),
            Map.entry(Move.EXTEND, "gives it a quarter of an hour more"),
            Map.entry(Move.NOW_YOU, "says now you"),
            Map.entry(Move.KEEP_TURN, "keeps the turn for tomorrow"),
            Map.entry(Move.LONGER, "would like to talk longer"),
            Map.entry(Move.WANT_NEXT_STEP, "would like a next step"),
            Map.entry(Move.PATTERN_ONE_ASKS, "knows it: one asks and one goes quiet"),
            Map.entry(Move.PATTERN_BOTH_FIGHT, "knows it: both fight"),
            Map.entry(Move.PATTERN_BOTH_QUIET, "knows it: both go quiet"),
            Map.entry(Move.GO_ON, "would go on"),
            Map.entry(Move.NOT_NOW, "would not go on now"),
            Map.entry(Move.MISREAD, "was misread"),
            Map.entry(Move.SHOW_TO_PARTNER, "shows it to the partner")));

    private static final Map<String, Move> WRITTEN = Map.of(
            "tries again", Move.TRY_AGAIN,
            "appreciates", Move.APPRECIATE,
            "suggests", Move.NEXT_STEP,
            "parks", Move.PARK,
            "leaves a line", Move.ONE_LINE);

    private static final Pattern WITNESSES = Pattern.compile("asks for (\\d) witness(?:es)?");
    private static final Pattern FLOODED = Pattern.compile("is at (\\d+) of 10");
    private static final Pattern WITH_WORDS = Pattern.compile("([^:]+): (.+)");

    private final Function<String, Optional<Instant>> moments;

    /** @param moments understands {@code at 21:30} and {@code tomorrow at 9:00} */
    Deeds(Function<String, Optional<Instant>> moments) {
        this.moments = moments;
    }

    /** What {@code deed}, a sentence without its name, is; empty where it is nothing that anybody can do. */
    Optional<Input> of(String deed) {
        String plain = deed.endsWith(".") ? deed.substring(0, deed.length() - 1) : deed;
        for (Map.Entry<Move, String> entry : SENTENCES.entrySet()) {
            if (entry.getValue().equals(plain)) {
                return Optional.of(new Input.Pressed(entry.getKey()));
            }
        }
        Matcher withWords = WITH_WORDS.matcher(deed);
        return withWords.matches() ? withWords(withWords.group(1), withWords.group(2)) : counted(plain);
    }

    private Optional<Input> counted(String plain) {
        Matcher witnesses = WITNESSES.matcher(plain);
        if (witnesses.matches()) {
            return Optional.of(new Input.AsksWitnesses(Integer.parseInt(witnesses.group(1))));
        }
        Matcher flooded = FLOODED.matcher(plain);
        if (flooded.matches()) {
            return Optional.of(new Input.Measures(Integer.parseInt(flooded.group(1))));
        }
        return after(plain, "would be back ", Input.PausesUntil::new)
                .or(() -> after(plain, "says later, ", Input.PutsOff::new));
    }

    private Optional<Input> after(String plain, String start, Function<Instant, Input> made) {
        return plain.startsWith(start)
                ? moments.apply(plain.substring(start.length())).map(made)
                : Optional.empty();
    }

    private static Optional<Input> withWords(String deed, String words) {
        if (WRITTEN.containsKey(deed)) {
            return Optional.of(new Input.WroteFor(WRITTEN.get(deed), words));
        }
        return switch (deed) {
            case "asks for a turn about" -> Optional.of(new Input.Asks(Input.Asks.Length.QUICK, Optional.of(words)));
            case "asks for a longer talk about" ->
                Optional.of(new Input.Asks(Input.Asks.Length.LONGER, Optional.of(words)));
            case "names what makes it hard" -> Optional.of(block(words));
            case "mends" -> repair(words);
            default -> Optional.empty();
        };
    }

    /** One of Menanno's three by its name, or one's own words. */
    private static Input block(String words) {
        return Arrays.stream(Block.What.values())
                .filter(what ->
                        what != Block.What.OWN_WORDS && spoken(what.name()).equals(words))
                .findFirst()
                .map(what -> new Input.Names(what, Optional.empty()))
                .orElseGet(() -> new Input.Names(Block.What.OWN_WORDS, Optional.of(words)));
    }

    private static Optional<Input> repair(String words) {
        return Prompt.REPAIRS.stream()
                .filter(prompt -> spoken(prompt.name()).equals("repair " + words))
                .findFirst()
                .map(prompt -> new Input.Repairs(prompt, 0));
    }

    private static String spoken(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Every sentence, for whoever wrote one that is none of them. */
    static List<String> sentences() {
        return SENTENCES.values().stream().sorted().toList();
    }
}
