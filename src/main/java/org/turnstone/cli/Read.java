package org.turnstone.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.turnstone.Packs;
import org.turnstone.Rehearsing;
import org.turnstone.Settings;
import org.turnstone.floor.Openings;
import org.turnstone.learning.Judgement;
import org.turnstone.prompts.PromptBook;
import org.turnstone.prompts.Text;
import org.turnstone.reading.Finding;
import org.turnstone.reading.Kind;
import org.turnstone.reading.Passage;
import org.turnstone.reading.Reading;
import org.turnstone.reading.Role;
import org.turnstone.reading.Utterance;
import org.turnstone.safety.Alarm;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code read}: explains one reply, to the one who is about to send it. Nothing is stored. For one thread. */
@Command(
        name = "read",
        description = "Explains what one reply may sound like, and which words led there. Nothing is stored or sent.")
final class Read implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Bytes of standard input; the longest message of any platform is a small part of it. */
    private static final int LARGEST = 1 << 20;

    private final Map<String, String> environment;

    @Parameters(
            paramLabel = "TEXT",
            arity = "0..1",
            description = "The reply, in quotation marks; without it, all that comes on standard input.")
    private @Nullable String text;

    @Option(names = "--partner", paramLabel = "TEXT", description = "What the other said just before.")
    private String partner = "";

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            description = "listener (the default), or speaker for the words of the one who has the floor.")
    private Role role = Role.LISTENER;

    @Mixin
    private ModelOptions model = new ModelOptions();

    @Option(names = "--json", description = "Writes one JSON object instead of sentences.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    Read(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Settings settings = Settings.load(environment);
        Packs packs = Packs.of(settings);
        String language = model.language(settings);
        Utterance utterance = new Utterance(text == null ? standardInput() : text.strip(), role, partner);
        Optional<Alarm> alarm = packs.ear(language).alarm(utterance.text());
        Judgement judgement = Judgement.of(model.tongues(packs, settings), utterance, alarm);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(object(utterance, judgement));
        } else {
            lines(packs.book(language), utterance, judgement.reading()).forEach(out::println);
            alarm.ifPresent(a -> out.println(Rehearsing.help(settings, a.concern())));
        }
        return 0;
    }

    private static String standardInput() {
        try {
            byte[] read = System.in.readNBytes(LARGEST + 1);
            if (read.length > LARGEST) {
                throw new FileProblem("Standard input holds more than a megabyte. Give one reply.");
            }
            return new String(read, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new FileProblem("Standard input cannot be read. Give the reply in quotation marks instead.");
        }
    }

    private static List<String> lines(PromptBook book, Utterance utterance, Reading reading) {
        List<String> lines = new ArrayList<>();
        lines.add(book.text(Text.of(reading.verdict(), utterance.role())));
        for (Passage passage : Passage.of(reading, utterance.text())) {
            String kind = book.meaning(passage.kind());
            lines.add("  "
                    + book.text(Text.READING_NOTICED, Map.of("quote", passage.words(utterance.text()), "kind", kind))
                    + "  [" + String.join(", ", passage.rules()) + "]");
        }
        if (reading.verdict().flags()) {
            lines.add(book.text(Text.READING_OPENING));
            String opening = book.opening(Openings.insteadOf(reading, utterance.role()), 0);
            lines.add("  " + opening);
        }
        if (!reading.findings().isEmpty()) {
            lines.add(book.text(Text.READING_NO_CLAIM));
        }
        return lines;
    }

    private static ObjectNode object(Utterance utterance, Judgement judgement) {
        Reading reading = judgement.reading();
        ObjectNode object = JSON.createObjectNode();
        object.put("verdict", label(reading.verdict()));
        object.put("strength", label(reading.strength()));
        var kinds = object.putArray("kinds");
        reading.findings().stream()
                .map(Finding::kind)
                .distinct()
                .map(Kind::label)
                .forEach(kinds::add);
        object.put("level", reading.level().map(Read::label).orElse(null));
        object.put("score", judgement.scores().defending());
        object.put("lean_in_score", judgement.scores().leaningIn());
        var spans = object.putArray("spans");
        for (Finding finding : reading.findings()) {
            spans.addObject()
                    .put("start", finding.start())
                    .put("end", finding.end())
                    .put("words", finding.words(utterance.text()))
                    .put("kind", finding.kind().label())
                    .put("rule", finding.rule());
        }
        return object;
    }

    private static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
