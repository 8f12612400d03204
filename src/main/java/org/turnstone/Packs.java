package org.turnstone;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.turnstone.floor.Move;
import org.turnstone.practice.Situations;
import org.turnstone.prompts.PromptBook;
import org.turnstone.reading.Lexicon;
import org.turnstone.reading.Reader;
import org.turnstone.reading.Reading;
import org.turnstone.reading.Tongues;
import org.turnstone.reading.Utterance;
import org.turnstone.reading.Weights;
import org.turnstone.room.Ear;
import org.turnstone.safety.Alarm;
import org.turnstone.safety.CrisisLexicon;
import org.turnstone.safety.CrisisReader;
import org.turnstone.safety.CrisisWeights;

/**
 * The languages that are installed: for each, its prompt book, its lexicon and its words of crisis. Read once, when first
 * asked for. Threads may share one.
 */
public final class Packs {
    /** What one language needs. */
    record Pack(PromptBook book, Reader reader, CrisisReader crisis) {}

    /** Hears somebody in their own language, and what they say in the others as well. */
    private record Hearing(Pack own, List<Pack> others, Tongues tongues) implements Ear {
        static Hearing of(Pack own, List<Pack> others) {
            return new Hearing(
                    own,
                    others,
                    new Tongues(own.reader(), others.stream().map(Pack::reader).toList()));
        }

        @Override
        public Optional<Alarm> alarm(String text) {
            return Stream.concat(Stream.of(own), others.stream())
                    .flatMap(pack -> pack.crisis().read(text).stream())
                    .findFirst();
        }

        @Override
        public Optional<Move> typed(String text, Collection<Move> possible) {
            return own.book().typed(text, possible);
        }

