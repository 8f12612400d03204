package org.turnstone.rehearsal;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.turnstone.floor.Customs;
import org.turnstone.prompts.PromptBook;
import org.turnstone.room.Ear;
import org.turnstone.room.Help;

/**
 * A chat that was played through the bot: each message with what the bot did at it, as an onlooker could see it.
 *
 * @param moments in the order of the messages
 */
public record Replayed(List<Moment> moments) {
    /** A message and what was seen at it. */
    public record Moment(Message message, List<Seen> seen) {}

    public Replayed {
        moments = List.copyOf(moments);
    }

    /**
     * Plays {@code export}.
     *
     * @throws ExportProblem where the onlooker is nobody in it, or too many people are
     */
    public static Replayed of(
            Export export, Onlooker onlooker, Ear ear, Customs customs, PromptBook book, Help help, ZoneId zone) {
        if (onlooker instanceof Onlooker.Someone me && !export.people().contains(me.name())) {
            throw new ExportProblem(
                    "Nobody in this chat is called so. It has: " + String.join(", ", export.people()) + ".");
        }
        Map<String, String> texts = new HashMap<>();
        Eyes eyes = new Eyes(book, help, zone, texts);
        Replay replay = new Replay(export, ear, customs);
        List<Moment> moments = new ArrayList<>();
        for (Message message : export.messages()) {
            texts.put("message " + message.index(), message.text());
            moments.add(new Moment(message, onlooker.sees(eyes.of(replay.play(message)))));
        }
        return new Replayed(moments);
    }
}
