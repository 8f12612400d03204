package org.turnstone.web;

import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.turnstone.floor.Care;
import org.turnstone.floor.Effect;
import org.turnstone.floor.Person;
import org.turnstone.floor.Words;
import org.turnstone.prompts.PromptBook;
import org.turnstone.prompts.Text;
import org.turnstone.room.RoomStore.Owed;
import org.turnstone.room.Scribe;

/**
 * Help for hard times at home, which is always there for anyone, alike: the lines that a step aside would offer, without what
 * it says about words that somebody wrote. Threads may share one.
 */
record HelpAtHand(Scribe scribe, Clock clock) {
    private static final Care CARE = new Care("PARTNER_VIOLENCE", Care.Leave.WITHHELD, Care.Leave.WITHHELD);

    String of(Seat seat) {
        Person person = seat.person();
        PromptBook book = scribe.book(person);
        Effect.StepAside aside = new Effect.StepAside(person, new Words("none", 0), CARE);
        String all = scribe.note(new Owed(0, seat.room(), "help", clock.instant(), aside), aside)
                .text();
        Set<String> elsewhere = new HashSet<>();
        book.text(Text.ASIDE_PARTNER_VIOLENCE).lines().forEach(elsewhere::add);
        book.text(Text.ASIDE_ROOM_SEES_A_PAUSE).lines().forEach(elsewhere::add);
        return all.lines().filter(line -> !elsewhere.contains(line)).collect(Collectors.joining("\n"));
    }
}
