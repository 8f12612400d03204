package org.turnstone;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.turnstone.safety.Concern;
import org.turnstone.safety.Helpline;
import org.turnstone.safety.Helplines;

/** Reads {@code helplines.json}; the file explains itself under "about". No state. */
public final class HelplinesFile {
    /** What stands for a date where nobody has confirmed a line. */
    private static final String UNCONFIRMED = "unconfirmed";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    private HelplinesFile() {}

    private record Written(List<String> about, List<Line> general, Map<String, Place> countries) {}

    private record Place(@Nullable String emergency, List<Line> lines) {}

    private record Line(
            String name,
            @Nullable String call,
            @Nullable String text,
            @Nullable String web,
            Set<Concern> concerns,
            List<String> languages,
            String checked,
            String source) {}

    /**
     * The lines in {@code text}.
     *
     * @param fileName said in errors
     * @throws IllegalArgumentException with the file, the place, what is wrong and what to do
     */
    public static Helplines parse(String fileName, String text) {
        try {
            Written written = JSON.readValue(text, Written.class);
            Map<String, Helplines.Country> countries = new TreeMap<>();
            written.countries().forEach((code, place) -> countries.put(code, country(fileName, code, place)));
            return new Helplines(lines(fileName, "general", written.general()), countries);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(fileName + where(e) + ": " + reason(e), e);
        } catch (NullPointerException e) {
            throw new IllegalArgumentException(
                    fileName + ": something is missing; it needs about, general and countries", e);
        }
    }

    private static String where(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        String line = at == null ? "" : ":" + at.getLineNr();
        return e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()
                ? line + " (" + path(mapping) + ")"
                : line;
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                .collect(Collectors.joining(" "));
    }

    /** Without the names of our classes, which help nobody who edits the file. */
    private static String reason(JsonProcessingException e) {
        return e.getOriginalMessage().replaceAll(" ?\\(class [^)]*\\)|`[\\w.$<>]+` ?", "");
    }

    private static Helplines.Country country(String fileName, String code, Place place) {
        return new Helplines.Country(Optional.ofNullable(place.emergency()), lines(fileName, code, place.lines()));
    }

    private static List<Helpline> lines(String fileName, String where, List<Line> lines) {
        return lines.stream().map(line -> line(fileName + ", " + where, line)).toList();
    }

    private static Helpline line(String where, Line line) {
        String what = where + ", " + line.name();
        try {
            return new Helpline(
                    line.name(),
                    Optional.ofNullable(line.call()),
                    Optional.ofNullable(line.text()),
                    Optional.ofNullable(line.web()),
                    line.concerns(),
                    line.languages(),
                    checked(line.checked()),
                    line.source());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    what + ": checked must be a day like 2026-11-22, or \"" + UNCONFIRMED + "\"", e);
        } catch (NullPointerException e) {
            throw new IllegalArgumentException(
                    what + ": a line needs name, concerns, languages, checked and source, and call, text or web", e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(what + ": " + e.getMessage(), e);
        }
    }

    private static Optional<LocalDate> checked(String written) {
        return written.equals(UNCONFIRMED) ? Optional.empty() : Optional.of(LocalDate.parse(written));
    }
}
