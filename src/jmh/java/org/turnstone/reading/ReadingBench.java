package org.turnstone.reading;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** What a reading costs beside what it stands on and beside what else would find the phrases. One message an operation. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ReadingBench {
    private static final int MESSAGES = 256;
    private static final int LONG = 2_000;

    private final List<Utterance> messages = new ArrayList<>();
    private final List<Tokens> tokens = new ArrayList<>();
    private final List<Utterance> longOnes = new ArrayList<>();
    private Lexicon lexicon;
    private Reader reader;
    private Pattern alternation;
    private int next;

    @Setup
    public void prepare() throws IOException {
        String text = Files.readString(Path.of("config/lexicon/en.txt"));
        lexicon = Lexicon.parse("en.txt", text);
        reader = new Reader(
                lexicon, Weights.parse("en.weights", Files.readString(Path.of("config/lexicon/en.weights"))));
        alternation = Alternation.of(text);
        StringBuilder all = new StringBuilder();
        for (String file : List.of("c", "d", "e", "f")) {
            for (String line : Files.readAllLines(Path.of("src/learn/replies/" + file + ".jsonl"))) {
                take(new ObjectMapper().readTree(line).get("reply").asText(), line, all);
            }
        }
        messages.forEach(m -> tokens.add(Tokens.of(m.text())));
        for (int i = 0; i + LONG < all.length() && longOnes.size() < MESSAGES; i += LONG) {
            longOnes.add(Utterance.reply(all.substring(i, i + LONG), "I felt alone when you left."));
        }
    }

    /** Messages of 100 to 140 characters, of all labels as they come. */
    private void take(String reply, String line, StringBuilder all) throws IOException {
        all.append(reply).append(' ');
        if (reply.length() >= 100 && reply.length() <= 140 && messages.size() < MESSAGES) {
            messages.add(Utterance.reply(
                    reply, new ObjectMapper().readTree(line).path("partner").asText()));
        }
    }

    private int next(int of) {
        next = next + 1 >= of ? 0 : next + 1;
        return next;
    }

    @Benchmark
    public Object tokenising() {
        return Tokens.of(messages.get(next(messages.size())).text());
    }

    @Benchmark
    public Object phrases() {
        return lexicon.phrases().in(tokens.get(next(tokens.size())));
    }

    @Benchmark
    public Object wholeReading() {
        return reader.read(messages.get(next(messages.size())));
    }

    @Benchmark
    public void regularExpression(Blackhole seen) {
        Matcher matcher = alternation.matcher(messages.get(next(messages.size())).text());
        while (matcher.find()) {
            seen.consume(matcher.start());
        }
    }

    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public Object twoThousandCharacters() {
        return reader.read(longOnes.get(next(longOnes.size())));
    }
}
