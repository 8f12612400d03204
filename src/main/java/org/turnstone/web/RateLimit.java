package org.turnstone.web;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Lets so much through at once and so much a second after that, for each key. It remembers the latest keys only, so that
 * many strangers do not fill the memory. Threads may share one.
 */
final class RateLimit {
    private static final int KEYS = 10_000;

    private record Bucket(double left, long at) {}

    private final int most;
    private final double perSecond;
    private final Clock clock;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > KEYS;
        }
    };

    RateLimit(int most, double perSecond, Clock clock) {
        this.most = most;
        this.perSecond = perSecond;
        this.clock = clock;
    }

    synchronized boolean allows(String key) {
        long now = clock.millis();
        Bucket bucket = buckets.getOrDefault(key, new Bucket(most, now));
        double passed = Math.max(0, now - bucket.at()) / 1000.0;
        double left = Math.min(most, bucket.left() + passed * perSecond);
        buckets.put(key, new Bucket(left < 1 ? left : left - 1, now));
        return left >= 1;
    }
}
