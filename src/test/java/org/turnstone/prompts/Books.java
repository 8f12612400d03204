package org.turnstone.prompts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.turnstone.floor.Person;
import org.turnstone.floor.Quote;

/** The prompt files that ship, and a plain filling for them. */
final class Books {
    static final String ENGLISH = read("en.txt");

    /** Ids are names, moments stand as {@code at 21:40} would, and quotes are three words. */
    static final Filling PLAIN = new Filling() {
        @Override
        public String name(Person person) {
            return person.id();
        }

        @Override
        public String when(Instant moment) {
            return "at 21:40";
        }

        @Override
        public String quote(Quote quote) {
            return "I only did";
        }
    };

    private Books() {}

    static PromptBook english() {
        return PromptBook.parse("en.txt", ENGLISH);
    }

    static PromptBook spanish() {
        return PromptBook.parse("es.txt", read("es.txt"), english());
    }

    private static String read(String name) {
        try {
            return Files.readString(Path.of("config", "prompts", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
