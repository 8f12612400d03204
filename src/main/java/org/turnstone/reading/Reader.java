package org.turnstone.reading;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads one message in its role and says what its words show. Deterministic: the same words before the same lexicon
 * give the same reading. Without cues nothing is noticed. Immutable; may be shared between threads.
 *
 * <p>It abstains (an empty reading) on what is only quotation, links, code or emoji, on a fragment of two words whose
 * context is unknown, and on languages that its lexicon is not for.
 */
public final class Reader {
    private final Lexicon lexicon;
    private final Weights weights;
    private final long you;
    private final long us;
    private final long me;
    private final long opener;
    private final long feeling;
    private final long greeting;
    private final LanguageTest languageTest;
    private final Set<Role> learnedRoles;
    private volatile Heard heard;

    /** A reader that goes by the cues of {@code lexicon} alone. */
    public Reader(Lexicon lexicon) {
        this(lexicon, Weights.NONE);
    }

    /** A reader that goes by what was learned; where {@code weights} have nothing for a role, by cues alone. */
    public Reader(Lexicon lexicon, Weights weights) {
        this(lexicon, weights, LanguageTest.of(lexicon.phrases()));
    }

    private Reader(Lexicon lexicon, Weights weights, LanguageTest languageTest) {
        this.lexicon = lexicon;
        this.weights = weights;
        this.languageTest = languageTest;
        this.learnedRoles = learnedRoles(weights);
        Tokens nothing = Tokens.of("");
        this.heard = new Heard("", new Context(nothing, before(nothing), Learned.Before.UNKNOWN));
        Phrases<Entry> phrases = lexicon.phrases();
        this.you = phrases.classBit("you");
        this.us = phrases.classBit("us");
        this.me = phrases.classBit("me");
        this.opener = phrases.classBit("opener");
        this.feeling = phrases.classBit("feeling");
        this.greeting = phrases.classBit("greeting");
    }

    /** The same, but it takes no language for foreign: for messages that go back and forth. */
    Reader mindingNoLanguage() {
        return new Reader(lexicon, weights, LanguageTest.NONE);
    }

    /** How many of this language's own little words stand in {@code text}. */
    int littleWords(String text) {
        return languageTest.own(lexicon.phrases().classesOf(Tokens.of(text)));
    }

    /** Whether at least {@code words} little words of other languages do. */
    boolean hearsAnother(String text, int words) {
        return languageTest.others(lexicon.phrases().classesOf(Tokens.of(text))) >= words;
    }

    /** One cue where it stands, in tokens. */
    record Sign(Entry.Cue cue, int first, int last) {
        int length() {
            return last - first + 1;
        }
    }

    /** Reads {@code utterance}. Any string is allowed; time is linear in its length. */
    public Reading read(Utterance utterance) {
        Context context = context(utterance);
        Reading first = once(utterance, context);
        if (!first.verdict().flags()) {
            return first;
        }
        return new Citing(
                        utterance.text(),
                        (rest, surplus) ->
                                ifFlagged(new Utterance(rest, utterance.role(), utterance.before()), context, surplus))
                .complete(first);
    }

    private Reading ifFlagged(Utterance utterance, Context context, double surplus) {
        return sighted(utterance, context)
                .map(s -> isLearned(utterance)
                        ? learned(s, utterance, context).ifFlagged(surplus)
                        : weighing(s).reading(utterance.role()))
                .orElse(Reading.NOTHING);
    }

    /** How far {@code utterance} goes each way; nothing is explained. */
    public Scores scores(Utterance utterance) {
        Context context = context(utterance);
        return sighted(utterance, context)
                .map(s -> isLearned(utterance)
                        ? learned(s, utterance, context).scores()
                        : weighing(s).scores(utterance.role()))
                .orElse(Scores.NONE);
    }

    /** What can be learned from {@code utterance}; empty where it abstains. */
    public Optional<Traits> traits(Utterance utterance) {
        Context context = context(utterance);
        return sighted(utterance, context).map(s -> Traits.of(s.tokens(), s.structure(), s.signs(), context.tokens()));
    }

    private Reading once(Utterance utterance, Context context) {
        return sighted(utterance, context)
                .map(s -> isLearned(utterance)
                        ? learned(s, utterance, context).reading()
                        : weighing(s).reading(utterance.role()))
                .orElse(Reading.NOTHING);
    }

