package org.turnstone.discord.loopback;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** What people choose, in the wire's words. Threads may share it: it has no state. */
final class Choices {
    private Choices() {}

    /** The value of the option that is called {@code choice}, by its label or its value. */
    static String value(List<Control.Option> options, String choice) {
        return options.stream()
                .filter(o -> o.label().equals(choice) || o.value().equals(choice))
                .map(Control.Option::value)
                .findFirst()
                .orElseThrow(() -> new CannotDo("no option '" + choice + "' among " + options));
    }

    /** The accounts behind chosen ids. Source: Receiving and Responding, "Resolved Data Structure". */
    static ObjectNode resolved(Platform platform, Channel channel, List<Person> people) {
        ObjectNode json = Json.object();
        for (Person person : people) {
            String id = Long.toString(person.id());
            json.withObjectProperty("users").set(id, person.user().json());
            Optional<Member> member = channel.guild().flatMap(g -> g.member(person.id()));
            member.ifPresent(m -> json.withObjectProperty("members")
                    .set(
                            id,
                            m.partial()
                                    .put(
                                            "permissions",
                                            Long.toString(platform.access.permissions(person.user(), channel)))));
        }
        return json;
    }
}
