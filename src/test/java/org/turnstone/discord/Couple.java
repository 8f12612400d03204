package org.turnstone.discord;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.turnstone.discord.loopback.CannotDo;
import org.turnstone.discord.loopback.Channel;
import org.turnstone.discord.loopback.Control;
import org.turnstone.discord.loopback.Guild;
import org.turnstone.discord.loopback.Interaction;
import org.turnstone.discord.loopback.LoopbackDiscord;
import org.turnstone.discord.loopback.Person;
import org.turnstone.discord.loopback.Post;
import org.turnstone.floor.Move;
import org.turnstone.prompts.Text;

/**
 * Two people in a channel of their own who talk as a seed says: they write, and press whatever the newest card offers. What
 * did not seem to arrive they press once more. For one thread.
 */
final class Couple {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration LOOKS_AGAIN = Duration.ofSeconds(5);

    /** A private draft, which nobody else may ever see. */
    static final String SECRET = "only for my own eyes";

    /** These would keep the next talk from beginning for a while. */
    private static final Set<Move> UNWANTED =
            EnumSet.of(Move.ASK, Move.ASK_LONGER, Move.LATER, Move.NOT_TODAY, Move.STOP);

    private static final List<String> WORDS = List.of(
            "I felt alone at the party.",
            "You felt alone there. Is that it?",
            "I only did it because you were late.",
            "That makes sense to me.",
            "I see it differently, but I get that it hurt.",
            "What was the hardest part?",
            "you hit me last week");

    final Channel channel;
    final Person ann;
    final Person ben;
    final List<Post> said = Collections.synchronizedList(new ArrayList<>());
    private final Random random;
    private final Duration thinks;

    /** @param thinks how long they think before each thing they do, on average */
    Couple(LoopbackDiscord server, Guild guild, int number, long seed, Duration thinks) {
        ann = server.person("Ann" + number);
        ben = server.person("Ben" + number);
        guild.join(ann, ben);
        channel = guild.privateChannel("room" + number, ann, ben);
        random = new Random(seed + number);
        this.thinks = thinks;
    }

    org.turnstone.floor.Person id(Person person) {
        return new org.turnstone.floor.Person("discord:" + person.id());
    }

    String room() {
        return Persons.room(channel.id(), id(ann), id(ben));
    }

    /** One talk, from asking for a turn to stopping it. */
    void talk(int steps) {
        begin();
        for (int i = 0; i < steps; i++) {
            act();
        }
        end();
    }

    /** Until both are there. */
    void begin() {
        Person asker = random.nextBoolean() ? ann : ben;
        Person other = asker == ann ? ben : ann;
        until(
                () -> shows(Move.HERE) || shows(Move.STOP) && !shows(Move.ASK),
                () -> Optional.of(asker.runs(channel, "/turn start", Map.of("partner", other))));
        until(() -> !shows(Move.HERE), () -> press(other, Bot.BOOK.label(Move.HERE)));
    }

    void act() {
        think();
        Person who = random.nextBoolean() ? ann : ben;
        int what = random.nextInt(10);
        if (what < 4) {
            say(who);
        } else if (what < 8) {
            once(() -> card().flatMap(card -> pressAny(who, card)));
        } else if (what < 9) {
            once(() -> press(who, Bot.BOOK.text(Text.JUST_FOR_ME)));
        } else {
            draft(who);
        }
    }

    void end() {
        until(() -> !shows(Move.STOP), () -> press(random.nextBoolean() ? ann : ben, Bot.BOOK.label(Move.STOP)));
    }

    private void think() {
        long most = thinks.toNanos() * 2;
        if (most > 0) {
            LockSupport.parkNanos((long) (random.nextDouble() * most));
        }
    }

    private void say(Person who) {
        try {
            said.add(who.says(channel, WORDS.get(random.nextInt(WORDS.size() * 4) % WORDS.size())));
        } catch (CannotDo e) {
            // They wait, and have no line to write in.
        }
    }

    /** Has a draft read, which never leaves the private answer. */
    private void draft(Person who) {
        once(() -> {
            Interaction asked = who.runs(channel, "/turn check");
            look(() -> asked.isAnswered() || asked.hasFailed());
            if (!asked.isAnswered()) {
                return Optional.empty();
            }
            var form = asked.awaitModal();
            return Optional.of(who.submits(form, Map.of(form.fields().get(0).customId(), SECRET)));
        });
    }

    private Optional<Interaction> pressAny(Person who, Post card) {
        List<String> labels = card.controls().stream()
                .filter(Control::isButton)
                .map(Control::label)
                .filter(label ->
                        UNWANTED.stream().noneMatch(move -> Bot.BOOK.label(move).equals(label)))
                .toList();
        return labels.isEmpty()
                ? Optional.empty()
                : Optional.of(who.presses(card, labels.get(random.nextInt(labels.size()))));
    }

    private Optional<Interaction> press(Person who, String label) {
        return card().filter(card -> card.has(label)).map(card -> who.presses(card, label));
    }

    private Optional<Post> card() {
        return ann.sees(channel).stream()
                .filter(p -> p.state() == Post.State.STANDS
                        && !p.isPrivate()
                        && p.controls().size() > 1)
                .max(Comparator.comparingLong(Post::id));
    }

    private boolean shows(Move move) {
        return card().filter(card -> card.has(Bot.BOOK.label(move))).isPresent();
    }

    private void once(Supplier<Optional<Interaction>> what) {
        try {
            what.get().ifPresent(asked -> look(() -> asked.isAnswered() || asked.hasFailed()));
        } catch (CannotDo e) {
            // Overtaken by what happened meanwhile.
        }
    }

    private void until(BooleanSupplier done, Supplier<Optional<Interaction>> what) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!done.getAsBoolean()) {
            once(what);
            look(done);
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("stuck in " + channel.name() + " at "
                        + card().map(Post::text).orElse("no card"));
            }
        }
    }

    private static void look(BooleanSupplier enough) {
        Instant end = Instant.now().plus(LOOKS_AGAIN);
        while (!enough.getAsBoolean() && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
