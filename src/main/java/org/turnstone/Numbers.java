package org.turnstone;

import org.turnstone.floor.Customs;
import org.turnstone.floor.Pace;
import org.turnstone.floor.Waits;

/** The numbers of the settings, as the floor knows them. Stateless; may be shared. */
final class Numbers {
    private Numbers() {}

    static Customs customs(Settings settings) {
        Settings.Conversation c = settings.conversation();
        return new Customs(
                pace("quick", Pace.Passing.BY_SENDING, c.quick()),
                pace("full", Pace.Passing.BY_HAND, c.full()),
                waits(settings),
                c.nudges().perTurn(),
                c.nudges().perTalk(),
                c.chunkLength());
    }

    private static Pace pace(String name, Pace.Passing passing, Settings.Pace pace) {
        return new Pace(name, passing, pace.chunks(), pace.notQuites(), pace.openings());
    }

    private static Waits waits(Settings settings) {
        Settings.Waits waits = settings.conversation().waits();
        Settings.Day day = settings.conversation().day();
        return new Waits(
                waits.invitation(),
                waits.askAgain(),
                waits.quiet(),
                waits.bubbles(),
                waits.encourage(),
                waits.shortestPause(),
                waits.longestPause(),
                waits.returnWindow(),
                waits.closing(),
                settings.local().timezone(),
                day.lateFrom(),
                day.nightFrom(),
                day.nightUntil(),
                day.tomorrowAt());
    }
}
