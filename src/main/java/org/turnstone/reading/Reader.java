package org.turnstone.reading;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Reads one message in its role and says what its words show. Deterministic: the same words before the same lexicon
 * give the same reading. Without cues nothing is noticed. Immutable; may be shared between threads.
 *
 * <p>It abstains (an empty reading) on what is only quotation, links, code or emoji, on a fragment of two words whose
 * context is unknown, and on languages that its lexicon is not for.
 */
public final class Reader {
    private final Lexicon lexicon;
    private final long you;
    private final long us;
    private final long me;
    private final long opener;
    private final long feeling;
    private final LanguageTest languageTest;

    public Reader(Lexicon lexicon) {
        this.lexicon = lexicon;
        Phrases<Entry> phrases = lexicon.phrases();
        this.you = phrases.classBit("you");
        this.us = phrases.classBit("us");
        this.me = phrases.classBit("me");
        this.opener = phrases.classBit("opener");
        this.feeling = phrases.classBit("feeling");
        this.languageTest = new LanguageTest(phrases.classBit("function"), phrases.classBit("foreign"));
    }

    /** One cue where it stands, in tokens. */
    record Sign(Entry.Cue cue, int first, int last) {
        int length() {
            return last - first + 1;
        }
    }

    /** Reads {@code utterance}. Any string is allowed; time is linear in its length. */
    public Reading read(Utterance utterance) {
        Reading first = once(utterance);
        if (!first.verdict().flags()) {
            return first;
        }
        return new Citing(utterance.text(), rest -> once(new Utterance(rest, utterance.role(), utterance.before())))
                .complete(first);
    }

    /** How far {@code utterance} goes each way; nothing is explained. */
    public Scores scores(Utterance utterance) {
        return weighing(utterance).map(w -> w.scores(utterance.role())).orElse(Scores.NONE);
    }

    private Reading once(Utterance utterance) {
        return weighing(utterance).map(w -> w.reading(utterance.role())).orElse(Reading.NOTHING);
    }

    /** Empty where it abstains. */
    private Optional<Weighing> weighing(Utterance utterance) {
        Tokens tokens = Tokens.of(utterance.text());
        long[] classes = lexicon.phrases().classesOf(tokens);
        if (abstains(utterance, tokens, classes)) {
            return Optional.empty();
        }
        Structure structure = structure(utterance, tokens, classes);
        List<Sign> signs = signs(structure, tokens, utterance.role());
        return structure.onlyQuoted() ? Optional.empty() : Optional.of(new Weighing(tokens, structure, signs));
    }

    private boolean abstains(Utterance utterance, Tokens tokens, long[] classes) {
        int words = tokens.words();
        return words == 0 || words <= 2 && utterance.before().isBlank() || languageTest.isForeign(tokens, classes);
    }

    /** The signs that stand in {@code utterance}, whatever they come to. */
    List<Sign> signs(Utterance utterance) {
        Tokens tokens = Tokens.of(utterance.text());
        Structure structure = structure(utterance, tokens, lexicon.phrases().classesOf(tokens));
        return signs(structure, tokens, utterance.role());
    }

    private List<Sign> signs(Structure structure, Tokens tokens, Role role) {
        List<Phrases.Match<Entry>> found = lexicon.phrases().in(tokens);
        takeFrames(structure, found);
        return Signs.standing(found, structure, role);
    }

    private Structure structure(Utterance utterance, Tokens tokens, long[] classes) {
        return new Structure(
                tokens, having(classes, you), having(classes, me), having(classes, opener), before(utterance.before()));
    }

    /** Words that lean in themselves hold no complaint, whatever they speak of. */
    private Structure.Before before(String text) {
        if (text.isBlank()) {
            return Structure.Before.UNKNOWN;
        }
        Tokens tokens = Tokens.of(text);
        long[] classes = lexicon.phrases().classesOf(tokens);
        boolean warm = leansIn(text);
        boolean ofFeeling = !warm && !having(classes, feeling).isEmpty();
        return new Structure.Before(
                tokens.size() > 0,
                ofFeeling,
                !warm && !having(classes, you | us).isEmpty());
    }

    private boolean leansIn(String text) {
        return signs(Utterance.reply(text, "")).stream()
                .anyMatch(s ->
                        s.cue().kind().side() == Kind.Side.LEANING_IN && s.cue().force() != Force.HINT);
    }

    private static BitSet having(long[] classes, long bit) {
        BitSet having = new BitSet(classes.length);
        for (int i = 0; i < classes.length; i++) {
            having.set(i, (classes[i] & bit) != 0);
        }
        return having;
    }

    private static void takeFrames(Structure structure, List<Phrases.Match<Entry>> found) {
        List<Phrases.Match<Entry>> frames = new ArrayList<>(found);
        frames.removeIf(m -> !(m.payload() instanceof Entry.Framing));
        frames.sort(Comparator.comparing(Reader::frameOf));
        frames.forEach(m -> structure.frame(frameOf(m), m.first(), m.last()));
    }

    private static Frame frameOf(Phrases.Match<Entry> match) {
        return ((Entry.Framing) match.payload()).frame();
    }
}
