package org.turnstone.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Reads in one language, and a message that goes back and forth between two with the readers of both. Immutable; may be
 * shared between threads.
 */
public final class Tongues {
    /** So many of a language's little words show that somebody speaks it here. */
    private static final int ENOUGH = 2;

    /** A language's reader, and the same where it takes no language for foreign. */
    private record Tongue(Reader strict, Reader free) {
        Tongue(Reader reader) {
            this(reader, reader.mindingNoLanguage());
        }
    }

    private final Tongue own;
    private final List<Tongue> others;

    /**
     * @param own the language of whoever writes
     * @param others the other languages that are installed
     */
    public Tongues(Reader own, List<Reader> others) {
        this.own = new Tongue(own);
        this.others = others.stream().map(Tongue::new).toList();
    }

    /** Reads {@code utterance}; where it is in one of the other languages alone, with that one's reader. */
    public Reading read(Utterance utterance) {
        Optional<Tongue> other = spokenBeside(utterance.text());
        if (other.isEmpty()) {
            return own.strict().read(utterance);
        }
        if (!speaks(own, other.get(), utterance.text())) {
            return other.get().strict().read(utterance);
        }
        Reading first = own.free().read(utterance);
        Reading second = other.get().free().read(utterance);
        return together(first, second);
    }

    /** As {@link Reader#scores}; of a message in two languages the higher of both. */
    public Scores scores(Utterance utterance) {
        Optional<Tongue> other = spokenBeside(utterance.text());
        if (other.isEmpty()) {
            return own.strict().scores(utterance);
        }
        if (!speaks(own, other.get(), utterance.text())) {
            return other.get().strict().scores(utterance);
        }
        Scores first = own.free().scores(utterance);
        Scores second = other.get().free().scores(utterance);
        return new Scores(
                Math.max(first.defending(), second.defending()),
                Math.max(first.leaningIn(), second.leaningIn()),
                first.balanced() || second.balanced());
    }

    /** The other language that is spoken in {@code text}, if one is. */
    private Optional<Tongue> spokenBeside(String text) {
        return others.stream()
                .filter(other -> speaks(other, own, text))
                .max(Comparator.comparingInt(other -> other.strict().littleWords(text)));
    }

    /** Whether {@code one} is spoken: by its own little words, and by their being foreign to the other or outnumbering it. */
    private static boolean speaks(Tongue one, Tongue other, String text) {
        int words = one.strict().littleWords(text);
        return words >= ENOUGH
                && (other.strict().hearsAnother(text, ENOUGH)
                        || words > other.strict().littleWords(text));
    }

    /** What comes last outweighs what precedes it, in whichever language it comes. */
    private static Reading together(Reading first, Reading second) {
        if (first.verdict() == Verdict.NOTHING || second.verdict() == Verdict.NOTHING) {
            return first.verdict() == Verdict.NOTHING ? second : first;
        }
        boolean firstFlags = first.verdict().flags();
        if (firstFlags == second.verdict().flags()) {
            return joined(first.verdict() == Verdict.MIXED ? first.verdict() : second.verdict(), first, second);
        }
        Reading flagged = firstFlags ? first : second;
        Reading warm = firstFlags ? second : first;
        boolean endsWarm = flagged.strength() != Strength.HARD && end(flagged) <= start(warm);
        return endsWarm ? warm : joined(Verdict.MIXED, flagged, warm);
    }

    private static Reading joined(Verdict verdict, Reading one, Reading other) {
        List<Finding> findings = new ArrayList<>(one.findings());
        findings.addAll(other.findings());
        findings.sort(Comparator.comparingInt(Finding::start).thenComparingInt(Finding::end));
        Strength strength = one.verdict().flags() && !other.verdict().flags()
                ? one.strength()
                : one.strength().compareTo(other.strength()) >= 0 ? one.strength() : other.strength();
        return new Reading(verdict, strength, findings, one.pain() || other.pain());
    }

    private static int start(Reading reading) {
        return reading.findings().stream().mapToInt(Finding::start).min().orElse(0);
    }

    private static int end(Reading reading) {
        return reading.findings().stream().mapToInt(Finding::end).max().orElse(0);
    }
}
