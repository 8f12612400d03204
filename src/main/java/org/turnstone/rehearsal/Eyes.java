package org.turnstone.rehearsal;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.turnstone.floor.Effect;
import org.turnstone.floor.Line;
import org.turnstone.floor.Person;
import org.turnstone.floor.Prompt;
import org.turnstone.floor.Quote;
import org.turnstone.floor.Words;
import org.turnstone.prompts.Excerpt;
import org.turnstone.prompts.Filling;
import org.turnstone.prompts.PromptBook;
import org.turnstone.reading.Finding;
import org.turnstone.reading.Kind;
import org.turnstone.reading.Reading;
import org.turnstone.reading.Role;
import org.turnstone.reading.Verdict;
import org.turnstone.room.Help;
import org.turnstone.safety.Concern;

/**
 * Puts what happened into words, as somebody could see it.
 *
 * @param texts what was written, by reference
 */
record Eyes(PromptBook book, Help help, ZoneId zone, Map<String, String> texts) implements Filling {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    List<Seen> of(Happened happened) {
        int after = happened.message().index();
        List<Seen> seen = new ArrayList<>();
        happened.before().forEach(effect -> effect(after, effect).ifPresent(seen::add));
        happened.reading().flatMap(read -> remark(happened, read)).ifPresent(seen::add);
        happened.effects().forEach(effect -> effect(after, effect).ifPresent(seen::add));
        return seen;
    }

    private Seen aside(int after, Effect.StepAside aside) {
        Concern concern = Concern.valueOf(aside.care().concern());
        return Seen.by(aside.to().id(), after, "aside", help.about(concern, Optional.empty(), book));
    }

    /** Words noticed for their writer, said or spared. */
    private Optional<Seen> remark(Happened happened, Happened.Read read) {
        Reading reading = read.reading();
        boolean praises = reading.verdict() == Verdict.LEANING_IN && read.role() == Role.LISTENER;
        if (!praises && !reading.verdict().flags()) {
            return Optional.empty();
        }
        List<Finding> findings = reading.findings().stream()
                .filter(f -> (f.kind().side() == Kind.Side.LEANING_IN) == praises)
                .toList();
        Optional<Effect.Whisper> whisper = remark(happened.effects());
        return Optional.of(new Seen(
                happened.message().index(),
                praises ? "praise" : "flag",
                Optional.of(happened.who().id()),
                findings.stream().map(f -> f.kind().label()).distinct().toList(),
                findings.stream().map(f -> f.words(happened.message().text())).toList(),
                whisper.map(this::text).orElse(""),
                whisper.isPresent()));
    }

    private static Optional<Effect.Whisper> remark(List<Effect> effects) {
        return effects.stream()
                .filter(Effect.Whisper.class::isInstance)
                .map(Effect.Whisper.class::cast)
                .filter(Eyes::isRemark)
                .findFirst();
    }

    private static boolean isRemark(Effect.Whisper whisper) {
        Prompt first = whisper.lines().get(0).prompt();
        return first == Prompt.NUDGE || first == Prompt.SOFTEN || first == Prompt.PRAISE;
    }

    private Optional<Seen> effect(int after, Effect effect) {
        if (effect instanceof Effect.Say say) {
            String what = say.line().prompt() == Prompt.PAUSED ? "pause" : "say";
            return Optional.of(Seen.byAll(after, what, book.say(say.line(), this)));
        }
        if (effect instanceof Effect.Post post) {
            return Optional.of(Seen.byAll(after, "say", book.say(post.line(), this)));
        }
        if (effect instanceof Effect.Whisper whisper) {
            String what = whisper.moves().isEmpty() ? "whisper" : "offer";
            return isRemark(whisper)
                    ? Optional.empty()
                    : Optional.of(Seen.by(whisper.to().id(), after, what, text(whisper)));
        }
        if (effect instanceof Effect.StepAside aside) {
            return Optional.of(aside(after, aside));
        }
        if (effect instanceof Effect.Hold hold) {
            return Optional.of(Seen.by(hold.from().id(), after, "hold", book.say(hold.line(), this)));
        }
        return effect instanceof Effect.Release release
                ? Optional.of(Seen.by(release.to().id(), after, "release", text(release)))
                : Optional.empty();
    }

    private String text(Effect.Whisper whisper) {
        return whisper.lines().stream().map(line -> book.say(line, this)).collect(Collectors.joining("\n"));
    }

    private String text(Effect.Release release) {
        Line line = release.line();
        String words = release.words().stream()
                .map(Words::ref)
                .map(ref -> texts.getOrDefault(ref, ""))
                .collect(Collectors.joining("\n"));
        return book.say(line, this) + "\n" + words;
    }

    @Override
    public String name(Person person) {
        return person.id();
    }

    @Override
    public String when(Instant moment) {
        return "at " + TIME.format(moment.atZone(zone));
    }

    @Override
    public String quote(Quote quote) {
        return Excerpt.of(texts.getOrDefault(quote.words().ref(), ""), quote.findings());
    }
}
