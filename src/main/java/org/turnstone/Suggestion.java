package org.turnstone;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** The known name nearest to one that is not known, for "did you mean". No state. */
public final class Suggestion {

    private static final List<String> SECRETS = List.of("token", "secret", "password", "passphrase");

    private Suggestion() {}

    /** What to say of the key at {@code path}, which none of {@code known} is. */
    static String forUnknown(String path, List<String> known) {
        String lower = path.toLowerCase(Locale.ROOT);
        if (SECRETS.stream().anyMatch(lower::contains)) {
            return "is not a setting: secrets are never kept in this file; set " + Environment.TOKEN + " or "
                    + Environment.TOKEN_FILE + " instead, and renew a secret that stood here";
        }
        return "is not a setting; remove it"
                + nearest(path, known)
                        .map(name -> ", or did you mean " + name + "?")
                        .orElse("");
    }

    /** The best guess, if it is near enough to be one. The last part of a path counts before the whole. */
    public static Optional<String> nearest(String path, List<String> known) {
        String name = last(path);
        return known.stream()
                .filter(candidate -> distance(name, last(candidate)) <= slips(name))
                .min(Comparator.<String>comparingInt(candidate -> distance(name, last(candidate)))
                        .thenComparingInt(candidate -> distance(path, candidate))
                        .thenComparing(candidate -> candidate));
    }

    /** How many slips are forgiven: more in a longer name, up to three. */
    private static int slips(String name) {
        return name.length() < 4 ? 1 : Math.min(3, Math.max(2, name.length() / 3));
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** Levenshtein's distance: letters to add, drop or change. Names are short; long ones are cut. */
    static int distance(String one, String other) {
        String a = one.substring(0, Math.min(one.length(), 64));
        String b = other.substring(0, Math.min(other.length(), 64));
        int[] row = IntStream.rangeClosed(0, b.length()).toArray();
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
