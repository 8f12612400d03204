package org.turnstone.learning;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.turnstone.safety.Alarm;
import org.turnstone.safety.Concern;

/**
 * How well words of crisis are noticed in labelled lines. A share of nothing is {@code null}.
 *
 * @param recall the share of lines with a concern that raise any alarm
 * @param falseAlarms the share of lines without one that do
 * @param perLabel for each concern, by its name in lower case
 */
@JsonPropertyOrder({"recall", "false_alarms", "per_label"})
public record CrisisEvaluation(
        @Nullable Double recall,
        @JsonProperty("false_alarms") @Nullable Double falseAlarms,
        @JsonProperty("per_label") Map<String, Figures> perLabel) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NONE = "none";

    /**
     * One label's.
     *
     * @param recall the share of its lines that raise any alarm
     * @param rightLabel the share of its lines whose alarm is of this very concern
     */
    @JsonPropertyOrder({"recall", "right_label"})
    public record Figures(
            @Nullable Double recall,
            @JsonProperty("right_label") @Nullable Double rightLabel) {}

    private record Read(String label, Optional<Alarm> alarm) {
        boolean isAlarm() {
            return alarm.isPresent();
        }

        boolean isRight() {
            return alarm.filter(a -> name(a.concern()).equals(label)).isPresent();
        }
    }

    /**
     * Reads every line of {@code jsonLines}: objects with {@code text} and {@code label}, which is a concern's name in
     * lower case, or {@code none}; other fields are ignored.
     *
     * @param fileName said in errors
     * @param alarms the reading to be measured
     * @throws IllegalArgumentException with file, line, what is wrong and what to do, and without the line's text
     */
    public static CrisisEvaluation of(
            String fileName, List<String> jsonLines, Function<String, Optional<Alarm>> alarms) {
        List<Read> lines = new ArrayList<>();
        for (int i = 0; i < jsonLines.size(); i++) {
            if (!jsonLines.get(i).isBlank()) {
                lines.add(read(fileName + ":" + (i + 1), jsonLines.get(i), alarms));
            }
        }
        Map<String, Figures> perLabel = new LinkedHashMap<>();
        for (Concern concern : Concern.values()) {
            List<Read> of = matching(lines, r -> r.label().equals(name(concern)));
            perLabel.put(name(concern), new Figures(share(of, Read::isAlarm), share(of, Read::isRight)));
        }
        return new CrisisEvaluation(
                share(matching(lines, r -> !r.label().equals(NONE)), Read::isAlarm),
                share(matching(lines, r -> r.label().equals(NONE)), Read::isAlarm),
                perLabel);
    }

    private static Read read(String place, String json, Function<String, Optional<Alarm>> alarms) {
        CrisisLine line = CrisisLine.parse(place, json);
        return new Read(line.concern().map(CrisisEvaluation::name).orElse(NONE), alarms.apply(line.text()));
    }

    private static String name(Concern concern) {
        return concern.name().toLowerCase(Locale.ROOT);
    }

    private static List<Read> matching(List<Read> lines, Predicate<Read> which) {
        return lines.stream().filter(which).toList();
    }

    private static @Nullable Double share(List<Read> of, Predicate<Read> which) {
        return of.isEmpty() ? null : matching(of, which).size() / (double) of.size();
    }

    /** One JSON object on one line. */
    public String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
