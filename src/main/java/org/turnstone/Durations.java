package org.turnstone;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as people write them in settings: {@code 90 s}, {@code 30 min}, {@code 12 h}, {@code 7 days}. No state. */
final class Durations {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,6}) ?(s|min|h|day|days)");
    private static final Map<String, ChronoUnit> UNITS = Map.of(
            "s", ChronoUnit.SECONDS,
            "min", ChronoUnit.MINUTES,
            "h", ChronoUnit.HOURS,
            "day", ChronoUnit.DAYS,
            "days", ChronoUnit.DAYS);

    private Durations() {}

    static Optional<Duration> parse(String written) {
        Matcher parts = WRITTEN.matcher(written.strip());
        return parts.matches()
                ? Optional.of(Duration.of(Long.parseLong(parts.group(1)), UNITS.get(parts.group(2))))
                : Optional.empty();
    }

    /** For what is known to be well written. */
    static Duration of(String written) {
        return parse(written).orElseThrow(() -> new IllegalArgumentException("not a duration: " + written));
    }
}
