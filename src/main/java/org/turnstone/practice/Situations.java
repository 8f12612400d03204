package org.turnstone.practice;

import java.util.ArrayList;
import java.util.List;

/**
 * The written set of situations in one language, easier ones and harder ones. The file's own head says how it is written.
 * Immutable; threads may share one.
 */
public final class Situations {
    /** The level that is hardest to hear. */
    public static final int HARDEST = 4;

    private final List<Situation> all;
    private final List<List<Situation>> rounds;

    Situations(List<Situation> all) {
        this.all = List.copyOf(all);
        List<List<Situation>> byLevel = new ArrayList<>();
        for (int level = 1; level <= HARDEST; level++) {
            byLevel.add(round(level));
        }
        this.rounds = List.copyOf(byLevel);
    }

    /**
     * Reads a file of situations.
     *
     * @param fileName only for what is said of mistakes
     * @throws IllegalArgumentException where something is missing or written wrongly; it names every such place as
     *     {@code file:line}, with the reason and what to do
     */
    public static Situations parse(String fileName, String text) {
        return new SituationFile(fileName).read(text);
    }

    /** Every situation, in the order of the file. */
    public List<Situation> all() {
        return all;
    }

    /** The {@code number}th situation of a level, counted round: neighbours are of different kinds wherever that goes. */
    public Situation at(int level, int number) {
        List<Situation> round = rounds.get(level - 1);
        return round.get(Math.floorMod(number, round.size()));
    }

    /** One of each kind, then the next of each kind. */
    private List<Situation> round(int level) {
        List<List<Situation>> kinds = all.stream()
                .map(Situation::kind)
                .distinct()
                .map(kind -> all.stream()
                        .filter(s -> s.kind().equals(kind) && s.level() == level)
                        .toList())
                .toList();
        int longest = kinds.stream().mapToInt(List::size).max().orElse(0);
        List<Situation> round = new ArrayList<>();
        for (int i = 0; i < longest; i++) {
            for (List<Situation> kind : kinds) {
                if (i < kind.size()) {
                    round.add(kind.get(i));
                }
            }
        }
        return List.copyOf(round);
    }
}
