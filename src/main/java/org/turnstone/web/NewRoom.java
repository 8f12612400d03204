package org.turnstone.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.turnstone.floor.Circle;

/**
 * What is laid down when a room is opened; its people can change how long words are kept, and their own name.
 *
 * @param names how its people are called, 2 to 12; the first keeps the circle where there are more than two
 * @param topic what it is about
 * @param language a tag
 */
record NewRoom(List<String> names, Optional<String> topic, Keep keep, String language) {
    private static final int LONGEST_TOPIC = 120;

    NewRoom {
        names = List.copyOf(names);
    }

    /** Empty where it is for fewer than two, or for more than a circle holds; anything else that is odd is made good. */
    static Optional<NewRoom> of(JsonNode asked, House house) {
        List<String> names = new ArrayList<>();
        asked.path("names").forEach(name -> names.add(Names.tidy(name.asText())));
        names.removeIf(String::isEmpty);
        if (names.size() < 2 || names.size() > Circle.LARGEST) {
            return Optional.empty();
        }
        Optional<String> topic = Optional.of(Names.tidy(asked.path("topic").asText(), LONGEST_TOPIC))
                .filter(text -> !text.isEmpty());
        String language = asked.path("language").asText();
        return Optional.of(new NewRoom(
                names,
                topic,
                keep(asked).orElse(house.keep()),
                house.languages().get().contains(language) ? language : house.language()));
    }

    private static Optional<Keep> keep(JsonNode asked) {
        return Stream.of(Keep.values())
                .filter(keep -> keep.name().equals(asked.path("keep").asText()))
                .findFirst();
    }
}
