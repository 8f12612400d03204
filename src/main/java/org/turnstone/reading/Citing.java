package org.turnstone.reading;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Sees to it that a flagged reading cites all the words that led to it: without them the verdict must be another. What
 * is noticed again once the cited words are gone is cited as well. For one thread, once.
 */
final class Citing {
    /** Each round cites more words; what is still flagged after these has all of its words cited. */
    private static final int ROUNDS = 6;

    /** Reads what is left of a message. */
    @FunctionalInterface
    interface Rereading {
        /** @param surplus how many times as much to cite as would just do: a long message is not to be read for ever */
        Reading of(String rest, double surplus);
    }

    private final String text;
    private final Rereading read;
    private final BitSet cited = new BitSet();
    private final List<Finding> findings = new ArrayList<>();

    Citing(String text, Rereading read) {
        this.text = text;
        this.read = read;
    }

    Reading complete(Reading first) {
        first.findings().forEach(this::cite);
        double surplus = 1;
        for (int round = 0; round < ROUNDS; round++) {
            int[] places = places();
            surplus *= 2;
            Reading rest = read.of(remaining(), surplus);
            if (!rest.verdict().flags()) {
                return sorted(first);
            }
            rest.findings()
                    .forEach(f -> cite(new Finding(f.kind(), f.rule(), places[f.start()], places[f.end() - 1] + 1)));
        }
        citeAll(first);
        return sorted(first);
    }

    private Reading sorted(Reading first) {
        findings.sort(Comparator.comparingInt(Finding::start).thenComparingInt(Finding::end));
        return new Reading(first.verdict(), first.strength(), findings, first.pain());
    }

    /** Where every part of a message says the same, all of it is cited. */
    private void citeAll(Reading first) {
        Finding loudest = first.findings().get(0);
        cite(new Finding(loudest.kind(), loudest.rule(), 0, text.length()));
    }

    private void cite(Finding finding) {
        findings.add(finding);
        cited.set(finding.start(), finding.end());
    }

    private String remaining() {
        StringBuilder rest = new StringBuilder(text.length());
        for (int i = cited.nextClearBit(0); i < text.length(); i = cited.nextClearBit(i + 1)) {
            rest.append(text.charAt(i));
        }
        return rest.toString();
    }

    /** For each remaining character its place in the whole text. */
    private int[] places() {
        int[] places = new int[text.length()];
        int kept = 0;
        for (int i = cited.nextClearBit(0); i < text.length(); i = cited.nextClearBit(i + 1)) {
            places[kept++] = i;
        }
        return places;
    }
}
