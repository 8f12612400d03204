package org.turnstone.web;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Asks axe-core what on a page, as it stands at this moment, would shut somebody out: WCAG 2.2 at level AA, and its own good
 * practice. Colours that are still on their way to others are nobody's to judge, so they arrive first. It comes out of a jar of
 * the build and loads nothing. For one thread.
 */
final class Axe {
    private static final String ENGINE = engine();

    /** Each thing that was found, with the place and the element: {@code color-contrast: .who <span class="who">}. */
    private static final String RUN = """
            async () => {
              document.getAnimations().filter((a) => a.effect.getTiming().iterations !== Infinity).forEach((a) => a.finish());
              const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
              const found = await axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] });
              return found.violations.flatMap((v) => v.nodes.map((n) =>
                v.id + ': ' + n.target.join(' ') + ' ' + n.html.slice(0, 120) + ' ' + n.failureSummary.replace(/\\s+/g, ' ')));
            }
            """;

    private Axe() {}

    /** What was found; empty where the page is open to everybody. */
    @SuppressWarnings("unchecked")
    static List<String> findings(Page page) {
        if (!(boolean) page.evaluate("typeof axe === 'object'")) {
            page.evaluate(ENGINE + ";undefined");
        }
        return (List<String>) page.evaluate(RUN);
    }

    private static String engine() {
        try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
