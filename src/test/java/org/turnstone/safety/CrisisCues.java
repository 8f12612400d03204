package org.turnstone.safety;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The cues and what was learned beside them, as they are shipped, read once for all tests. */
final class CrisisCues {
    private static final Path FILE = Path.of("config/lexicon/crisis.en.txt");

    private static final Path LEARNED = Path.of("config/lexicon/crisis.en.weights");

    static final CrisisLexicon LEXICON = CrisisLexicon.parse(FILE.toString(), text(FILE));
    static final CrisisWeights WEIGHTS = CrisisWeights.parse(LEARNED.toString(), text(LEARNED));
    static final CrisisReader READER = new CrisisReader(LEXICON, WEIGHTS);

    private CrisisCues() {}

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
