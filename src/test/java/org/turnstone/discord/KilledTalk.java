package org.turnstone.discord;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.turnstone.discord.loopback.CannotDo;
import org.turnstone.discord.loopback.Channel;
import org.turnstone.discord.loopback.Guild;
import org.turnstone.discord.loopback.Interaction;
import org.turnstone.discord.loopback.LoopbackDiscord;
import org.turnstone.discord.loopback.Permission;
import org.turnstone.discord.loopback.Person;
import org.turnstone.discord.loopback.Post;
import org.turnstone.floor.Line;
import org.turnstone.floor.Move;
import org.turnstone.floor.Prompt;
import org.turnstone.floor.Slots;
import org.turnstone.prompts.Text;
import org.turnstone.room.Manners;
import org.turnstone.store.Database;
import org.turnstone.store.SqlPeople;

/**
 * One whole longer talk, held by two patient people with a bot that is killed again and again: they press once more what
 * did not seem to arrive, and never say anything twice. For one thread.
 */
final class KilledTalk implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration LOOKS_AGAIN = Duration.ofSeconds(4);

    private final LoopbackDiscord server = LoopbackDiscord.start();
    private final Person ann = server.person("Ann");
    private final Person ben = server.person("Ben");
    private final Channel kitchen;
    private final Serving bot;
    private final Random random;
    private final Map<Integer, Queue<Integer>> kills = new HashMap<>();
    private final List<Interaction> answers = new ArrayList<>();
    private int step;
    private int killed;

    /** One process. */
    KilledTalk(Path home, long seed, int times) {
        this((server, guild) -> new OtherProcess(home, server), seed, times);
    }

    /**
     * @param bot what serves this guild
     * @param times how often it fails
     */
    KilledTalk(BiFunction<LoopbackDiscord, Guild, Serving> bot, long seed, int times) {
        random = new Random(seed);
        for (int i = 0; i < times; i++) {
            kills.computeIfAbsent(random.nextInt(STEPS), s -> new ArrayDeque<>())
                    .add(random.nextInt(700));
        }
        Guild guild = server.guild("Home", server.person("Olga"))
                .join(ann, ben)
                .inviteBot(Permission.VIEW_CHANNEL, Permission.SEND_MESSAGES, Permission.READ_MESSAGE_HISTORY);
        kitchen = guild.textChannel("kitchen");
        this.bot = bot.apply(server, guild);
        try (Database database = this.bot.database()) {
            SqlPeople people = new SqlPeople(database);
            Stream.of(ann, ben).forEach(p -> people.save(Flat.id(p), Manners.UNSAID.setUp(Instant.now())));
        }
    }

    private static final int STEPS = 20;

    /** How a talk went: everything that anybody saw of the bot, in order for the room, sorted for what was private. */
    record Told(List<String> room, List<String> inPrivate) {}

    Told hold() {
        bot.start();
        server.gateway().awaitConnected();
        runs("/turn talk", card(Prompt.STATUS_INVITING, ann));
        press(ben, Move.HERE, card(Prompt.STATUS_SPEAKING, ann));
        say(ann, "I felt alone at the party last night.", card(Prompt.STATUS_SPEAKING, ann));
        say(ann, "You were with them all evening and I stood by the door.", card(Prompt.STATUS_SPEAKING, ann));
        press(ann, Move.PASS, card(Prompt.STATUS_LEANING_IN, ben));
        reads(ben);
        say(
                ben,
                // Words that are read alike with and without what Ann said before: a restart forgets that line
                // (LastWords).
                "It was only a joke. You always overreact.",
                () -> seesButton(ben, Move.REPLY_DONE));
        press(ben, Move.REPLY_DONE, card(Prompt.STATUS_CHECKING, ann));
        reads(ben);
        press(ann, Move.NOT_QUITE, card(Prompt.STATUS_LEANING_IN, ben));
        say(
                ben,
                "I left you standing there, and you felt alone. That makes sense to me.",
                () -> seesButton(ben, Move.REPLY_DONE));
        press(ben, Move.REPLY_DONE, card(Prompt.STATUS_CHECKING, ann));
        press(ann, Move.THATS_IT, card(Prompt.STATUS_SPEAKING, ben));
        say(ben, "I was scared to say the wrong thing in front of them.", card(Prompt.STATUS_SPEAKING, ben));
        press(ben, Move.PASS, card(Prompt.STATUS_LEANING_IN, ann));
        reads(ann);
        say(
                ann,
                "You were scared of saying the wrong thing, and you felt alone. That makes sense to me.",
                () -> seesButton(ann, Move.REPLY_DONE));
        press(ann, Move.REPLY_DONE, card(Prompt.STATUS_CHECKING, ben));
        press(ben, Move.THATS_IT, card(Prompt.STATUS_CLOSING, ben));
        press(ann, Move.ENOUGH, card(Prompt.STATUS_OPEN, ann));
        reads(ann);
        reads(ben);
        return told();
    }

    int killed() {
        return killed;
    }

    LoopbackDiscord server() {
        return server;
    }

    private void runs(String command, BooleanSupplier done) {
        act(() -> Optional.of(ann.runs(kitchen, command, Map.of("partner", ben))), done);
    }

    private void press(Person who, Move move, BooleanSupplier done) {
        act(() -> newest(who, Flat.BOOK.label(move)).map(p -> who.presses(p, Flat.BOOK.label(move))), done);
    }

    private void reads(Person who) {
        String button = Flat.BOOK.text(Text.JUST_FOR_ME);
        List<Interaction> tries = new ArrayList<>();
        act(
                () -> {
                    Optional<Interaction> pressed = newest(who, button).map(p -> who.presses(p, button));
                    pressed.ifPresent(tries::add);
                    return pressed;
                },
                () -> tries.stream()
                        .anyMatch(i -> i.post()
                                .filter(p -> p.state() == Post.State.STANDS)
                                .isPresent()));
    }

    private void say(Person who, String words, BooleanSupplier done) {
        List<Post> said = new ArrayList<>();
        act(
                () -> {
                    if (said.isEmpty()) {
                        said.add(who.says(kitchen, words));
                    }
                    return Optional.empty();
                },
                () -> !said.isEmpty()
                        && done.getAsBoolean()
                        && newestCard().filter(c -> c.id() > said.get(0).id()).isPresent());
    }

    /** Does it, is perhaps left alone by the bot, looks, and does it again until what they wanted has come. */
    private void act(Supplier<Optional<Interaction>> action, BooleanSupplier done) {
        Queue<Integer> plan = kills.getOrDefault(step++, new ArrayDeque<>());
        Instant end = Instant.now().plus(PATIENCE);
        do {
            Optional<Integer> failure = Optional.ofNullable(plan.poll());
            failure.filter(KilledTalk::comesFirst).ifPresent(bot::failsAfter);
            Optional<Interaction> asked = done.getAsBoolean() ? Optional.empty() : tries(action);
            asked.ifPresent(answers::add);
            failure.filter(millis -> !comesFirst(millis)).ifPresent(bot::failsAfter);
            if (failure.isPresent()) {
                recovers();
            }
            look(() ->
                    done.getAsBoolean() || asked.filter(Interaction::hasFailed).isPresent());
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("step " + step + " does not come to an end; seen: " + told());
            }
        } while (!done.getAsBoolean() || !plan.isEmpty());
    }

    private static Optional<Interaction> tries(Supplier<Optional<Interaction>> action) {
        try {
            return action.get();
        } catch (CannotDo e) {
            return Optional.empty();
        }
    }

    /** Half of the time it has failed before they do anything, and half of the time while it deals with what they did. */
    private static boolean comesFirst(int millis) {
        return millis % 2 == 0;
    }

    private void recovers() {
        killed++;
        if (killed % 3 == 0) {
            server.clock().advance(Duration.ofMinutes(20));
        }
        bot.recovers();
        if (killed % 5 == 0) {
            bot.failsAfter(random.nextInt(3_000));
            bot.recovers();
        }
        server.gateway().awaitConnected();
    }

    private static void look(BooleanSupplier enough) {
        Instant end = Instant.now().plus(LOOKS_AGAIN);
        while (!enough.getAsBoolean() && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private BooleanSupplier card(Prompt prompt, Person to) {
        String text = words(prompt, to);
        String start = text.contains("<t:") ? text.substring(0, text.indexOf("<t:")) : text;
        return () -> newestCard().filter(p -> p.text().startsWith(start)).isPresent();
    }

    private String words(Prompt prompt, Person to) {
        Person other = to == ann ? ben : ann;
        Line line = new Line(prompt, 0, slots(prompt, Flat.id(to), Flat.id(other)));
        return Flat.BOOK.say(line, new ByName(Map.of(Flat.id(ann), "Ann", Flat.id(ben), "Ben")));
    }

    private static Slots slots(Prompt prompt, org.turnstone.floor.Person to, org.turnstone.floor.Person other) {
        return switch (prompt) {
            case STATUS_OPEN, STATUS_CLOSING -> Slots.NONE;
            case STATUS_INVITING -> Slots.to(to).until(Instant.EPOCH);
            default -> Slots.to(to).and(other);
        };
    }

    private boolean seesButton(Person who, Move move) {
        return newest(who, Flat.BOOK.label(move)).isPresent();
    }

    private Optional<Post> newestCard() {
        return posts().filter(KilledTalk::isCard).max(Comparator.comparingLong(Post::id));
    }

    private Optional<Post> newest(Person who, String button) {
        return who.sees(kitchen).stream()
                .filter(p -> p.state() == Post.State.STANDS && !p.isPrivate() && p.has(button))
                .max(Comparator.comparingLong(Post::id));
    }

    private Stream<Post> posts() {
        return ann.sees(kitchen).stream()
                .filter(p -> p.state() == Post.State.STANDS && !p.isPrivate())
                .filter(p -> !p.author().equals("Ann") && !p.author().equals("Ben"));
    }

    /** A card has more buttons than the standing one. */
    private static boolean isCard(Post post) {
        return post.controls().size() > 1;
    }

    private Told told() {
        List<String> room = posts().map(Post::text).map(KilledTalk::timeless).toList();
        List<String> inPrivate = answers.stream()
                .flatMap(i -> i.post().stream())
                .filter(p -> p.state() == Post.State.STANDS && p.isPrivate())
                .flatMap(p -> Stream.of(timeless(p.text()).split("\n\n")))
                .filter(this::isNote)
                .sorted()
                .toList();
        return new Told(room, inPrivate);
    }

    private boolean isNote(String text) {
        boolean nothing = text.equals(Flat.BOOK.text(Text.NOTHING_JUST_NOW));
        boolean passed =
                text.startsWith("That moment has passed") || text.equals(Flat.BOOK.text(Text.NOT_YOURS_TO_PRESS));
        return !nothing && !passed && !text.equals(timeless(words(Prompt.STATUS_INVITING, ann)));
    }

    private static String timeless(String text) {
        return text.replaceAll("<t:\\d+:R>", "<t>");
    }

    @Override
    public void close() {
        bot.close();
        server.close();
    }
}
