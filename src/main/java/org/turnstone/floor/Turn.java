package org.turnstone.floor;

import java.util.Optional;
import java.util.Set;

/**
 * One person's turn, from taking the floor to having been heard.
 *
 * @param speaker who has the floor
 * @param chunks how often they have begun to speak in this turn, this time included
 * @param notQuites how often they have said "not quite"
 * @param said whether and what they have said: the latest of their words
 * @param missing what they named as missing after a "not quite"
 * @param block what the listener named as being in the way
 * @param thanked who has said "thank you for telling me"
 * @param swaps 1 when the floor has swapped and does not go back the same way: the speaker needed to be heard first, or
 *     goes on after a pause while a turn is owed
 */
public record Turn(
        Person speaker,
        int chunks,
        int notQuites,
        Optional<Words> said,
        Optional<Words> missing,
        Optional<Block> block,
        Set<Person> thanked,
        int swaps) {

    public Turn {
        thanked = Sorted.set(thanked);
    }

    /** A turn in which nothing has been said. */
    public static Turn of(Person speaker) {
        return new Turn(speaker, 1, 0, Optional.empty(), Optional.empty(), Optional.empty(), Set.of(), 0);
    }

    /** A turn whose speaker is heard first, whatever the listener finds hard. */
    static Turn heardFirst(Person speaker) {
        return new Turn(speaker, 1, 0, Optional.empty(), Optional.empty(), Optional.empty(), Set.of(), 1);
    }

    Turn says(Words words) {
        return new Turn(speaker, chunks, notQuites, Optional.of(words), missing, block, thanked, swaps);
    }

    Turn oneMore() {
        return new Turn(speaker, chunks + 1, notQuites, said, missing, Optional.empty(), Set.of(), swaps);
    }

    Turn notQuite() {
        return new Turn(speaker, chunks, notQuites + 1, said, Optional.empty(), Optional.empty(), Set.of(), swaps);
    }

    Turn misses(Words words) {
        return new Turn(speaker, chunks, notQuites, said, Optional.of(words), block, thanked, swaps);
    }

    Turn blockedBy(Block named) {
        return new Turn(speaker, chunks, notQuites, said, missing, Optional.of(named), thanked, swaps);
    }

    Turn thankedBy(Person person) {
        return new Turn(speaker, chunks, notQuites, said, missing, block, Sorted.plus(thanked, person), swaps);
    }
}
