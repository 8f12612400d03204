package org.turnstone.floor;

import java.util.Objects;

/**
 * Somebody in a conversation, known by the id that their platform gives them. Names belong to the adapters.
 *
 * @param id never blank; the same person has the same id for as long as the room lives
 */
public record Person(String id) implements Comparable<Person> {
    public Person {
        if (Objects.requireNonNull(id).isBlank()) {
            throw new IllegalArgumentException("a person needs an id");
        }
    }

    @Override
    public int compareTo(Person other) {
        return id.compareTo(other.id);
    }

    @Override
    public String toString() {
        return id;
    }
}
