package org.turnstone.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Everything in one message that weights can be learned for, by name. Made with the very code that reads, so that what
 * is learned is what is read.
 *
 * @param message of the message itself and of the partner's words before it, each feature once
 * @param norm what a message of its length is divided by
 * @param before of the partner's words alone, each once; empty where they are unknown
 * @param beforeNorm what partner's words of their length are divided by
 */
public record Traits(List<Trait> message, double norm, List<Trait> before, double beforeNorm) {
    /** Of a message that is not read. */
    public static final Traits NONE = new Traits(List.of(), 1, List.of(), 1);

    public Traits {
        message = List.copyOf(message);
        before = List.copyOf(before);
    }

    /**
     * One feature.
     *
     * @param name as a weights file writes it
     * @param hash its number
     */
    public record Trait(Family family, String name, long hash) {}

    static Traits of(Tokens tokens, Structure structure, List<Reader.Sign> signs, Tokens before) {
        int[] heard = Features.heard(tokens, structure.greetingEnd());
        Collecting message = new Collecting(tokens, heard);
        new Features(tokens, structure, signs, heard, message).reply();
        int[] heardBefore = Features.heard(before, 0);
        Collecting partner = new Collecting(before, heardBefore);
        Features.before(before, heardBefore, partner);
        message.found.addAll(partner.found);
        return new Traits(message.found, Score.norm(heard.length), partner.found, Score.stakesNorm(heardBefore.length));
    }

    /** Collects features and gives them their names. For one thread, once. */
    private static final class Collecting implements Features.Sink {
        private final Tokens tokens;
        private final int[] heard;
        private final List<Trait> found = new ArrayList<>();
        private final Set<Long> seen = new HashSet<>();

        Collecting(Tokens tokens, int[] heard) {
            this.tokens = tokens;
            this.heard = heard;
        }

        @Override
        public void sequence(Family family, long hash, int first, int last) {
            if (seen.add(hash)) {
                found.add(new Trait(family, family.written(name(family, hash, first, last)), hash));
            }
        }

        private String name(Family family, long hash, int first, int last) {
            StringBuilder name = new StringBuilder(at(first));
            for (int i = first + 1; i <= last; i++) {
                name.append(' ').append(at(i));
            }
            String plain = name.toString();
            return Hashes.of(family, plain) == hash ? plain : at(first) + " * " + at(last);
        }

        private String at(int i) {
            if (i < 0) {
                return "(start)";
            }
            return i == heard.length ? "(end)" : Hashes.name(tokens, heard[i]);
        }

        @Override
        public void label(Family family, String label) {
            long hash = Hashes.of(family, label);
            if (seen.add(hash)) {
                found.add(new Trait(family, family.written(label), hash));
            }
        }

        @Override
        public void cue(Reader.Sign sign) {
            label(Family.CUE, sign.cue().rule());
            label(Family.KIND, sign.cue().kind().label());
            label(Family.FORCE, Features.force(sign.cue()));
        }
    }
}