        @Override
        public Reading read(Utterance utterance) {
            return tongues.read(utterance);
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(Packs.class);
    private static final String ENGLISH = "en";

    /** A pack, and the stamps of the files that it was made of. */
    private record Loaded(Pack pack, List<String> stamps) {}

    private static final String PROMPTS = "prompts/%s.txt";

    /** What every language needs, all of it. */
    private static final List<String> FILES = List.of(PROMPTS, "lexicon/%s.txt", "lexicon/crisis.%s.txt");
    /** What was learned; a language without it is read by its cues alone. */
    private static final String WEIGHTS = "lexicon/%s.weights";

    private static final String CRISIS_WEIGHTS = "lexicon/crisis.%s.weights";

    private final ConfigFiles files;
    private final String usual;
    /** Those that were wanted before the rest of their language was there. */
    private final Map<String, PromptBook> books = new ConcurrentHashMap<>();

    private final Map<String, Loaded> packs = new ConcurrentHashMap<>();
    private final Map<String, Hearing> hearings = new ConcurrentHashMap<>();
    private final Queue<String> troubles = new ConcurrentLinkedQueue<>();
    private final Map<String, Situations> situations = new ConcurrentHashMap<>();

    /** The packs of a program with these settings. Reads files. */
    public static Packs of(Settings settings) {
        Packs packs =
                new Packs(new ConfigFiles(settings.home()), settings.local().language());
        packs.readAll();
        return packs;
    }

    /** The same, as far as a page needs it: the usual language's prompts are there, and the rest is read by {@link #readAll}. */
    static Packs promptsFirst(Settings settings) {
        Packs packs =
                new Packs(new ConfigFiles(settings.home()), settings.local().language());
        packs.book(packs.usual);
        return packs;
    }

    Packs(ConfigFiles files, Locale usual) {
        this.files = files;
        this.usual = usual.getLanguage();
    }

    /**
     * Reads every language, so that nobody's first message does; whoever writes meanwhile waits for it. Throws {@link
     * ConfigProblem} where the usual one cannot be used.
     */
    void readAll() {
        hearing(usual);
    }

    /** What is said in a language. It does not wait for the rest of it: a page is shown before anybody has written anything. */
    public PromptBook book(String tag) {
        String language = language(tag);
        Loaded loaded = packs.get(language);
        if (loaded != null) {
            return loaded.pack().book();
        }
        PromptBook ahead = books.get(language);
        if (ahead == null) {
            ahead = bookAlone(language);
            books.put(language, ahead);
        }
        return ahead;
    }

    /** The reading alone, without what is listened for first. */
    public Tongues tongues(String tag) {
        return hearing(tag).tongues();
    }

    /** The cues of an installed language. Reads a file. */
    public Lexicon lexicon(String language) {
        return lexicon(files, language);
    }

    /** The cues of a language in a program with these settings, whatever else of it may be broken. Reads a file. */
    public static Lexicon lexicon(Settings settings, String language) {
        return lexicon(new ConfigFiles(settings.home()), language);
    }

    private static Lexicon lexicon(ConfigFiles files, String language) {
        ConfigFiles.Found found = files.read("lexicon/" + language + ".txt");
        return Lexicon.parse(found.name(), found.text());
    }

    /** What was learned for a language; nothing where it has no such file. Reads a file. */
    public Weights weights(String language) {
        return files.find(WEIGHTS.formatted(language))
                .map(found -> Weights.parse(found.name(), found.text()))
                .orElse(Weights.NONE);
    }

    /** With another reader in place of the language's own. */
    public Tongues tongues(String tag, Reader instead) {
        return new Tongues(
                instead, hearing(tag).others().stream().map(Pack::reader).toList());
    }

    public Ear ear(String tag) {
        return hearing(tag);
    }

    private Hearing hearing(String tag) {
        return hearings.computeIfAbsent(language(tag), own -> {
            List<Pack> others = languages().stream()
                    .filter(other -> !other.equals(own))
                    .flatMap(other -> otherPack(other).stream())
                    .toList();
            return Hearing.of(pack(own), others);
        });
    }

    /** The tags of all languages that are installed. */
    public List<String> languages() {
        return Arrays.stream(Locale.getISOLanguages()).filter(this::isInstalled).toList();
    }

    /** What one practises with in a language; in the usual one where it has no situations of its own. */
    public Situations situations(String tag) {
        String language = Locale.forLanguageTag(tag).getLanguage();
        return situations.computeIfAbsent(
                files.find(practice(language)).isPresent() ? language : usual, this::loadSituations);
    }

    private static String practice(String language) {
        return "practice/" + language + ".txt";
    }

    private Situations loadSituations(String language) {
        ConfigFiles.Found found = files.read(practice(language));
        try {
            return Situations.parse(found.name(), found.text());
        } catch (IllegalArgumentException e) {
            throw new ConfigProblem(e.getMessage(), e);
        }
    }

    /** The pack of a language tag; the usual one where that language is not installed. */
    private Pack pack(String tag) {
        return packs.computeIfAbsent(language(tag), this::loaded).pack();
    }

    private String language(String tag) {
        String language = Locale.forLanguageTag(tag).getLanguage();
        return isInstalled(language) ? language : usual;
    }

    /** Another language's pack; where it cannot be used, nobody goes without their own for that. */
    private Optional<Pack> otherPack(String language) {
        try {
            return Optional.of(pack(language));
        } catch (ConfigProblem e) {
            troubles.add(e.getMessage());
            return Optional.empty();
        }
    }

    private Loaded loaded(String language) {
        List<String> stamps = stamps(language);
        return new Loaded(load(language), stamps);
    }

    private List<String> stamps(String language) {
        return Stream.concat(FILES.stream(), Stream.of(WEIGHTS, CRISIS_WEIGHTS))
                .map(name -> files.stamp(name.formatted(language)))
                .toList();
    }

    /**
     * Loads each pack anew whose files have changed since it was loaded. Where one cannot be used, the last good one stays.
     *
     * @return what is wrong, once for each change: file, line, reason, and what to do
     */
    public List<String> refresh() {
        List<String> wrong = new ArrayList<>();
        for (String trouble = troubles.poll(); trouble != null; trouble = troubles.poll()) {
            wrong.add(trouble);
        }
        packs.forEach((language, old) -> {
            List<String> stamps = stamps(language);
            if (!stamps.equals(old.stamps())) {
                packs.put(language, renewed(language, new Loaded(old.pack(), stamps), wrong));
                hearings.clear();
            }
        });
        return wrong;
    }

    private Loaded renewed(String language, Loaded old, List<String> wrong) {
        try {
            return new Loaded(load(language), old.stamps());
        } catch (ConfigProblem e) {
            wrong.add(e.getMessage() + " Until then the last good one stays in use.");
            return old;
        }
    }

    /** A language counts as installed when all of it is: without its words of crisis nobody would be safe in it. */
    private boolean isInstalled(String language) {
        return packs.containsKey(language) || FILES.stream().allMatch(name -> files.has(name.formatted(language)));
    }

    private PromptBook bookAlone(String language) {
        try {
            return book(files.read(PROMPTS.formatted(language)), language);
        } catch (IllegalArgumentException e) {
            throw new ConfigProblem(e.getMessage(), e);
        }
    }

    /** English lends the texts that nobody has translated yet. */
    private PromptBook book(ConfigFiles.Found prompts, String language) {
        return language.equals(ENGLISH)
                ? PromptBook.parse(prompts.name(), prompts.text())
                : PromptBook.parse(prompts.name(), prompts.text(), book(ENGLISH));
    }

    /** A language may have cues alone. */
    private CrisisWeights crisisWeights(String language) {
        return files.find(CRISIS_WEIGHTS.formatted(language))
                .map(found -> CrisisWeights.parse(found.name(), found.text()))
                .orElse(CrisisWeights.NONE);
    }

    private Pack load(String language) {
        ConfigFiles.Found lexicon = files.read("lexicon/" + language + ".txt");
        ConfigFiles.Found crisis = files.read("lexicon/crisis." + language + ".txt");
        try {
            PromptBook ahead = books.remove(language);
            return new Pack(
                    ahead == null ? bookAlone(language) : ahead,
                    new Reader(Lexicon.parse(lexicon.name(), lexicon.text()), weights(language)),
                    new CrisisReader(CrisisLexicon.parse(crisis.name(), crisis.text()), crisisWeights(language)));
        } catch (IllegalArgumentException e) {
            throw new ConfigProblem(e.getMessage(), e);
        }
    }
}
