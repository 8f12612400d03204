package org.turnstone.learning;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which personas' rows are sealed: kept from every cue, weight and threshold, for the last measure. Lines
 * {@code sealed PERSONA}; whoever is not named teaches. {@code #} begins a comment. Immutable once read.
 */
public final class Split {
    private static final String SEALED = "sealed ";

    private final Set<String> sealed = new HashSet<>();

    private Split() {}

    /** All rows teach. */
    public static Split none() {
        return new Split();
    }

    /** @throws IllegalArgumentException with file, line, what is wrong and what to do */
    public static Split parse(String fileName, List<String> lines) {
        Split split = new Split();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && line.charAt(0) != '#') {
                split.take(fileName + ":" + (i + 1), line);
            }
        }
        return split;
    }

    private void take(String place, String line) {
        if (!line.startsWith(SEALED)) {
            throw new IllegalArgumentException(place + ": must be \"sealed PERSONA\"");
        }
        if (!sealed.add(line.substring(SEALED.length()).strip())) {
            throw new IllegalArgumentException(place + ": the persona stands twice; take one line out");
        }
    }

    /** Whether the persona's rows are kept for the last measure. */
    public boolean isSealed(String author) {
        return sealed.contains(author);
    }
}
