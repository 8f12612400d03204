package org.turnstone.reading;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which of the cues found in a message count: those of its role whose needs are met, and where several share words, the
 * longest. Stateless; may be shared between threads.
 */
final class Signs {
    private Signs() {}

    static List<Reader.Sign> standing(List<Phrases.Match<Entry>> found, Structure structure, Role role) {
        List<Candidate> candidates = new ArrayList<>();
        for (Phrases.Match<Entry> match : found) {
            if (match.payload() instanceof Entry.Framing framing) {
                if (framing.frame() == Frame.HARMLESS) {
                    candidates.add(new Candidate(match.first(), match.last(), null));
                }
            } else if (match.payload() instanceof Entry.Cue cue
                    && cue.role() == role
                    && structure.counts(cue, match.first(), match.last())) {
                candidates.add(new Candidate(match.first(), match.last(), cue));
            }
        }
        return longest(candidates);
    }

    /** A cue, or a harmless phrase where {@code cue} is null. */
    private record Candidate(int first, int last, Entry.@Nullable Cue cue) {
        int length() {
            return last - first;
        }

        double force() {
            return cue == null ? 9 : cue.force().amount();
        }
    }

    private static List<Reader.Sign> longest(List<Candidate> candidates) {
        candidates.sort(Comparator.comparingInt(Candidate::length)
                .thenComparingDouble(Candidate::force)
                .reversed());
        BitSet taken = new BitSet();
        List<Reader.Sign> standing = new ArrayList<>();
        for (Candidate c : candidates) {
            int next = taken.nextSetBit(c.first());
            if (next < 0 || next > c.last()) {
                taken.set(c.first(), c.last() + 1);
                if (c.cue() != null) {
                    standing.add(new Reader.Sign(c.cue(), c.first(), c.last()));
                }
            }
        }
        standing.sort(Comparator.comparingInt(Reader.Sign::first));
        return standing;
    }
}
