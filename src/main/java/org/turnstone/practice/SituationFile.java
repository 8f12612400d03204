package org.turnstone.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a file of situations and gathers all that is wrong with it. For one thread, once. */
final class SituationFile {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final Pattern KIND = Pattern.compile("\\[([^\\[\\]]+)]");
    private static final Pattern SAID = Pattern.compile("([1-" + Situations.HARDEST + "]) +(\\S.*)");
    private static final Pattern OPENING = Pattern.compile("> *(\\S.*)");

    private final String fileName;
    private final List<String> problems = new ArrayList<>();
    private final List<Situation> situations = new ArrayList<>();
    private String kind = "";
    private Matcher open;
    private int openLine;

    SituationFile(String fileName) {
        this.fileName = fileName;
    }

    Situations read(String text) {
        int number = 0;
        for (String raw : text.replace(BYTE_ORDER_MARK, "").split("\n", -1)) {
            number++;
            String line = raw.strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                take(number, line);
            }
        }
        noneIsOpen();
        for (int level = 1; level <= Situations.HARDEST; level++) {
            needs(level, number);
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems));
        }
        return new Situations(situations);
    }

    private void take(int number, String line) {
        Matcher heading = KIND.matcher(line);
        Matcher said = SAID.matcher(line);
        Matcher opening = OPENING.matcher(line);
        if (heading.matches()) {
            noneIsOpen();
            kind = heading.group(1).strip();
        } else if (said.matches()) {
            noneIsOpen();
            open = said;
            openLine = number;
        } else if (opening.matches()) {
            close(number, opening.group(1));
        } else {
            wrong(
                    number,
                    "this is no situation",
                    "begin with a level from 1 to " + Situations.HARDEST + ", or with \">\"");
        }
    }

    private void close(int number, String opening) {
        if (open == null) {
            wrong(number, "this beginning answers nothing", "put what the partner says in the line above it");
            return;
        }
        if (kind.isEmpty()) {
            wrong(openLine, "this situation stands under no heading", "put a line such as [home] above it");
        }
        situations.add(new Situation(kind, Integer.parseInt(open.group(1)), open.group(2), opening));
        open = null;
    }

    private void noneIsOpen() {
        if (open != null) {
            wrong(openLine, "nobody is offered a beginning here", "add a line with \">\" below it");
            open = null;
        }
    }

    private void needs(int level, int lines) {
        if (situations.stream().noneMatch(s -> s.level() == level)) {
            wrong(lines, "there is no situation of level " + level, "write one: practice goes from level to level");
        }
    }

    private void wrong(int line, String what, String remedy) {
        problems.add(fileName + ":" + line + ": " + what + "; " + remedy + ".");
    }
}
