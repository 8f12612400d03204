package org.turnstone.rehearsal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.turnstone.floor.Effect;
import org.turnstone.floor.Line;
import org.turnstone.floor.Move;
import org.turnstone.floor.Person;
import org.turnstone.floor.Quote;
import org.turnstone.floor.Stage;
import org.turnstone.floor.Words;
import org.turnstone.prompts.Excerpt;
import org.turnstone.prompts.Filling;
import org.turnstone.prompts.PromptBook;
import org.turnstone.room.Help;
import org.turnstone.safety.Concern;

/** The bot's lines in a transcript, indented under the line that led to them. For one thread. */
final class Script implements Stage, Filling {
    static final String INDENT = "    ";

    private final PromptBook book;
    private final Help help;
    private final ScriptTime time;
    private final Map<String, String> texts = new HashMap<>();
    private final List<String> lines = new ArrayList<>();
    private String status = "";

    Script(PromptBook book, Help help, ScriptTime time) {
        this.book = book;
        this.help = help;
        this.time = time;
    }

    void person(String line) {
        lines.add(line);
    }

    Words keep(int number, String text) {
        texts.put("line " + number, text);
        return new Words("line " + number, text.length());
    }

    String played() {
        return String.join("\n", lines) + "\n";
    }

    private void bot(String who, String text) {
        List<String> parts = text.lines().toList();
        lines.add(INDENT + who + ": " + parts.get(0));
        parts.stream().skip(1).forEach(part -> lines.add(INDENT + INDENT + part));
    }

    private void to(Person person, List<Line> said, List<Move> moves) {
        bot("bot, to " + person + " only", say(said));
        if (!moves.isEmpty()) {
            lines.add(INDENT + INDENT + moves.stream().map(book::label).collect(Collectors.joining(" | ", "[", "]")));
        }
    }

    private String say(List<Line> said) {
        return said.stream().map(line -> book.say(line, this)).collect(Collectors.joining("\n"));
    }

    private void quoted(Words words) {
        lines.add(INDENT + INDENT + "\"" + texts.getOrDefault(words.ref(), "") + "\"");
    }

    @Override
    public void say(Effect.Say e) {
        bot("bot", book.say(e.line(), this));
    }

    @Override
    public void speak(Effect.Speak e) {
        // It stands in the transcript already.
    }

    @Override
    public void post(Effect.Post e) {
        bot("bot", book.say(e.line(), this));
        e.words().ifPresent(this::quoted);
    }

    @Override
    public void whisper(Effect.Whisper e) {
        to(e.to(), e.lines(), e.moves());
    }

    @Override
    public void hold(Effect.Hold e) {
        to(e.from(), List.of(e.line()), List.of());
    }

    @Override
    public void release(Effect.Release e) {
        to(e.to(), List.of(e.line()), List.of());
        e.words().forEach(this::quoted);
    }

    @Override
    public void stepAside(Effect.StepAside e) {
        Concern concern = Concern.valueOf(e.care().concern());
        bot("bot, to " + e.to() + " only", help.about(concern, Optional.empty(), book));
    }

    @Override
    public void restrict(Effect.Restrict e) {
        // A transcript shows what is said.
    }

    /** Only where it changes: it is edited in place, and nobody reads the same line twice. */
    @Override
    public void show(Effect.Show e) {
        String now = book.status(e.status(), this);
        if (!now.equals(status)) {
            lines.add(INDENT + "-- " + now);
            status = now;
        }
    }

    @Override
    public String name(Person person) {
        return person.id();
    }

    @Override
    public String when(Instant moment) {
        return time.said(moment);
    }

    @Override
    public String quote(Quote quote) {
        return Excerpt.of(texts.getOrDefault(quote.words().ref(), ""), quote.findings());
    }
}
