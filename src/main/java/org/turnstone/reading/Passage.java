package org.turnstone.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Words that stand together and say one thing: what a person is shown of a reading. Its findings may be many and small, since
 * a learned sequence is often two words; a passage is as long as a person would underline, with one reason.
 *
 * @param kind what it is a sign of: that of the longest cue in it; where there are learned sequences only, what the whole
 *     message was found to do most
 * @param rules of every finding in it
 * @param start index of the first character in the message (UTF-16 units)
 * @param end index after the last
 */
public record Passage(Kind kind, List<String> rules, int start, int end) {
    /** Findings with less than this between them, a short word say, are read in one go. */
    private static final int NEAR = 9;

    public Passage {
        rules = List.copyOf(rules);
    }

    /** The words in {@code message}, which must be the message that was read. */
    public String words(String message) {
        return message.substring(start, end);
    }

    /** The passages of {@code reading}, in the order of the words; {@code message} must be the message that was read. */
    public static List<Passage> of(Reading reading, String message) {
        List<Passage> all = new ArrayList<>();
        for (Kind.Side side : Kind.Side.values()) {
            all.addAll(telling(joined(reading.findings(side), message), message));
        }
        all.sort(Comparator.comparingInt(Passage::start));
        return all;
    }

    private static List<Passage> joined(List<Finding> findings, String message) {
        List<Passage> passages = new ArrayList<>();
        List<Finding> near = new ArrayList<>();
        int end = 0;
        for (Finding finding : findings) {
            if (!near.isEmpty() && !isNear(message, end, finding.start())) {
                passages.add(passage(near, findings));
                near.clear();
            }
            near.add(finding);
            end = Math.max(near.size() == 1 ? 0 : end, finding.end());
        }
        if (!near.isEmpty()) {
            passages.add(passage(near, findings));
        }
        return passages;
    }

    private static boolean isNear(String message, int from, int to) {
        return to - from < NEAR
                && message.substring(Math.min(from, to), to).chars().noneMatch(c -> ".!?\n".indexOf(c) >= 0);
    }

    private static Passage passage(List<Finding> near, List<Finding> all) {
        int end = near.stream().mapToInt(Finding::end).max().orElseThrow();
        Kind kind = longestCue(near).or(() -> longestCue(all)).orElseGet(() -> foremost(all));
        return new Passage(
                kind,
                near.stream().map(Finding::rule).distinct().toList(),
                near.get(0).start(),
                end);
    }

    private static Optional<Kind> longestCue(List<Finding> findings) {
        return findings.stream()
                .filter(Finding::isCue)
                .max(Comparator.comparingInt(f -> f.end() - f.start()))
                .map(Finding::kind);
    }

    /** The kind that most characters speak for. */
    private static Kind foremost(List<Finding> findings) {
        Map<Kind, Integer> characters = new LinkedHashMap<>();
        findings.forEach(f -> characters.merge(f.kind(), f.end() - f.start(), Integer::sum));
        return characters.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    /** A lone word that is no cue, such as "I", explains nothing beside others. */
    private static List<Passage> telling(List<Passage> passages, String message) {
        List<Passage> telling = passages.stream()
                .filter(p -> p.rules().stream().anyMatch(rule -> Finding.isCue(rule))
                        || p.words(message).strip().contains(" "))
                .toList();
        return telling.isEmpty() ? passages : telling;
    }
}
