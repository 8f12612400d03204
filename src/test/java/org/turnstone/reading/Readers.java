package org.turnstone.reading;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The readers that ship, made once for all tests. */
final class Readers {
    private static final Map<String, Reader> SHIPPED = new ConcurrentHashMap<>();

    private Readers() {}

    static Reader shipped(String language) {
        return SHIPPED.computeIfAbsent(language, l -> new Reader(LexiconFileTest.lexicon(l)));
    }
}
