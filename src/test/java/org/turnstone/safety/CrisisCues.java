package org.turnstone.safety;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The cue file as it is shipped, read once for all tests. */
final class CrisisCues {
    private static final Path FILE = Path.of("config/lexicon/crisis.en.txt");

    static final CrisisLexicon LEXICON = read();
    static final CrisisReader READER = new CrisisReader(LEXICON);

    private CrisisCues() {}

    private static CrisisLexicon read() {
        try {
            return CrisisLexicon.parse(FILE.toString(), Files.readString(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
