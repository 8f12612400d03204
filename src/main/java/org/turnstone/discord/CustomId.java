package org.turnstone.discord;

import java.util.List;
import java.util.Optional;

/**
 * What a button, menu or form tells us when it comes back: which kind of thing it is, and short arguments. It carries its
 * version, so that one from an older Turnstone is told from one of ours, and never anybody's words: whoever can see a
 * button can see its id.
 *
 * @param what the kind of thing
 * @param arguments short words without colons
 */
record CustomId(String what, List<String> arguments) {
    private static final String VERSION = "1";
    private static final String BETWEEN = ":";

    CustomId {
        arguments = List.copyOf(arguments);
    }

    static String of(String what, String... arguments) {
        StringBuilder id = new StringBuilder(VERSION).append(BETWEEN).append(what);
        for (String argument : arguments) {
            id.append(BETWEEN).append(argument);
        }
        return id.toString();
    }

    /** Empty for an id that this version did not make. */
    static Optional<CustomId> parse(String id) {
        List<String> parts = List.of(id.split(BETWEEN, -1));
        boolean ours = parts.size() >= 2 && parts.get(0).equals(VERSION);
        return ours ? Optional.of(new CustomId(parts.get(1), parts.subList(2, parts.size()))) : Optional.empty();
    }

    /** The argument at {@code place}, or nothing at all. */
    String argument(int place) {
        return place < arguments.size() ? arguments.get(place) : "";
    }
}
