package org.turnstone.web;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A real Chromium for tests: the one installed on this machine, driven without a window.
 *
 * <p>One costs about a second to start, a further {@linkplain #open(Screen) screen} a few milliseconds: a test class
 * opens one browser and gives every person their own screen. Screens share nothing, neither cookies nor storage. To be
 * used by one thread only, the one that started it; close it, and its screens close with it.
 */
public final class Browser implements AutoCloseable {

    /** The sizes at which a page is looked at, in CSS pixels. */
    public enum Screen {
        PHONE(390, 844),
        SMALL_PHONE(320, 640),
        DESKTOP(1280, 900);

        private final int width;
        private final int height;

        Screen(int width, int height) {
            this.width = width;
            this.height = height;
        }

        private com.microsoft.playwright.Browser.NewContextOptions options() {
            return new com.microsoft.playwright.Browser.NewContextOptions()
                    .setViewportSize(width, height)
                    .setHasTouch(this != DESKTOP)
                    .setLocale("en-GB");
        }
    }

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    /** Quiet, without network of its own, and able to start as root in a container. */
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser(Playwright playwright) {
        this.playwright = playwright;
        this.chromium = playwright
                .chromium()
                .launch(new LaunchOptions().setExecutablePath(installed()).setArgs(FLAGS));
    }

    /** Starts Chromium; {@code src/test/prepare}, which the build runs first, has seen to it that there is one. */
    public static Browser start() {
        return new Browser(Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))));
    }

    /** A fresh person's device: call {@code newPage()} on it for each tab. */
    public BrowserContext open(Screen screen) {
        return chromium.newContext(screen.options());
    }

    /** The device of somebody who has switched scripts off. */
    public BrowserContext withoutScripts() {
        return chromium.newContext(Screen.PHONE.options().setJavaScriptEnabled(false));
    }

    @Override
    public void close() {
        playwright.close();
    }

    private static Path installed() {
        return onThePath()
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "No Chromium on the PATH: run src/test/prepare, which installs one or says how"));
    }

    private static Stream<Path> onThePath() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(directory -> NAMES.stream().map(name -> Path.of(directory, name)));
    }
}
