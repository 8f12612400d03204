package org.turnstone.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;

/**
 * What one open page has been told. A page is told only what is new to it: were it told "nothing new" whenever something
 * private happened to somebody else, whoever watches the wire could tell that it did. Threads may share one.
 */
final class Known {
    private long line;
    private String state = "";
    private String rest = "";
    private Set<Long> standing = new HashSet<>();

    /** The last line that it has. */
    synchronized long line() {
        return line;
    }

    synchronized void hasLine(long seq) {
        line = Math.max(line, seq);
        standing.add(seq);
    }

    /** Whether this state is new to it. */
    synchronized boolean isNewState(String now) {
        boolean isNew = !state.equals(now);
        state = now;
        return isNew;
    }

    /** Whether there is anything new in {@code welcome}, beside the time of day. */
    synchronized boolean isNew(ObjectNode welcome) {
        Set<Long> stands = new HashSet<>();
        welcome.path("stand").forEach(seq -> stands.add(seq.asLong()));
        welcome.path("lines").forEach(seq -> stands.add(seq.path("seq").asLong()));
        ObjectNode others = welcome.deepCopy();
        others.remove(Set.of("now", "after", "stand", "lines"));
        String now = Json.write(others);
        boolean isNew = !welcome.path("lines").isEmpty() || !rest.equals(now) || !stands.containsAll(standing);
        rest = now;
        standing = stands;
        line = Math.max(line, stands.stream().mapToLong(Long::longValue).max().orElse(0));
        return isNew;
    }
}
