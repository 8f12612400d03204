package org.turnstone.floor;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.turnstone.reading.Finding;
import org.turnstone.reading.Kind;
import org.turnstone.reading.Reading;
import org.turnstone.reading.Strength;
import org.turnstone.reading.Verdict;

/** A scene in a test: what people do one after another, and what the floor made of it. For one thread. */
final class Scene {
    static final Person ANA = new Person("ana");
    static final Person SAM = new Person("sam");
    static final Person KIM = new Person("kim");
    static final Person LEE = new Person("lee");
    static final Person NOA = new Person("noa");
    static final Person STRANGER = new Person("stranger");

    /** A Tuesday at eight in the evening, in Berlin. */
    static final Instant EVENING = Instant.parse("2026-03-03T19:00:00Z");

    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final Customs CUSTOMS = Customs.in(BERLIN);

    private Conversation now;
    private Instant clock = EVENING;
    private List<Effect> effects = List.of();
    private int written;

    private Scene(Conversation start) {
        this.now = start;
    }

    static Scene couple() {
        return new Scene(Conversation.of(Circle.couple(ANA, SAM), CUSTOMS));
    }

    static Scene of(Circle circle) {
        return new Scene(Conversation.of(circle, CUSTOMS));
    }

    /** Ana gathers a circle that is open to all, for half an hour. */
    static Scene gathering() {
        Gathering open = Gathering.open(List.of(ANA), Gathering.TURN, Duration.ofMinutes(30));
        return of(Circle.keptBy(ANA, Optional.empty(), open)).asks(ANA, Pace.FULL);
    }

    /** A circle of Ana, who keeps it, Sam, Kim and Lee. */
    static Scene circle() {
        return new Scene(Conversation.of(Circle.keptBy(ANA, List.of(ANA, SAM, KIM, LEE)), CUSTOMS));
    }

    /** Ana asked for a turn in this pace, Sam (or everybody) is here, and Ana has the floor. */
    static Scene anaHasTheFloor(Pace pace) {
        return couple().asks(ANA, pace).comes(SAM);
    }

    static Scene circleHasBegun() {
        Scene scene = circle().asks(ANA, Pace.FULL);
        return scene.comes(SAM).comes(KIM).comes(LEE);
    }

    Scene does(Event event) {
        Step step = now.on(event);
        now = step.next();
        effects = step.effects();
        return this;
    }

    Scene asks(Person who, Pace pace) {
        return does(new Event.Asked(who, clock, pace, Optional.empty(), Event.Readiness.READY));
    }

    Scene comes(Person who) {
        return does(new Event.Came(who, clock, Event.Readiness.READY));
    }

    Scene says(Person who) {
        return says(who, Reading.NOTHING);
    }

    Scene says(Person who, Reading reading) {
        return does(new Event.Said(who, clock, words(), reading, Sensitivity.NORMAL));
    }

    Scene presses(Person who, Move move) {
        return does(move.madeBy(who, clock).orElseThrow());
    }

    Scene namesTheBlock(Person who) {
        return does(new Event.BlockNamed(who, clock, Block.of(Block.What.PAST_WOUNDS)));
    }

    Scene pausesUntil(Person who, Instant until) {
        return does(new Event.Rested(who, clock, Optional.of(until)));
    }

    Scene stepsAside(Person who, Care care) {
        return does(new Event.SteppedAside(who, clock, words(), care, Event.SteppedAside.SaidTo.THE_ROOM));
    }

    Scene later(Duration time) {
        clock = clock.plus(time);
        return this;
    }

    Scene at(Instant instant) {
        clock = instant;
        return this;
    }

    /** Nobody does anything until the conversation's deadline. */
    Scene waits() {
        clock = now.wakesAt().orElseThrow();
        return does(new Event.Lapsed(clock, clock));
    }

    Words words() {
        return new Words("w" + written++, 40);
    }

    Conversation now() {
        return now;
    }

    Phase phase() {
        return now.phase();
    }

    Instant clock() {
        return clock;
    }

    List<Effect> effects() {
        return effects;
    }

    /** The lines that all could see at the last step. */
    List<Line> heard() {
        List<Line> lines = new ArrayList<>();
        for (Effect effect : effects) {
            if (effect instanceof Effect.Say say) {
                lines.add(say.line());
            } else if (effect instanceof Effect.Post post) {
                lines.add(post.line());
            }
        }
        return lines;
    }

    /** The lines that {@code person} alone was told at the last step. */
    List<Line> told(Person person) {
        List<Line> lines = new ArrayList<>();
        for (Effect effect : effects) {
            if (effect instanceof Effect.Whisper whisper && whisper.to().equals(person)) {
                lines.addAll(whisper.lines());
            } else if (effect instanceof Effect.Hold hold && hold.from().equals(person)) {
                lines.add(hold.line());
            } else if (effect instanceof Effect.Release release && release.to().equals(person)) {
                lines.add(release.line());
            }
        }
        return lines;
    }

    List<Prompt> heardPrompts() {
        return heard().stream().map(Line::prompt).toList();
    }

    List<Prompt> toldPrompts(Person person) {
        return told(person).stream().map(Line::prompt).toList();
    }

    /** A reading of one sign of {@code kind}. */
    static Reading sounding(Kind kind, Strength strength) {
        Verdict verdict = kind.side() == Kind.Side.LEANING_IN ? Verdict.LEANING_IN : Verdict.DEFENDING;
        return new Reading(verdict, strength, List.of(new Finding(kind, "rule-" + kind.label(), 0, 5)), false);
    }
}
