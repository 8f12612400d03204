package org.turnstone.discord.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Everything that went over the wire, in order: requests with their answers, first answers to interactions with the
 * time they took, whom messages notified, and the events sent.
 *
 * <p>Threads may share it.
 */
public final class WireLog {
    /**
     * One REST request.
     *
     * @param path below the API's root, without the query
     * @param body JSON, missing if there was none
     * @param status 0 if the connection was cut instead of an answer
     * @param code the JSON error code, 0 if it went well
     */
    public record Request(Instant at, String method, String path, String query, JsonNode body, int status, int code) {
        public boolean wasRefused() {
            return status >= 400 && status < 500 && status != 429;
        }

        /** {@code POST channels/1/messages 403 50013}. */
        public String line() {
            return method + " " + path + " " + status + (code == 0 ? "" : " " + code);
        }
    }

    /**
     * A first answer to an interaction.
     *
     * @param type of the callback, as on the wire
     * @param delay from the press to the answer, in real time
     * @param reach whether others see what was answered; a modal and a silent acknowledgement count as private
     */
    public record Answer(long interaction, String person, int type, Duration delay, Post.Reach reach) {}

    /** A message that notified somebody. */
    public record Ping(long message, Channel channel, Set<Long> users, Set<Long> roles, boolean everyone) {}

    /** An event as it was sent. */
    public static final class Sent {
        private final Instant at;
        private final Frame frame;

        Sent(Instant at, Frame frame) {
            this.at = at;
            this.frame = frame;
        }

        public Instant at() {
            return at;
        }

        public String type() {
            return frame.type();
        }

        /** The whole frame: {@code op}, {@code t}, {@code s} and {@code d}. */
        public JsonNode frame() {
            return frame.tree();
        }
    }

    private final PlatformClock clock;
    private final List<Request> requests = new ArrayList<>();
    private final List<Answer> answers = new ArrayList<>();
    private final List<Ping> pings = new ArrayList<>();
    private final List<Sent> events = new ArrayList<>();

    WireLog(PlatformClock clock) {
        this.clock = clock;
    }

    public synchronized List<Request> requests() {
        return List.copyOf(requests);
    }

    public List<Request> requests(Predicate<Request> wanted) {
        return requests().stream().filter(wanted).toList();
    }

    /** What the platform refused: a bot that keeps the rules leaves this empty. */
    public List<Request> refusals() {
        return requests(Request::wasRefused);
    }

    public synchronized List<Answer> answers() {
        return List.copyOf(answers);
    }

    /** The slowest first answer so far. */
    public Duration slowestAnswer() {
        return answers().stream().map(Answer::delay).max(Duration::compareTo).orElse(Duration.ZERO);
    }

    public synchronized List<Ping> pings() {
        return List.copyOf(pings);
    }

    public synchronized List<Sent> events() {
        return List.copyOf(events);
    }

    public synchronized void clear() {
        requests.clear();
        answers.clear();
        pings.clear();
        events.clear();
    }

    synchronized void request(Request request) {
        requests.add(request);
    }

    synchronized void answer(Answer answer) {
        answers.add(answer);
    }

    synchronized void ping(Message message) {
        Mentions mentions = message.mentions();
        boolean everyone = mentions.everyone() == Mentions.Everyone.NOTIFIED;
        pings.add(new Ping(message.id(), message.channel(), mentions.users(), mentions.roles(), everyone));
    }

    synchronized void event(Frame frame) {
        events.add(new Sent(clock.instant(), frame));
    }
}
