package org.turnstone.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.turnstone.Packs;
import org.turnstone.Rehearsing;
import org.turnstone.Settings;
import org.turnstone.practice.Progress;
import org.turnstone.practice.Situation;
import org.turnstone.practice.Situations;
import org.turnstone.prompts.PromptBook;
import org.turnstone.prompts.Text;
import org.turnstone.reading.Kind;
import org.turnstone.reading.Passage;
import org.turnstone.reading.Reading;
import org.turnstone.reading.Role;
import org.turnstone.reading.Utterance;
import org.turnstone.reading.Verdict;
import org.turnstone.room.Ear;
import org.turnstone.safety.Alarm;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code practice}: says what a partner might say, and explains the answer to the one who gave it. For one thread. */
@Command(
        name = "practice",
        description = "Says what a partner might say, one situation after another, and explains your answers to you."
                + " Nothing is stored or sent.")
final class Practice implements Callable<Integer> {
    private final Map<String, String> environment;

    @Option(
            names = "--level",
            paramLabel = "1-4",
            description = "Where to begin: 1 is hurt said plainly, 4 an attack. It grows by itself.")
    private int level = 1;

    @Option(names = "--from", paramLabel = "N", description = "Begins with the Nth situation of its level.")
    private int from;

    @Spec
    private CommandSpec spec;

    Practice(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Settings settings = Settings.load(environment);
        String language = settings.local().language().getLanguage();
        Packs packs = Packs.of(settings);
        Situations situations = packs.situations(language);
        PromptBook book = packs.book(language);
        says(book.text(Text.PRACTICE_WHAT) + " " + book.text(Text.PRACTICE_STOPS));
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        Optional<Progress> progress = Optional.of(new Progress(level, from, 0));
        while (progress.isPresent()) {
            Progress now = progress.get();
            Situation situation = situations.at(now.level(), now.number());
            shows(situation, book);
            progress =
                    line(in).map(answer -> now.after(explains(settings, packs.ear(language), book, situation, answer)));
            if (progress.filter(next -> next.level() > now.level()).isPresent()) {
                says(book.text(Text.PRACTICE_HARDER));
            }
        }
        return 0;
    }

    private void shows(Situation situation, PromptBook book) {
        says("");
        says(book.text(Text.PRACTICE_THEY_SAY, Map.of("kind", situation.kind())) + ":");
        says("  " + situation.words());
    }

    private Verdict explains(Settings settings, Ear ear, PromptBook book, Situation situation, String answer) {
        Optional<Alarm> alarm = ear.alarm(answer);
        if (alarm.isPresent()) {
            helps(settings, book, alarm.get());
            return Verdict.NOTHING;
        }
        Reading reading = ear.read(Utterance.reply(answer, situation.words()));
        boolean silent = reading.verdict() == Verdict.NOTHING;
        says(book.text(silent ? Text.PRACTICE_NOTHING : Text.of(reading.verdict(), Role.LISTENER)));
        lists(book, Text.PRACTICE_LEANED, answer, passages(reading, answer, Kind.Side.LEANING_IN));
        lists(book, Text.PRACTICE_GUARDED, answer, passages(reading, answer, Kind.Side.DEFENDING));
        if (reading.verdict() != Verdict.LEANING_IN) {
            says(book.text(Text.PRACTICE_STRONGER));
            says("  " + situation.opening());
        }
        return reading.verdict();
    }

    /** Help, without what it says of a room: here is none. */
    private void helps(Settings settings, PromptBook book, Alarm alarm) {
        String ofTheRoom = book.text(Text.ASIDE_ROOM_SEES_A_PAUSE);
        Rehearsing.help(settings, alarm.concern())
                .lines()
                .filter(line -> !ofTheRoom.contains(line))
                .forEach(this::says);
    }

    private static List<Passage> passages(Reading reading, String answer, Kind.Side side) {
        return Passage.of(reading, answer).stream()
                .filter(p -> p.kind().side() == side)
                .toList();
    }

    private void lists(PromptBook book, Text heading, String answer, List<Passage> passages) {
        if (passages.isEmpty()) {
            return;
        }
        says(book.text(heading) + ":");
        for (Passage passage : passages) {
            says("  "
                    + book.text(
                            Text.READING_NOTICED,
                            Map.of("quote", passage.words(answer), "kind", book.meaning(passage.kind()))));
        }
    }

    /** The next line that somebody writes; empty at an empty one, and at the end. */
    private Optional<String> line(BufferedReader in) {
        PrintWriter out = spec.commandLine().getOut();
        out.print("> ");
        out.flush();
        try {
            return Optional.ofNullable(in.readLine()).filter(text -> !text.isBlank());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void says(String text) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(text);
        out.flush();
    }
}
