package org.turnstone;

import java.util.List;
import java.util.stream.Stream;

/**
 * Settings that cannot be used. Each problem is one line for a person: where, what, and what to do next; none holds a
 * secret.
 */
public final class SettingsRefused extends RuntimeException {

    /** So many are told at once: whoever mends these will see the rest. */
    private static final int MOST = 20;

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    public SettingsRefused(List<String> problems) {
        super(String.join("\n", shortened(problems)));
        this.problems = shortened(problems);
    }

    public List<String> problems() {
        return problems;
    }

    private static List<String> shortened(List<String> problems) {
        int more = problems.size() - MOST;
        return more <= 0
                ? List.copyOf(problems)
                : Stream.concat(problems.stream().limit(MOST), Stream.of("(and " + more + " more)"))
                        .toList();
    }
}
