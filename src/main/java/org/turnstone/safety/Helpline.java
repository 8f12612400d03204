package org.turnstone.safety;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * People to turn to.
 *
 * @param name as they call themselves
 * @param call the number to call, as people write it
 * @param text what to send, and where to
 * @param web their address, beginning with https
 * @param concerns what they are there for
 * @param languages what they speak, as IETF tags
 * @param checked when somebody last compared it with {@code source}; empty: nobody has confirmed it yet
 * @param source where it was, or is to be, checked; their own page where they have one
 */
public record Helpline(
        String name,
        Optional<String> call,
        Optional<String> text,
        Optional<String> web,
        Set<Concern> concerns,
        List<String> languages,
        Optional<LocalDate> checked,
        String source) {
    /** @throws IllegalArgumentException where nobody could be reached, or for nothing, with what to do */
    public Helpline {
        Objects.requireNonNull(checked);
        Objects.requireNonNull(source);
        concerns = Set.copyOf(concerns);
        languages = List.copyOf(languages);
        must(!name.isBlank(), "a line needs a name");
        must(call.isPresent() || text.isPresent() || web.isPresent(), "nobody can be reached; give call, text or web");
        must(!concerns.isEmpty(), "it is there for nothing; give at least one of its concerns");
        must(!languages.isEmpty(), "give at least one of its languages");
        must(web.filter(w -> !w.startsWith("https://")).isEmpty(), "web must begin with https://");
    }

    private static void must(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /** Every way to reach them, in one line: what is quickest first. */
    public String contact() {
        StringBuilder ways = new StringBuilder(call.orElse(""));
        text.ifPresent(t -> ways.append(ways.isEmpty() ? "" : ", ").append(t));
        web.ifPresent(w -> ways.append(ways.isEmpty() ? "" : ", ").append(w));
        return ways.toString();
    }
}
