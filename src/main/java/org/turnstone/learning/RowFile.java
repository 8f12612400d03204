package org.turnstone.learning;

import java.util.ArrayList;
import java.util.List;

/**
 * A file of labelled rows, one JSON object a line; blank lines are skipped.
 *
 * @param name by which measures and messages call it
 */
public record RowFile(String name, List<LabelledRow> rows) {
    public RowFile {
        rows = List.copyOf(rows);
    }

    /** @throws IllegalArgumentException with file, line, what is wrong and what to do, and without the line's text */
    public static RowFile parse(String name, List<String> lines) {
        List<LabelledRow> rows = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = i == 0 ? withoutMark(lines.get(0)) : lines.get(i);
            if (!line.isBlank()) {
                rows.add(LabelledRow.parse(name + ":" + (i + 1), line));
            }
        }
        return new RowFile(name, rows);
    }

    /** Some editors begin a file with an unseen byte order mark. */
    private static String withoutMark(String line) {
        return line.startsWith("\uFEFF") ? line.substring(1) : line;
    }
}
