package org.turnstone.rehearsal;

import java.util.List;
import java.util.Optional;

/**
 * One thing that the bot did at a message, in words.
 *
 * @param after the message's place in the file, from 0
 * @param effect what: {@code flag}, {@code praise}, {@code hold}, {@code release}, {@code pause}, {@code aside}, {@code say},
 *     {@code whisper} or {@code offer}
 * @param to the one person who sees it; empty: the room
 * @param kinds of the signs noticed
 * @param words that were noticed, as written
 * @param text what was said
 * @param shown false where a remark was earned and sparing kept it back
 */
public record Seen(
        int after,
        String effect,
        Optional<String> to,
        List<String> kinds,
        List<String> words,
        String text,
        boolean shown) {

    boolean isAside() {
        return effect.equals("aside");
    }

    static Seen byAll(int after, String effect, String text) {
        return new Seen(after, effect, Optional.empty(), List.of(), List.of(), text, true);
    }

    static Seen by(String person, int after, String effect, String text) {
        return new Seen(after, effect, Optional.of(person), List.of(), List.of(), text, true);
    }
}
