package org.turnstone.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.turnstone.floor.Circle;
import org.turnstone.floor.Conversation;
import org.turnstone.floor.Customs;
import org.turnstone.floor.Event;
import org.turnstone.floor.Gathering;
import org.turnstone.floor.Person;
import org.turnstone.floor.Step;
import org.turnstone.floor.Words;
import org.turnstone.prompts.PromptBook;
import org.turnstone.room.Ear;
import org.turnstone.room.Help;
import org.turnstone.room.Input;
import org.turnstone.room.Manners;
import org.turnstone.room.Understanding;

/**
 * Plays a transcript: a conversation in plain text that anybody could read. People's lines stand at the margin, the bot's
 * are indented; playing a transcript that has the bot's lines already gives the same transcript back. How one is written
 * stands in {@code src/docs/writing-transcripts.md}. For one thread.
 */
public final class Rehearsal {
    private static final Pattern COUPLE = Pattern.compile("(\\w+) and (\\w+)");
    private static final Pattern CIRCLE = Pattern.compile("(\\w+(?:, \\w+)+ and \\w+), kept by (\\w+)");
    private static final Pattern OPEN = Pattern.compile("An open circle, kept by (\\w+)(?: and (\\w+))?");
    private static final Pattern LINE = Pattern.compile("(\\w+)(: | )(.+)");
    private static final Pattern TIME = Pattern.compile("\\((.+)\\)");

    /** What an open circle's keeper says that it takes. */
    private static final Duration EXPECTED = Duration.ofMinutes(45);

    private final Ear ear;
    private final Customs customs;
    private final ScriptTime time;
    private final Deeds deeds;
    private final Script script;
    private Optional<Conversation> now = Optional.empty();
    private Optional<Person> lastSpeaker = Optional.empty();
    private String lastSaid = "";
    private int number;

    private Rehearsal(Ear ear, PromptBook book, Help help, Customs customs) {
        this.ear = ear;
        this.customs = customs;
        this.time = new ScriptTime(customs.waits().zone());
        this.deeds = new Deeds(time::moment);
        this.script = new Script(book, help, time);
    }

    /**
     * The transcript with the bot's lines as it says them now.
     *
     * @throws IllegalArgumentException where a line cannot be understood; it says which, and what can be written there
     */
    public static String play(String transcript, Ear ear, PromptBook book, Help help, Customs customs) {
        Rehearsal rehearsal = new Rehearsal(ear, book, help, customs);
        transcript.lines().forEach(rehearsal::take);
        return rehearsal.script.played();
    }

    private void take(String line) {
        number++;
        if (line.startsWith(Script.INDENT)) {
            return;
        }
        script.person(line);
        if (line.isBlank() || line.startsWith("#")) {
            return;
        }
        if (now.isEmpty()) {
            now = Optional.of(Conversation.of(cast(line), customs));
            return;
        }
        Matcher passing = TIME.matcher(line);
        if (passing.matches()) {
            passes(passing.group(1));
        } else {
            does(line);
        }
    }

    private Circle cast(String line) {
        Matcher couple = COUPLE.matcher(line);
        if (couple.matches()) {
            return Circle.couple(new Person(couple.group(1)), new Person(couple.group(2)));
        }
        Matcher circle = CIRCLE.matcher(line);
        if (circle.matches()) {
            List<Person> people = List.of(circle.group(1).split(", | and ")).stream()
                    .map(Person::new)
                    .toList();
            return Circle.keptBy(new Person(circle.group(2)), people);
        }
        Matcher open = OPEN.matcher(line);
        if (open.matches()) {
            return open(
                    new Person(open.group(1)),
                    Optional.ofNullable(open.group(2)).map(Person::new));
        }
        throw wrong("the first line says who is there: \"Ana and Sam\", \"Ana, Sam and Kim, kept by Ana\", or"
                + " \"An open circle, kept by Ana\"");
    }

    private static Circle open(Person keeper, Optional<Person> coKeeper) {
        List<Person> first = coKeeper.map(co -> List.of(keeper, co)).orElseGet(() -> List.of(keeper));
        return Circle.keptBy(keeper, coKeeper, Gathering.open(first, Gathering.TURN, EXPECTED));
    }

    private void passes(String words) {
        Instant to = words.equals("silence")
                ? conversation().wakesAt().orElseThrow(() -> wrong("silence means nothing here"))
                : time.moment(words)
                        .orElseThrow(
                                () -> wrong("write (silence), (2 minutes later), (at 23:10) or (the next morning)"));
        passesTo(to);
    }

    /** Every deadline on the way is met in its time. */
    private void passesTo(Instant to) {
        Optional<Instant> due = conversation().wakesAt().filter(d -> !d.isAfter(to));
        while (due.isPresent()) {
            Instant deadline = due.get();
            time.to(deadline.isAfter(time.now()) ? deadline : time.now());
            happens(new Event.Lapsed(time.now(), deadline));
            due = conversation().wakesAt().filter(d -> !d.isAfter(to));
        }
        time.to(to.isAfter(time.now()) ? to : time.now());
    }

    private void does(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw wrong("begin with somebody's name");
        }
        Person who = new Person(parts.group(1));
        if (!conversation().circle().has(who) && !conversation().admits(who)) {
            throw wrong(who + " is not here");
        }
        passesTo(time.nextLine());
        boolean says = parts.group(2).equals(": ");
        Input input = says
                ? new Input.Wrote(parts.group(3), Optional.empty())
                : deeds.of(parts.group(3))
                        .orElseThrow(() -> wrong("nobody can do this; there is: " + Deeds.sentences()));
        does(who, input);
    }

    private void does(Person who, Input input) {
        Words words = script.keep(number, input.text().orElse(""));
        String before = lastSpeaker.filter(who::equals).isPresent() ? "" : lastSaid;
        Optional<Event> event = new Understanding(
                        conversation(), who, time.now(), words, Manners.UNSAID, before, Event.Readiness.READY, ear)
                .of(input);
        if (event.filter(Event.Said.class::isInstance).isPresent()) {
            lastSpeaker = Optional.of(who);
            lastSaid = input.text().orElse("");
        }
        happens(event.orElseThrow(() -> wrong("this has to say more; see writing-transcripts.md")));
    }

    private void happens(Event event) {
        Step step = conversation().on(event);
        now = Optional.of(step.next());
        step.effects().forEach(effect -> effect.playOn(script));
    }

    private Conversation conversation() {
        return now.orElseThrow();
    }

    private IllegalArgumentException wrong(String reason) {
        return new IllegalArgumentException("line " + number + ": " + reason);
    }
}
