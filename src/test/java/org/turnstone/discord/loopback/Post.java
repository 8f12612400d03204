package org.turnstone.discord.loopback;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A message as it stood when it was asked for: what a person reads, not what the wire said.
 *
 * @param author the display name
 * @param text the words, those in components and embeds included, line by line
 * @param versions every text it has had, the first one first; more than one when it was edited
 * @param times when each version came
 * @param pinged ids of the accounts that it notified
 * @param usedBy the display name of whoever's command or press it answers, which everyone who sees it sees; or empty
 */
public record Post(
        long id,
        Channel channel,
        String author,
        String text,
        List<Control> controls,
        Reach reach,
        State state,
        List<String> versions,
        List<Instant> times,
        Set<Long> pinged,
        String usedBy) {
    /** Who can see it. */
    public enum Reach {
        CHANNEL,
        ONE_PERSON
    }

    /** Whether it stands; LOADING is the "is thinking" of a deferred answer. */
    public enum State {
        STANDS,
        LOADING,
        DELETED
    }

    /** When it was posted, by the platform's clock. */
    public Instant at() {
        return Snowflakes.time(id);
    }

    public boolean isPrivate() {
        return reach == Reach.ONE_PERSON;
    }

    public boolean isEdited() {
        return versions.size() > 1;
    }

    /** Whether any version ever held {@code words}. */
    public boolean everSaid(String words) {
        return versions.stream().anyMatch(v -> v.contains(words));
    }

    /** The button or menu that is called {@code name}, by its custom id or its label. */
    public Control control(String name) {
        return controls.stream()
                .filter(c -> c.isCalled(name))
                .findFirst()
                .orElseThrow(() -> new CannotDo("no button or menu '" + name + "' on this message, only " + controls));
    }

    public boolean has(String name) {
        return controls.stream().anyMatch(c -> c.isCalled(name));
    }
}
