package org.turnstone.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The readers that ship, made once for all tests. */
public final class Readers {
    private static final Map<String, Reader> SHIPPED = new ConcurrentHashMap<>();

    private Readers() {}

    /** The reader of a language: its cues, and what was learned where it has such a file. */
    public static Reader shipped(String language) {
        return SHIPPED.computeIfAbsent(language, l -> new Reader(LexiconFileTest.lexicon(l), Readers.weights(l)));
    }

    private static Weights weights(String language) {
        Path file = Path.of("config/lexicon/" + language + ".weights");
        try {
            return Files.exists(file) ? Weights.parse(file.toString(), Files.readString(file)) : Weights.NONE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
