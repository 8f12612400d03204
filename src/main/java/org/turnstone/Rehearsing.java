package org.turnstone;

import java.util.Optional;
import org.turnstone.rehearsal.Export;
import org.turnstone.rehearsal.Onlooker;
import org.turnstone.rehearsal.Replayed;
import org.turnstone.safety.Concern;

/** Plugs together what a replay needs: the language pack and the settings' numbers, no store and no platform. Stateless. */
public final class Rehearsing {
    private Rehearsing() {}

    /** Who to turn to, in words. */
    public static String help(Settings settings, Concern concern) {
        String language = settings.local().language().getLanguage();
        return HelpInWords.of(settings)
                .about(concern, Optional.empty(), Packs.of(settings).book(language));
    }

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
