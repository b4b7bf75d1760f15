package org.sprechstunde.acceptance.hunt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sprechstunde.acceptance.browser.DrivenBrowser;
import org.sprechstunde.acceptance.hunt.CanarySearch.Finding;
import org.sprechstunde.acceptance.hunt.LeakyPage.Corner;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.local.LocalTown;
import org.sprechstunde.local.Options;

/** The main job in another browser, and what of it is left on the mayor's device: nothing. */
@Tag("full")
abstract class OtherBrowserTest {
    private static final String FIELD = "#reply-text";

    private final Canaries made = new Canaries();

    @TempDir
    private Path profile;

    abstract DrivenBrowser start(Path folder) throws IOException;

    /** Where this browser writes down what a page leaves. */
    abstract Set<Corner> corners();

    @Test
    void aCitizenIsAnsweredAndResolvedAndTheProfileKnowsNothingOfIt() throws IOException {
        try (var town = LocalTown.start(Options.forTest())) {
            Citizen citizen = writes(town);
            try (var browser = start(profile)) {
                logIn(browser, town);
                opens(browser, citizen.name());
                String answer = made.text("answer");
                answers(browser, answer);
                Awaitility.await().until(() -> hasRead(town, citizen, answer));
                beginsAnother(browser, made.text("draft"));
            }
            assertThat(found(profile)).isEmpty();

            try (var browser = start(profile)) {
                logIn(browser, town);
                opens(browser, citizen.name());
                resolves(browser);
                assertThat(browser.words()).doesNotContain(citizen.name());
            }
            assertThat(found(profile)).isEmpty();
        }
    }

    /** Or the search above could miss whatever this browser writes. */
    @Test
    void whatALeakyPageLeavesThereIsFound() throws IOException {
        Map<Corner, String> words = new EnumMap<>(Corner.class);
        Stream.of(Corner.values()).forEach(corner -> words.put(corner, made.text(corner.name())));

        try (var page = LeakyPage.open(words);
                var browser = start(profile)) {
            browser.open(URI.create(page.address()));
            browser.await("document.body.innerText.includes('left')");
        }

        assertThat(found(profile))
                .extracting(Finding::canary)
                .contains(corners().stream().map(Corner::name).toArray(String[]::new));
    }

    private List<Finding> found(Path folder) {
        return new CanarySearch(made.all())
                .in(List.of(FilesPlace.all("the browser's profile", folder)))
                .findings();
    }

    private Citizen writes(LocalTown town) {
        CanaryMessages messages = new CanaryMessages(made);
        Citizen citizen = town.meta()
                .citizens()
                .add(new Citizen(
                        made.bsuid("BSUID"), made.text("name"), Optional.of(made.phone("phone")), Optional.empty()));
        town.meta().send(citizen, messages.text("question"), messages.picture("picture"));
        return citizen;
    }

    private static void logIn(DrivenBrowser browser, LocalTown town) {
        browser.open(town.page());
        browser.click("[data-testid=login]");
        browser.click("button[type=submit]:not([data-testid])");
        browser.await("document.querySelector('[data-testid=enquiry]')");
    }

    private static void opens(DrivenBrowser browser, String name) {
        browser.click("[data-testid=search]");
        browser.type(name);
        browser.click("[data-testid=enquiry]");
        browser.await("document.querySelector('message-file')");
        browser.evaluate("document.querySelector('message-file').scrollIntoView()");
        browser.await("document.querySelector('.picture canvas')");
    }

    private static void answers(DrivenBrowser browser, String words) {
        browser.click(FIELD);
        browser.type(words);
        browser.click("[data-testid=reply-send]");
        browser.await("document.querySelector('#reply-text').value === ''");
    }

    private static void beginsAnother(DrivenBrowser browser, String words) {
        browser.click(FIELD);
        browser.type(words);
        browser.await("document.querySelector('#reply-text').value !== ''");
    }

    private static void resolves(DrivenBrowser browser) {
        browser.click("[data-testid=resolve]");
        browser.click("[data-testid=resolve-confirm]");
        browser.await("document.querySelector('[data-testid=receipt][data-state=erased]')");
    }

    private static boolean hasRead(LocalTown town, Citizen citizen, String answer) {
        return town.meta().conversation(citizen).stream()
                .anyMatch(message -> message.content().toString().contains(answer));
    }
}
