package org.turnstone.safety;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where help is, by country. There is an answer for everyone: where a country is unknown, or has no line for what is
 * the matter, the general directory is it.
 *
 * @param general for any country; at least one for every concern
 * @param countries by ISO 3166-1 code of two letters, in upper case
 */
public record Helplines(List<Helpline> general, Map<String, Country> countries) {
    /**
     * One country's.
     *
     * @param emergency the number to call where somebody is in danger now
     * @param lines in the order in which they are shown
     */
    public record Country(Optional<String> emergency, List<Helpline> lines) {
        public Country {
            lines = List.copyOf(lines);
        }
    }

    /** @throws IllegalArgumentException where somebody could be left without an answer, with what to do */
    public Helplines {
        general = List.copyOf(general);
        countries = Map.copyOf(new TreeMap<>(countries));
        List<Helpline> directory = general;
        for (Concern concern : Concern.values()) {
            if (directory.stream().noneMatch(l -> l.concerns().contains(concern))) {
                throw new IllegalArgumentException("the general directory has nothing for "
                        + concern.name().toLowerCase(Locale.ROOT) + "; add a line that has, for any country");
            }
        }
        countries.keySet().stream().filter(code -> !isCode(code)).findFirst().ifPresent(code -> {
            throw new IllegalArgumentException(
                    "'" + code + "' is no country; write its ISO 3166 code of two letters, for example GB");
        });
    }

    private static boolean isCode(String code) {
        return Arrays.asList(Locale.getISOCountries()).contains(code);
    }

    /**
     * Lines for {@code concern}, the country's own first; never empty.
     *
     * @param iso a code of two letters in either case; {@code UK} is understood as well
     */
    public List<Helpline> forCountry(Optional<String> iso, Concern concern) {
        List<Helpline> own = country(iso).map(c -> of(c.lines(), concern)).orElse(List.of());
        return own.isEmpty() ? of(general, concern) : own;
    }

    /** The number to call in danger; empty where the country or its number is unknown. */
    public Optional<String> emergency(Optional<String> iso) {
        return country(iso).flatMap(Country::emergency);
    }

    private Optional<Country> country(Optional<String> iso) {
        return iso.map(code -> code.strip().toUpperCase(Locale.ROOT))
                .map(code -> code.equals("UK") ? "GB" : code)
                .map(countries::get);
    }

    private static List<Helpline> of(List<Helpline> lines, Concern concern) {
        return lines.stream().filter(l -> l.concerns().contains(concern)).toList();
    }
}
