package org.turnstone.cli;

import java.util.List;
import java.util.Map;
import org.turnstone.Settings;
import org.turnstone.Suggestion;

/** Environment variables that look like ours and are not read by anything. No state. */
final class SlipsOfThePen {

    private SlipsOfThePen() {}

    static List<Diagnosis> in(Map<String, String> environment) {
        return environment.keySet().stream()
                .filter(name -> name.startsWith("TURNSTONE_") || name.startsWith("DISCORD_"))
                .filter(name -> !Settings.variables().contains(name))
                .sorted()
                .map(name -> Diagnosis.note(
                        "settings",
                        name + " is not read by Turnstone"
                                + Suggestion.nearest(name, Settings.variables())
                                        .map(near -> "; did you mean " + near + "?")
                                        .orElse("")))
                .toList();
    }
}
