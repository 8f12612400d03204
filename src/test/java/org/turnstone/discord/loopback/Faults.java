package org.turnstone.discord.loopback;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * What is to go wrong: planned one by one, for all requests of a kind, or at random from a seed.
 *
 * <p>Threads may share it.
 */
public final class Faults {
    private static final class Plan<F> {
        private final Pattern what;
        private final F fault;
        private int left;

        Plan(String what, F fault, int times) {
            this.what = pattern(what);
            this.fault = fault;
            this.left = times;
        }

        boolean takes(String name) {
            return left > 0 && what.matcher(name).matches();
        }
    }

    private final List<Plan<Fault>> requests = new ArrayList<>();
    private final List<Plan<EventFault>> events = new ArrayList<>();
    private final List<String> fired = new ArrayList<>();
    private Optional<Random> chance = Optional.empty();
    private double requestRate;
    private List<Fault> anyRequest = List.of();
    private final Map<EventFault, Double> eventRates = new EnumMap<>(EventFault.class);
    private Duration lateness = Duration.ofMillis(50);
    private volatile boolean heartbeatsIgnored;

    /**
     * The next request of this kind meets {@code fault}.
     *
     * @param request method and path below the API's root, {@code *} for any part: {@code POST channels/*}{@code
     *     /messages}
     */
    public Faults next(String request, Fault fault) {
        return next(1, request, fault);
    }

    /** The next {@code times} requests of this kind meet {@code fault}. */
    public synchronized Faults next(int times, String request, Fault fault) {
        requests.add(new Plan<>(request, fault, times));
        return this;
    }

    /** The next event of this type meets {@code fault}; {@code *} for any. */
    public synchronized Faults nextEvent(String type, EventFault fault) {
        events.add(new Plan<>(type, fault, 1));
        return this;
    }

    /** From now on each request meets one of {@code faults} with a chance of {@code rate}. */
    public synchronized Faults requestsAtRandom(long seed, double rate, Fault... faults) {
        chance = Optional.of(chance.orElseGet(() -> new Random(seed)));
        requestRate = rate;
        anyRequest = List.of(faults);
        return this;
    }

    /** From now on each event meets each of {@code faults} with a chance of {@code rate}, but never two at once. */
    public synchronized Faults eventsAtRandom(long seed, double rate, EventFault... faults) {
        chance = Optional.of(chance.orElseGet(() -> new Random(seed)));
        eventRates.clear();
        for (EventFault fault : faults) {
            eventRates.put(fault, rate);
        }
        return this;
    }

    /** How late a {@link EventFault#LATE} event comes, in real time. */
    public synchronized void lateness(Duration time) {
        lateness = time;
    }

    /** From now on heartbeats are not acknowledged, as on a connection that only seems alive. */
    public void ignoreHeartbeats() {
        heartbeatsIgnored = true;
    }

    public void acknowledgeHeartbeats() {
        heartbeatsIgnored = false;
    }

    /** Nothing goes wrong any more; what was planned and did not happen is forgotten. */
    public synchronized void clear() {
        requests.clear();
        events.clear();
        requestRate = 0;
        eventRates.clear();
        heartbeatsIgnored = false;
    }

    /** What went wrong so far, one line each, in order. */
    public synchronized List<String> fired() {
        return List.copyOf(fired);
    }

    synchronized Optional<Fault> request(String name) {
        Optional<Fault> fault = take(requests, name);
        if (fault.isEmpty() && !anyRequest.isEmpty() && hits(requestRate)) {
            fault = Optional.of(anyRequest.get(chance.orElseThrow().nextInt(anyRequest.size())));
        }
        fault.ifPresent(f -> fired.add(name + " " + f));
        return fault;
    }

    synchronized EventFault event(String type) {
        Optional<EventFault> fault = take(events, type);
        if (fault.isEmpty() && !eventRates.isEmpty()) {
            fault = anyEventFault();
        }
        fault.ifPresent(f -> fired.add(type + " " + f));
        return fault.orElse(EventFault.NONE);
    }

    private Optional<EventFault> anyEventFault() {
        double dice = chance.orElseThrow().nextDouble();
        for (Map.Entry<EventFault, Double> one : eventRates.entrySet()) {
            dice -= one.getValue();
            if (dice < 0) {
                return Optional.of(one.getKey());
            }
        }
        return Optional.empty();
    }

    synchronized Duration lateness() {
        return lateness;
    }

    boolean ignoresHeartbeats() {
        return heartbeatsIgnored;
    }

    private boolean hits(double rate) {
        return rate > 0 && chance.orElseThrow().nextDouble() < rate;
    }

    private static <F> Optional<F> take(List<Plan<F>> plans, String name) {
        for (Iterator<Plan<F>> all = plans.iterator(); all.hasNext(); ) {
            Plan<F> plan = all.next();
            if (plan.takes(name)) {
                plan.left--;
                if (plan.left == 0) {
                    all.remove();
                }
                return Optional.of(plan.fault);
            }
        }
        return Optional.empty();
    }

    private static Pattern pattern(String glob) {
        return Pattern.compile("\\Q" + glob.replace("*", "\\E[^ ]*\\Q") + "\\E");
    }
}
