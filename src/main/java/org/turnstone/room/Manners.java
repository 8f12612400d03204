package org.turnstone.room;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.turnstone.floor.Sensitivity;
import org.turnstone.reading.Finding;
import org.turnstone.reading.Kind;
import org.turnstone.reading.Reading;

/**
 * How one person wants to be treated. Theirs to set; nobody else sees any of it.
 *
 * @param language of what they alone read, as an IETF tag
 * @param sensitivity how much they want to be told about their own words
 * @param muted rules that they do not want to hear of: "you misread me" is remembered here
 * @param reach how they may be told that something waits for them
 * @param country for helplines, as an ISO 3166 code
 * @param setUpAt when they last went through set-up
 * @param notUntil a private "not today": until then no talk begins with them, and nobody learns why
 * @param asksAgain when a private "not today" for a week ends: from then on set-up comes again for both, as it does after
 *     a set-up that said no, so that nobody can tell the two apart by what comes after
 */
public record Manners(
        String language,
        Sensitivity sensitivity,
        Set<String> muted,
        Reach reach,
        Optional<String> country,
        Optional<Instant> setUpAt,
        Optional<Instant> notUntil,
        Optional<Instant> asksAgain) {

    /** How a person may be told that something waits for them. */
    public enum Reach {
        /** Only when they press "just for me" themselves. */
        WHEN_I_LOOK,
        /** A direct message without content: "Turnstone: something for you". */
        DIRECT_MESSAGE
    }

    /** The private questions come again for everyone after this time. */
    public static final Duration SET_UP_HOLDS = Duration.ofDays(90);

    /** Somebody who has not chosen anything yet. */
    public static final Manners UNSAID = new Manners(
            "en",
            Sensitivity.NORMAL,
            Set.of(),
            Reach.WHEN_I_LOOK,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    public Manners {
        Objects.requireNonNull(language);
        Objects.requireNonNull(sensitivity);
        Objects.requireNonNull(reach);
        muted = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(muted));
    }

    /** Whether set-up is done and still holds. */
    public boolean isSetUp(Instant now) {
        return setUpAt.filter(at -> now.isBefore(at.plus(SET_UP_HOLDS))).isPresent();
    }

    public boolean isResting(Instant now) {
        return notUntil.filter(now::isBefore).isPresent();
    }

    public Manners withLanguage(String tag) {
        return new Manners(tag, sensitivity, muted, reach, country, setUpAt, notUntil, asksAgain);
    }

    public Manners withSensitivity(Sensitivity how) {
        return new Manners(language, how, muted, reach, country, setUpAt, notUntil, asksAgain);
    }

    public Manners muting(String rule) {
        TreeSet<String> more = new TreeSet<>(muted);
        more.add(rule);
        return new Manners(language, sensitivity, more, reach, country, setUpAt, notUntil, asksAgain);
    }

    /** Hears of this rule again. */
    public Manners hearing(String rule) {
        TreeSet<String> fewer = new TreeSet<>(muted);
        fewer.remove(rule);
        return new Manners(language, sensitivity, fewer, reach, country, setUpAt, notUntil, asksAgain);
    }

    /** Hears of every rule again. */
    public Manners unmuted() {
        return new Manners(language, sensitivity, Set.of(), reach, country, setUpAt, notUntil, asksAgain);
    }

    public Manners withReach(Reach how) {
        return new Manners(language, sensitivity, muted, how, country, setUpAt, notUntil, asksAgain);
    }

    public Manners withCountry(Optional<String> code) {
        return new Manners(language, sensitivity, muted, reach, code, setUpAt, notUntil, asksAgain);
    }

    public Manners setUp(Instant at) {
        return new Manners(language, sensitivity, muted, reach, country, Optional.of(at), notUntil, asksAgain);
    }

    /** Set-up comes first again, as if they had never been through it. */
    public Manners notSetUp() {
        return new Manners(language, sensitivity, muted, reach, country, Optional.empty(), notUntil, asksAgain);
    }

    /** Until then, or, where it is empty, no longer. */
    public Manners restingUntil(Optional<Instant> until) {
        return new Manners(language, sensitivity, muted, reach, country, setUpAt, until, until.flatMap(x -> asksAgain));
    }

    /** For so long that set-up comes again afterwards. */
    public Manners restingAWeekUntil(Instant until) {
        return new Manners(
                language, sensitivity, muted, reach, country, setUpAt, Optional.of(until), Optional.of(until));
    }

    /** Whether a reading rests on nothing but rules that this person does not want to hear of. */
    public boolean mutes(Reading reading) {
        return reading.verdict().flags()
                && reading.findings().stream()
                        .filter(f -> f.kind().side() != Kind.Side.LEANING_IN)
                        .map(Finding::rule)
                        .allMatch(muted::contains);
    }
}
