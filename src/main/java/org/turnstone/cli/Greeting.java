package org.turnstone.cli;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.turnstone.Settings;
import org.turnstone.web.QrCode;

/**
 * What {@code serve} says once the room is open.
 *
 * @param links one for each seat of the first room
 * @param network this computer's address at home, where everybody there may come in
 */
record Greeting(Settings settings, List<URI> links, Optional<String> network) {

    String text() {
        return String.join(
                "\n",
                "",
                "Turnstone has opened a room. Each of you has a link of your own:",
                "",
                "  for you           " + links.get(0),
                "  for your partner  " + links.get(1),
                "",
                reach(),
                "",
                settings.discord().token().isPresent()
                        ? "It is joining Discord as well."
                        : "Discord: no token is set, so it stays away.",
                "Everything is kept in " + settings.home() + ". Stop with Ctrl+C; the links stay the same.");
    }

    private String reach() {
        if (settings.server().publicUrl().isPresent()) {
            return code() + "The code is your partner's link, for their phone.";
        }
        return network.isPresent()
                ? code()
                        + "The code is your partner's link, for their phone. What you write crosses this network unencrypted."
                : "Both links open on this computer only. For a phone in your home network: serve --lan.";
    }

    /** Only where a phone can follow it. */
    private String code() {
        return QrCode.of(links.get(1).toString()).inHalfBlocks() + "\n";
    }
}
