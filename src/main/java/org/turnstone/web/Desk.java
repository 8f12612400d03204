package org.turnstone.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.turnstone.floor.Circle;
import org.turnstone.floor.Person;
import org.turnstone.prompts.Text;

/**
 * Where whoever runs this computer opens further rooms, hands out their links and closes them. A link that somebody has used
 * is theirs: it is not shown here any more, and nobody but they can renew it. Threads may share one.
 */
final class Desk {
    private final House house;
    private final Seats seats;
    private final Hub hub;
    private final Where where;
    private final Supplier<String> base;

    /** @param base what every link begins with, once the server listens */
    Desk(House house, Seats seats, Hub hub, Where where, Supplier<String> base) {
        this.house = house;
        this.seats = seats;
        this.hub = hub;
        this.where = where;
        this.base = base;
    }

    /** Does what is asked and says how things stand; for the first seat of the first room alone. */
    ObjectNode does(JsonNode asked) {
        String room = asked.path("room").asText();
        ObjectNode answer = Json.object();
        switch (asked.path("do").asText()) {
            case "open" ->
                NewRoom.of(asked, house)
                        .ifPresentOrElse(
                                plan -> answer.put("opened", open(plan).get(0).id()),
                                () -> answer.put("problem", "names"));
            case "renew" -> renew(room, asked.path("seat").asInt());
            case "close" -> close(room);
            default -> {} // only looks
        }
        return tell(answer, answer.path("opened").asText(room));
    }

    /** Makes the room and gives its seats. */
    List<Seat> open(NewRoom plan) {
        List<Seat> opened = seats.open(plan);
        begin(opened, plan.language());
        return opened;
    }

    /** The conversation of seats that have just been made, and the language that their people read. */
    void begin(List<Seat> opened, String language) {
        opened.forEach(seat -> {
            Person person = seat.person();
            house.people().save(person, house.people().of(person).withLanguage(language));
        });
        house.rooms().open(opened.get(0).room(), circle(opened), house.customs());
    }

    private static Circle circle(List<Seat> seats) {
        List<Person> order = seats.stream().map(Seat::person).toList();
        return order.size() == 2 ? Circle.couple(order.get(0), order.get(1)) : Circle.keptBy(order.get(0), order);
    }

    private void renew(String id, int number) {
        seats.all(id).stream()
                .filter(seat -> seat.number() == number && !seats.hasPassphrase(seat))
                .forEach(seats::renew);
    }

    /** Everything in it goes, for everybody. The first room stays: it is where whoever runs this computer comes in. */
    void close(String id) {
        List<Seat> theirs = seats.all(id);
        if (theirs.isEmpty() || theirs.equals(seats.first())) {
            return;
        }
        String room = theirs.get(0).room();
        theirs.forEach(seat -> house.people().forget(seat.person()));
        house.store().forgetRoom(room);
        hub.in(room).forEach(Visitor::goes);
    }

    /** @param shown the room whose links stand in the answer; the codes of all would be long */
    private ObjectNode tell(ObjectNode answer, String shown) {
        answer.put("reach", where.reach().name());
        answer.put("keep", house.keep().name()).put("language", house.language());
        ArrayNode languages = answer.putArray("languages");
        house.languages()
                .get()
                .forEach(tag -> languages
                        .addObject()
                        .put("tag", tag)
                        .put("name", house.scribe().bookOf(tag).text(Text.LANGUAGE)));
        ArrayNode rooms = answer.putArray("rooms");
        room(rooms, seats.first(), shown);
        seats.further().forEach(further -> room(rooms, further, shown));
        return answer;
    }

    private void room(ArrayNode rooms, List<Seat> theirs, String shown) {
        ObjectNode room = rooms.addObject().put("id", theirs.get(0).id());
        seats.topic(theirs.get(0)).ifPresent(topic -> room.put("topic", topic));
        ArrayNode places = room.putArray("seats");
        for (Seat seat : theirs) {
            boolean taken = seats.hasPassphrase(seat);
            ObjectNode place = places.addObject().put("number", seat.number()).put("taken", taken);
            Optional.of(seats.nameOrCalled(seat)).ifPresent(name -> place.put("name", name.orElse("")));
            place.put("shown", seat.id().equals(shown));
            if (!taken && seat.id().equals(shown)) {
                place.setAll(link(seat));
            }
        }
    }

    /** A seat's link, in letters and as a code. */
    ObjectNode link(Seat seat) {
        String link = base.get() + seats.link(seat);
        QrCode code = QrCode.of(link);
        return Json.object().put("link", link).put("size", code.size()).put("path", code.asPath());
    }

    /** Somebody's own link, for another device of theirs; with "renew" a new one, and the old one opens nothing any more. */
    ObjectNode own(Seat seat, JsonNode asked) {
        if (asked.path("do").asText().equals("renew")) {
            seats.renew(seat);
        }
        return link(seat).put("reach", where.reach().name());
    }
}
