package org.turnstone.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.turnstone.Packs;
import org.turnstone.Settings;
import org.turnstone.reading.Lexicon;
import org.turnstone.reading.Reader;
import org.turnstone.reading.Tongues;
import org.turnstone.reading.Weights;
import picocli.CommandLine.Option;

/** Which model a command reads with: a language's own pack, or files that somebody is trying out. For one thread. */
final class ModelOptions {
    @Option(
            names = "--language",
            paramLabel = "CODE",
            description = "The language pack to read with: en, es. Otherwise the one in the settings.")
    private @Nullable String language;

    @Option(
            names = "--lexicon",
            paramLabel = "FILE",
            description = "Reads with the cues of this file instead of the pack's.")
    private @Nullable Path lexicon;

    @Option(
            names = "--weights",
            paramLabel = "FILE",
            description = "Reads with what was learned in this file instead of the pack's.")
    private @Nullable Path weights;

    String language(Settings settings) {
        return Optional.ofNullable(language)
                .orElseGet(() -> settings.local().language().getLanguage());
    }

    /** @throws FileProblem where a given file cannot be used */
    Tongues tongues(Packs packs, Settings settings) {
        String own = language(settings);
        if (lexicon == null && weights == null) {
            return packs.tongues(own);
        }
        try {
            Lexicon cues = lexicon == null ? packs.lexicon(own) : Lexicon.parse(lexicon.toString(), text(lexicon));
            Weights learned = weights == null ? packs.weights(own) : Weights.parse(weights.toString(), text(weights));
            return packs.tongues(own, new Reader(cues, learned));
        } catch (IllegalArgumentException e) {
            throw new FileProblem(e.getMessage());
        }
    }

    /** The text of a file that a command was given. */
    static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new FileProblem(
                    file + ": cannot be read. It must be a file of text in UTF-8 that this user may read.");
        }
    }
}
