package org.turnstone.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a plain transcript: {@code Name: text}. A line without a name goes on with the message before it. */
final class PlainExport {
    /** A name is short and holds no colon; a sentence with a colon in it is rarely both. */
    private static final Pattern SAID = Pattern.compile("\\s*([^:\\s][^:]{0,39}):\\s+(.*\\S)\\s*");

    private PlainExport() {}

    static Export read(String file, String content) {
        List<Message> messages = new ArrayList<>();
        int number = 0;
        for (String line : content.lines().toList()) {
            number++;
            Matcher said = SAID.matcher(line);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (said.matches() && isName(said.group(1))) {
                messages.add(new Message(
                        messages.size(), said.group(1).strip(), said.group(2), Optional.empty(), Optional.empty()));
            } else if (messages.isEmpty()) {
                throw new ExportProblem(
                        file + ":" + number + " does not begin with a name and a colon, as in \"Ana: I felt"
                                + " alone.\" Is this an exported chat?");
            } else {
                goesOn(messages, line.strip());
            }
        }
        return Export.of(file, messages);
    }

    private static boolean isName(String name) {
        return name.strip().split("\\s+").length <= 4;
    }

    private static void goesOn(List<Message> messages, String line) {
        Message last = messages.remove(messages.size() - 1);
        messages.add(new Message(last.index(), last.from(), last.text() + "\n" + line, last.at(), last.as()));
    }
}