    /** What is known of the partner's words just before. */
    private record Context(Tokens tokens, Structure.Before before, Learned.Before learned) {}

    /** One line is answered more than once, by a draft and then by the reply: the last is still known. */
    private Context context(Utterance utterance) {
        Heard known = heard;
        if (!known.text().equals(utterance.before())) {
            Tokens tokens = Tokens.of(utterance.before());
            known = new Heard(
                    utterance.before(), new Context(tokens, before(tokens), Learned.Before.of(weights, tokens)));
            heard = known;
        }
        return known.context();
    }

    private record Heard(String text, Context context) {}

    /** A message with its structure and the cues that stand in it. */
    private record Sighted(Tokens tokens, Structure structure, List<Sign> signs) {}

    /** Empty where it abstains. */
    private Optional<Sighted> sighted(Utterance utterance, Context context) {
        Tokens tokens = Tokens.of(utterance.text());
        long[] classes = lexicon.phrases().classesOf(tokens);
        if (abstains(utterance, tokens, classes)) {
            return Optional.empty();
        }
        Structure structure = structure(tokens, classes, context.before());
        List<Sign> signs = signs(structure, tokens, utterance.role());
        return structure.onlyQuoted() ? Optional.empty() : Optional.of(new Sighted(tokens, structure, signs));
    }

    private boolean isLearned(Utterance utterance) {
        return learnedRoles.contains(utterance.role());
    }

    private static Set<Role> learnedRoles(Weights weights) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        if (weights.has(Weights.Section.LISTENER)) {
            roles.add(Role.LISTENER);
        }
        if (weights.has(Weights.Section.SPEAKER)) {
            roles.add(Role.SPEAKER);
        }
        return roles;
    }

    private Learned learned(Sighted sighted, Utterance utterance, Context context) {
        return new Learned(
                weights, sighted.tokens(), sighted.structure(), sighted.signs(), context.learned(), utterance.role());
    }

    private static Weighing weighing(Sighted sighted) {
        return new Weighing(sighted.tokens(), sighted.structure(), sighted.signs());
    }

    private boolean abstains(Utterance utterance, Tokens tokens, long[] classes) {
        int words = tokens.words();
        return words == 0 || words <= 2 && utterance.before().isBlank() || languageTest.isForeign(tokens, classes);
    }

    /** The signs that stand in {@code utterance}, whatever they come to. */
    List<Sign> signs(Utterance utterance) {
        return signs(Tokens.of(utterance.text()), before(Tokens.of(utterance.before())), utterance.role());
    }

    private List<Sign> signs(Tokens tokens, Structure.Before before, Role role) {
        return signs(structure(tokens, lexicon.phrases().classesOf(tokens), before), tokens, role);
    }

    private List<Sign> signs(Structure structure, Tokens tokens, Role role) {
        List<Phrases.Match<Entry>> found = lexicon.phrases().in(tokens);
        takeFrames(structure, found);
        return Signs.standing(found, structure, role);
    }

    private Structure structure(Tokens tokens, long[] classes, Structure.Before before) {
        Structure structure =
                new Structure(tokens, having(classes, you), having(classes, me), having(classes, opener), before);
        structure.greeting(having(classes, greeting));
        return structure;
    }

    /** Words that lean in themselves hold no complaint, whatever they speak of. */
    private Structure.Before before(Tokens tokens) {
        if (tokens.size() == 0) {
            return Structure.Before.UNKNOWN;
        }
        long[] classes = lexicon.phrases().classesOf(tokens);
        boolean ofFeeling = any(classes, feeling);
        boolean ofYou = any(classes, you | us);
        boolean warm = (ofFeeling || ofYou) && leansIn(tokens);
        return new Structure.Before(true, ofFeeling && !warm, ofYou && !warm);
    }

    private static boolean any(long[] classes, long bit) {
        for (long bits : classes) {
            if ((bits & bit) != 0) {
                return true;
            }
        }
        return false;
    }

    private boolean leansIn(Tokens tokens) {
        return signs(tokens, Structure.Before.UNKNOWN, Role.LISTENER).stream()
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
