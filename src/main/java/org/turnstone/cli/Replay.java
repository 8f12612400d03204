package org.turnstone.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.turnstone.Rehearsing;
import org.turnstone.Settings;
import org.turnstone.rehearsal.Export;
import org.turnstone.rehearsal.Onlooker;
import org.turnstone.rehearsal.Pages;
import org.turnstone.rehearsal.Replayed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code replay}: plays an exported chat through the bot and prints the conversation. Nothing is stored. For one thread. */
@Command(
        name = "replay",
        description = {
            "Plays an exported chat through the bot and prints the mediated conversation. Nothing is stored or sent.",
            "Reads DiscordChatExporter JSON, a Slack export, a plain transcript (Name: text), and JSON Lines."
        })
final class Replay implements Callable<Integer> {
    private static final long LARGEST = 64 * 1024 * 1024;

    private final Map<String, String> environment;

    @Parameters(paramLabel = "FILE", description = "The exported chat.")
    private Path file;

    @Option(
            names = "--me",
            paramLabel = "NAME",
            description = "Shows what this person could see, private notes included.")
    private Optional<String> me = Optional.empty();

    @Option(names = "--json", description = "Writes one JSON object a line for each thing that the bot did.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    Replay(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Settings settings = Settings.load(environment);
        PrintWriter out = spec.commandLine().getOut();
        Pages pages = new Pages(new ObjectMapper());
        Replayed replayed = Rehearsing.replay(settings, Export.read(file.toString(), content()), onlooker());
        (json ? pages.json(replayed) : pages.text(replayed)).forEach(out::println);
        out.flush();
        return 0;
    }

    private Onlooker onlooker() {
        Onlooker nobody = json ? new Onlooker.Everyone() : new Onlooker.Bystander();
        return me.<Onlooker>map(Onlooker.Someone::new).orElse(nobody);
    }

    private String content() {
        try {
            if (Files.size(file) > LARGEST) {
                throw new FileProblem(file + " is larger than 64 MB. Export a smaller part of the chat.");
            }
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new FileProblem(file + " does not exist. Check the name.");
        } catch (CharacterCodingException e) {
            throw new FileProblem(file + " is not text in UTF-8. Export the chat again as JSON or text.");
        } catch (IOException e) {
            throw new FileProblem(file + " cannot be read. It must be a file that this user may read.");
        }
    }
}
