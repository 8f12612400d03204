package org.turnstone.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.turnstone.Packs;
import org.turnstone.Rehearsing;
import org.turnstone.Settings;
import org.turnstone.prompts.PromptBook;
import org.turnstone.prompts.Text;
import org.turnstone.reading.Finding;
import org.turnstone.reading.Kind;
import org.turnstone.reading.Reading;
import org.turnstone.reading.Role;
import org.turnstone.reading.Utterance;
import org.turnstone.room.Ear;
import org.turnstone.safety.Alarm;
import picocli.CommandLine.Command;
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

    private final Map<String, String> environment;

    @Parameters(paramLabel = "TEXT", description = "The reply, in quotation marks.")
    private String text;

    @Option(names = "--partner", paramLabel = "TEXT", description = "What the other said just before.")
    private String partner = "";

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            description = "listener (the default), or speaker for the words of the one who has the floor.")
    private Role role = Role.LISTENER;

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
        String language = settings.local().language().getLanguage();
        Packs packs = Packs.of(settings);
        Ear ear = packs.ear(language);
        Optional<Alarm> alarm = ear.alarm(text);
        Reading reading = alarm.isPresent() ? Reading.NOTHING : ear.read(new Utterance(text, role, partner));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(object(reading));
        } else {
            lines(packs.book(language), reading).forEach(out::println);
            alarm.ifPresent(a -> out.println(Rehearsing.help(settings, a.concern())));
        }
        return 0;
    }

    private List<String> lines(PromptBook book, Reading reading) {
        List<String> lines = new ArrayList<>();
        lines.add(book.text(Text.of(reading.verdict(), role)));
        for (Finding finding : reading.findings()) {
            String kind = book.meaning(finding.kind());
            lines.add("  " + book.text(Text.READING_NOTICED, Map.of("quote", finding.words(text), "kind", kind)) + "  ["
                    + finding.rule() + "]");
        }
        if (!reading.findings().isEmpty()) {
            lines.add(book.text(Text.READING_NO_CLAIM));
        }
        return lines;
    }

    private ObjectNode object(Reading reading) {
        ObjectNode object = JSON.createObjectNode();
        object.put("verdict", label(reading.verdict()));
        object.put("strength", label(reading.strength()));
        var kinds = object.putArray("kinds");
        reading.findings().stream()
                .map(Finding::kind)
                .distinct()
                .map(Kind::label)
                .forEach(kinds::add);
        var spans = object.putArray("spans");
        for (Finding finding : reading.findings()) {
            spans.addObject()
                    .put("start", finding.start())
                    .put("end", finding.end())
                    .put("words", finding.words(text))
                    .put("kind", finding.kind().label())
                    .put("rule", finding.rule());
        }
        return object;
    }

    private static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
