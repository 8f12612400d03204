package org.turnstone;

import org.turnstone.rehearsal.Export;
import org.turnstone.rehearsal.Onlooker;
import org.turnstone.rehearsal.Replayed;

/** Plugs together what a replay needs: the language pack and the settings' numbers, no store and no platform. Stateless. */
public final class Rehearsing {
    private Rehearsing() {}

    public static Replayed replay(Settings settings, Export export, Onlooker onlooker) {
        Packs packs = Packs.of(settings);
        String language = settings.local().language().getLanguage();
        return Replayed.of(
                export,
                onlooker,
                packs.ear(language),
                Numbers.customs(settings),
                packs.book(language),
                HelpInWords.of(settings),
                settings.local().timezone());
    }
}
