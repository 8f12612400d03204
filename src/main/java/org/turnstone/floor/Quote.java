package org.turnstone.floor;

import java.util.List;
import java.util.Objects;
import org.turnstone.reading.Finding;

/**
 * Places in somebody's words, to be quoted to that person alone.
 *
 * @param words which words
 * @param findings where in them, and by which rule
 */
public record Quote(Words words, List<Finding> findings) {
    public Quote {
        Objects.requireNonNull(words);
        findings = List.copyOf(findings);
    }
}
