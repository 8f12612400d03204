package org.turnstone.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.turnstone.floor.Move;
import org.turnstone.prompts.PromptBook;
import org.turnstone.prompts.Text;

/** Somebody with a browser in a web room, who finds things as people do: by what stands on them. For one thread. */
final class Guest {
    static final String PASSPHRASE = "small brown bird";

    private static final boolean PICTURES = "yes".equals(System.getProperty("thorough"));

    /** Machines that build are busy; a person would wait as long. */
    private static final int PATIENCE_MILLIS = 20_000;

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    }

    private final BrowserContext device;
    private final List<String> complaints = new ArrayList<>();
    private final PromptBook book;
    private Page page;

    Guest(BrowserContext device) {
        this(device, RoomHere.BOOK);
    }

    /** @param book in which they read what stands on things */
    Guest(BrowserContext device, PromptBook book) {
        this.device = device;
        this.book = book;
        this.page = open();
    }

    private Page open() {
        Page opened = device.newPage();
        opened.setDefaultTimeout(PATIENCE_MILLIS);
        opened.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        opened.onPageError(complaints::add);
        return opened;
    }

    Page page() {
        return page;
    }

    BrowserContext device() {
        return device;
    }

    /** What the page's scripts complained of, and what the browser refused to load or run. */
    List<String> complaints() {
        return complaints;
    }

    Guest opens(URI link) {
        page.navigate(link.toString());
        return this;
    }

    Guest joins(URI link, String name) {
        opens(link);
        field(Text.WEB_YOUR_NAME).fill(name);
        field(Text.WEB_NEW_PASSPHRASE).fill(PASSPHRASE);
        button(Text.WEB_COME_IN).click();
        return this;
    }

    /** Goes through set-up as it comes. */
    Guest setsUp() {
        for (int step = 1; step < 5; step++) {
            button(Text.SET_UP_NEXT).click();
        }
        button(Text.WEB_DONE).click();
        return this;
    }

    Locator field(Text label) {
        return page.getByLabel(book.text(label), new Page.GetByLabelOptions().setExact(true));
    }

    /** Where one writes in a sheet that asks this. */
    Locator asked(Text question) {
        String name = book.text(question);
        return page.getByRole(
                AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator button(Text label) {
        return button(book.text(label));
    }

    Locator button(Move move) {
        return button(book.label(move));
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Guest presses(Move move) {
        button(move).first().click();
        return this;
    }

    Locator composer() {
        return page.locator("#write");
    }

    Guest writes(String text) {
        composer().fill(text);
        button(Text.SEND).click();
        return this;
    }

    /** Sees it among what has been said. */
    Guest sees(String text) {
        assertThat(page.locator(".lines").getByText(text).last()).isVisible();
        return this;
    }

    Guest seesOnce(String text) {
        assertThat(page.locator(".bubble").getByText(text, new Locator.GetByTextOptions().setExact(true)))
                .hasCount(1);
        return this;
    }

    Guest seesNowhere(String text) {
        assertThat(page.getByText(text)).hasCount(0);
        return this;
    }

    Guest seesNote(String text) {
        assertThat(page.locator(".note").getByText(text).last()).isVisible();
        return this;
    }

    /** Opens the list for another time, and finds {@code topic} on it. */
    Guest listed(String topic) {
        page.locator(".parked summary").click();
        assertThat(page.locator(".parked").getByText(topic)).isVisible();
        return this;
    }

    Guest has(Move move) {
        assertThat(button(move).first()).isVisible();
        return this;
    }

    Guest hasNot(Move move) {
        assertThat(button(move)).hasCount(0);
        return this;
    }

    Guest readsStatus(String text) {
        assertThat(page.locator(".status")).containsText(text);
        return this;
    }

    /** The bubbles in their order, as they stand. */
    List<String> bubbles() {
        return page.locator(".bubble").allTextContents();
    }

    /** Nobody is shut out of what this moment shows, in both colours; under -Pthorough there are pictures of it too. */
    Guest shows(String name) {
        for (ColorScheme colours : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            String picture = name + (colours == ColorScheme.DARK ? "-dark.png" : ".png");
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
            if (PICTURES) {
                page.screenshot(new Page.ScreenshotOptions()
                        .setAnimations(ScreenshotAnimations.DISABLED)
                        .setPath(Path.of("target", "screenshots", picture)));
            }
            Assertions.assertThat(Axe.findings(page)).as(picture).isEmpty();
        }
        return this;
    }
}
