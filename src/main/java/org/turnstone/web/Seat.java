package org.turnstone.web;

import org.turnstone.floor.Person;

/**
 * One person's place in a web room. Its number stands in the link; who sits there is for its secret and passphrase to say.
 *
 * @param id of the room, as in links
 * @param number counted from 1; the first is for whoever runs the computer
 */
record Seat(String id, int number) {
    /** What the ids of web rooms begin with. */
    static final String PREFIX = "web:";

    String room() {
        return PREFIX + id;
    }

    Person person() {
        return new Person(room() + "/" + number);
    }

    String path() {
        return "/r/" + id + "/" + number;
    }

    /** The seat of somebody who sits in a web room. */
    static Seat of(Person person) {
        int slash = person.id().lastIndexOf('/');
        return new Seat(
                person.id().substring(PREFIX.length(), slash),
                Integer.parseInt(person.id().substring(slash + 1)));
    }
}
