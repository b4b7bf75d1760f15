package org.sprechstunde.acceptance.hunt;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.sprechstunde.acceptance.browser.Chromium;

/** The mayor's own device: a Chromium whose profile stays on disk when it is closed. */
final class MayorsBrowser implements AutoCloseable {
    private final Playwright playwright;
    private final BrowserContext context;
    private final Page page;
    private final Trail trail;
    private final List<Request> requests = new ArrayList<>();
    private final Set<Request> finished = new HashSet<>();

    /** What a browser shows to the networks it is in, and in its console. */
    record Trail(List<String> urls, List<String> headers, List<String> console, Set<String> encodings) {
        static Trail none() {
            return new Trail(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new TreeSet<>());
        }
    }

    MayorsBrowser(Path profile, Trail trail) {
        this.trail = trail;
        playwright = Chromium.playwright();
        context = playwright
                .chromium()
                .launchPersistentContext(
                        profile,
                        new BrowserType.LaunchPersistentContextOptions()
                                .setExecutablePath(Chromium.path().orElseThrow())
                                .setLocale("de-DE")
                                .setArgs(Chromium.QUIET));
        context.onRequest(requests::add);
        context.onRequestFinished(finished::add);
        context.onConsoleMessage(message -> trail.console().add(message.text()));
        page = context.newPage();
    }

    Page page() {
        return page;
    }

    void logIn(String address) {
        page.navigate(address);
        page.getByTestId("login").click();
        page.locator("button[type=submit]").click();
        assertThat(page.getByTestId("enquiry-list")).isVisible();
    }

    /** Opens the only enquiry that shows this name, and waits for its pictures. */
    void open(String name) {
        page.getByTestId("search").fill(name);
        page.getByTestId("enquiry")
                .filter(new Locator.FilterOptions().setHasText(name))
                .first()
                .click();
        page.getByTestId("search").fill("");
        // A picture is loaded as soon as it comes near what is seen.
        page.locator("message-file").first().scrollIntoViewIfNeeded();
        assertThat(page.locator(".picture canvas").first()).isVisible();
    }

    void answer(String text) {
        page.getByTestId("reply-text").fill(text);
        page.getByTestId("reply-send").click();
        assertThat(page.getByTestId("message").filter(new Locator.FilterOptions().setHasText(text)))
                .isVisible();
    }

    /** Begins an answer, is locked out, and finds it again; the login comes by a window of its own then. */
    void isLockedWhileWriting(String name, String begun) {
        page.getByTestId("reply-text").fill(begun);
        page.evaluate("document.querySelector('mayors-page').close('locked')");
        Page beside = page.waitForPopup(() -> page.getByTestId("login").click());
        beside.locator("button[type=submit]").click();
        open(name);
        assertThat(page.getByTestId("reply-text")).hasValue(begun);
    }

    void resolve() {
        page.getByTestId("resolve").click();
        page.getByTestId("resolve-confirm").click();
        assertThat(page.getByTestId("receipt")).isVisible();
    }

    @Override
    public void close() {
        // The page still asks for news meanwhile.
        List.copyOf(requests).forEach(this::keep);
        context.close();
        playwright.close();
    }

    private void keep(Request request) {
        trail.urls().add(request.url());
        // What the page had asked for is known of each. Of one that was broken off, nothing else ever will be: who
        // asks, waits for good.
        trail.headers().add(request.headers().toString());
        if (finished.contains(request)) {
            try {
                keepHeaders(request);
            } catch (PlaywrightException _) {
                // Of a window that was there for a login only, no more is known either.
            }
        }
    }

    private void keepHeaders(Request request) {
        trail.headers().add(request.allHeaders().toString());
        Response response = request.response();
        if (response != null) {
            Map<String, String> headers = response.allHeaders();
            trail.headers().add(headers.toString());
            trail.encodings().add(Objects.requireNonNullElse(headers.get("content-encoding"), "none"));
        }
    }
}
