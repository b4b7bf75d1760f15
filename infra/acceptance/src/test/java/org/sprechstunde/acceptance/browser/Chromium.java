package org.sprechstunde.acceptance.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The Chromium of this computer, without a window; Playwright is kept from fetching one of its own. */
public final class Chromium implements AutoCloseable {
    /** What keeps it from calling home. */
    public static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--autoplay-policy=no-user-gesture-required");

    /** Chromium without all that draws windows: half the processor time. It comes in a package of its own. */
    private static final Path SHELL = Path.of("/usr/bin/chromium-headless-shell");

    private static final ThreadLocal<Browser> OF_THIS_THREAD = new ThreadLocal<>();

    private final Browser browser;

    private Chromium(Browser browser) {
        this.browser = browser;
    }

    /** Where Chromium is, if it is installed. */
    public static Optional<Path> path() {
        return Stream.of(
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome",
                        "/snap/bin/chromium")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Said where a browser test cannot run, so that nobody takes silence for success. */
    public static boolean isMissing() {
        boolean missing = path().isEmpty();
        if (missing) {
            System.err.printf("%n*** There is no Chromium: the browser tests are SKIPPED. .ci/run brings it. ***%n%n");
        }
        return missing;
    }

    /** Playwright, without a browser of its own. */
    public static Playwright playwright() {
        return Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    /**
     * One process serves one class after the other, for starting it takes longer than most tests do. Playwright belongs to
     * one thread, as does a class of tests; both end with this JVM.
     */
    static Chromium start() {
        Browser browser = OF_THIS_THREAD.get();
        if (browser == null || !browser.isConnected()) {
            browser = launch(Files.isExecutable(SHELL) ? SHELL : path().orElseThrow());
            OF_THIS_THREAD.set(browser);
        }
        return new Chromium(browser);
    }

    /** One with everything that a mayor's browser brings along, for this test alone. */
    static Chromium whole() {
        return new Chromium(launch(path().orElseThrow()));
    }

    private static Browser launch(Path executable) {
        return playwright()
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(QUIET));
    }

    Browser browser() {
        return browser;
    }

    /** Everything that was opened, and what it kept. */
    @Override
    public void close() {
        List.copyOf(browser.contexts()).forEach(BrowserContext::close);
    }
}
