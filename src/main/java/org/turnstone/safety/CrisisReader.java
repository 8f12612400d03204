package org.turnstone.safety;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.turnstone.reading.Tokens;

/**
 * Reads one message for words of self-harm, of being hurt, threatened or controlled, and of threats, before anything
 * else reads it. It knows cues and what may make them mean something else; it does not know people. In time linear in
 * the message's length. Immutable; may be shared between threads.
 */
public final class CrisisReader {
    /**
     * What comes first where a message speaks of several. After violence or a threat nothing may ever be shown to the
     * partner, so these outweigh self-harm, after which it may.
     */
    private static final Comparator<Alarm> GRAVEST = Comparator.comparingInt(a ->
            List.of(Concern.PARTNER_VIOLENCE, Concern.THREAT, Concern.SELF_HARM).indexOf(a.concern()));

    /** What a phrase of the lexicon does where it is found. */
    sealed interface Cue {
        record Fires(CrisisRule rule) implements Cue {}

        /** Takes the words away from the rule, or from every rule of the concern: {@code of} is one of the two. */
        record Unless(Object of) implements Cue {}

        record Sets(CrisisSetting setting) implements Cue {}
    }

    /** A rule found at these tokens, the last included. */
    private record Hit(CrisisRule rule, int first, int last) {}

    private final CueAutomaton<Cue> cues;
    private final List<CrisisSetting> settings;
    private final Senses senses;
    private final CrisisWeights weights;
    /** The names of the rules that nothing outweighs. */
    private final Set<String> plain;

    /** Reads by cues alone. @throws IllegalArgumentException where a phrase cannot be understood, with its rule */
    public CrisisReader(CrisisLexicon lexicon) {
        this(lexicon, CrisisWeights.NONE);
    }

    /** @throws IllegalArgumentException where a phrase of the lexicon cannot be understood, with its rule */
    public CrisisReader(CrisisLexicon lexicon, CrisisWeights weights) {
        CueAutomaton.Builder<Cue> builder =
                new CueAutomaton.Builder<>(new CueWords(lexicon.spellings(), lexicon.words()));
        for (CrisisRule rule : lexicon.rules()) {
            add(builder, rule.id(), rule.phrases(), new Cue.Fires(rule));
            add(builder, rule.id(), rule.unless(), new Cue.Unless(rule));
        }
        lexicon.settings().forEach(s -> add(builder, s.name(), s.phrases(), new Cue.Sets(s)));
        lexicon.never()
                .forEach((concern, phrases) -> add(builder, "never " + concern, phrases, new Cue.Unless(concern)));
        this.cues = builder.build();
        this.settings = lexicon.settings();
        this.senses = new Senses(lexicon);
        this.weights = weights;
        this.plain = lexicon.rules().stream()
                .filter(CrisisRule::plain)
                .map(CrisisRule::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static void add(CueAutomaton.Builder<Cue> builder, String name, List<String> phrases, Cue cue) {
        for (String phrase : phrases) {
            try {
                builder.add(phrase, cue);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
            }
        }
    }

    /**
     * The alarm of {@code text}: where cues fired, the gravest, the first of its concern, unless the words around it make it
     * unlikely and no rule that fired is plain; otherwise what its words say together, if that is clear enough. Empty where
     * nothing was noticed.
     */
    public Optional<Alarm> read(String text) {
        Tokens tokens = Tokens.of(text);
        CrisisMarks.Cues cues = new Pass(tokens).cues();
        Optional<Alarm> gravest = cues.fired().stream().min(GRAVEST);
        if (weights.isEmpty()) {
            return gravest;
        }
        CrisisWeighing weighing = new CrisisWeighing(new CrisisMarks(tokens, senses), tokens, weights);
        return weighing.alarm(cues, gravest)
                .or(() -> cues.fired().stream()
                        .filter(alarm -> plain.contains(alarm.rule()))
                        .min(GRAVEST));
    }

    /** Every alarm that a cue raises in {@code text}, in the order of the words. */
    public List<Alarm> all(String text) {
        return new Pass(Tokens.of(text)).alarms();
    }

    /** What can be learned from {@code text}: the names of its marks, each once. */
    public Set<String> marks(String text) {
        Tokens tokens = Tokens.of(text);
        CrisisMarks marks = new CrisisMarks(tokens, senses);
        Set<String> names = new LinkedHashSet<>();
        marks.each(0, marks.words(), new Pass(tokens).cues(), (mark, first, last) -> names.add(mark));
        return names;
    }

    /** One pass over one message. */
    private final class Pass {
        private final Tokens tokens;
        /** The number of the sentence each token stands in; the mark that ends a sentence belongs to it. */
        private final int[] sentences;

        /** The tokens between quotation marks; empty where nothing is said outside of them. */
        private final BitSet quoted = new BitSet();

        private final List<Hit> fired = new ArrayList<>();
        private final Map<Object, BitSet> taken = new HashMap<>();
        private final Map<String, BitSet> heard = new HashMap<>();

        Pass(Tokens tokens) {
            this.tokens = tokens;
            this.sentences = new int[tokens.size()];
            int sentence = 0;
            for (int i = 0; i < sentences.length; i++) {
                sentences[i] = sentence;
                sentence += tokens.isBoundary(i) ? 1 : 0;
            }
        }

        /** What fired, and what tells where hard words come from, whether or not any fired. */
        CrisisMarks.Cues cues() {
            List<Alarm> alarms = alarms();
            hearMarks();
            Set<String> quieting = new LinkedHashSet<>(heard.keySet());
            taken.keySet().forEach(by -> quieting.add(by instanceof CrisisRule rule ? rule.id() : by.toString()));
            return new CrisisMarks.Cues(alarms, quieting);
        }

        List<Alarm> alarms() {
            cues.each(tokens, this::found);
            if (fired.isEmpty()) {
                return List.of();
            }
            hearMarks();
            hearQuotes();
            return fired.stream()
                    .filter(this::isMeant)
                    .sorted(Comparator.comparingInt(Hit::first).thenComparingInt(Hit::last))
                    .map(m ->
                            new Alarm(m.rule().concern(), m.rule().id(), tokens.start(m.first()), tokens.end(m.last())))
                    .distinct()
                    .toList();
        }

        private void found(Cue cue, int first, int last) {
            if (cue instanceof Cue.Fires fires) {
                fired.add(new Hit(fires.rule(), first, last));
            } else if (cue instanceof Cue.Unless unless) {
                taken.computeIfAbsent(unless.of(), k -> new BitSet()).set(first, last + 1);
            } else if (cue instanceof Cue.Sets sets) {
                heard.computeIfAbsent(sets.setting().name(), k -> new BitSet()).set(sentences[first]);
            }
        }

        private void hearMarks() {
            for (int i = 0; i < sentences.length; i++) {
                if (tokens.sort(i) == Tokens.Sort.EMOJI) {
                    hearMark(tokens.text().substring(tokens.start(i), tokens.end(i)), sentences[i]);
                }
            }
        }

        private void hearQuotes() {
            int opened = -1;
            int outside = tokens.words();
            for (int i = 0; i < sentences.length; i++) {
                if (isDoubleQuote(i) && opened >= 0) {
                    outside -= (int)
                            IntStream.range(opened, i).filter(tokens::isWord).count();
                    quoted.set(opened, i);
                    opened = -1;
                } else if (isDoubleQuote(i)) {
                    opened = i;
                }
            }
            if (outside == 0) {
                quoted.clear();
            }
        }

        /** An apostrophe may be anything; only marks that quote for sure count. */
        private boolean isDoubleQuote(int token) {
            return tokens.sort(token) == Tokens.Sort.QUOTE
                    && "\"\u201c\u201d\u201e\u00ab\u00bb".indexOf(tokens.text().charAt(tokens.start(token))) >= 0;
        }

        private boolean isQuoted(Hit hit) {
            return quoted.get(hit.first()) && quoted.nextClearBit(hit.first()) > hit.last();
        }

        private void hearMark(String emoji, int sentence) {
            for (CrisisSetting setting : settings) {
                if (setting.marks().stream().anyMatch(emoji::contains)) {
                    heard.computeIfAbsent(setting.name(), k -> new BitSet()).set(sentence);
                }
            }
        }

        private boolean isMeant(Hit match) {
            CrisisRule rule = match.rule();
            return !isQuoted(match)
                    && !isTaken(rule, match)
                    && !isTaken(rule.concern(), match)
                    && settings.stream()
                            .filter(s -> rule.quietedBy().contains(s.name()))
                            .noneMatch(s -> isHeard(s, sentences[match.first()]));
        }

        private boolean isTaken(Object by, Hit match) {
            BitSet words = taken.get(by);
            return words != null && reaches(words, match.first(), match.last());
        }

        private boolean isHeard(CrisisSetting setting, int sentence) {
            BitSet where = heard.get(setting.name());
            if (where == null) {
                return false;
            }
            return switch (setting.reach()) {
                case SENTENCE -> where.get(sentence);
                case NEAR -> reaches(where, Math.max(0, sentence - 1), sentence + 1);
                case MESSAGE -> true;
            };
        }

        private boolean reaches(BitSet set, int from, int to) {
            int next = set.nextSetBit(from);
            return next >= 0 && next <= to;
        }
    }
}
