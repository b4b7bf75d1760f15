package org.sprechstunde.acceptance.hunt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.sprechstunde.acceptance.browser.Firefox;
import org.sprechstunde.acceptance.hunt.CanarySearch.Finding;
import org.sprechstunde.acceptance.hunt.LeakyPage.Corner;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.local.LocalTown;
import org.sprechstunde.local.Options;

/** The main job in Debian's Firefox, and what of it is left on the mayor's device: nothing. */
@Tag("full")
@DisabledIf(value = "org.sprechstunde.acceptance.browser.Firefox#isMissing", disabledReason = "there is no Firefox")
final class FirefoxTest {
    private static final String FIELD = "#reply-text";

    private final Canaries made = new Canaries();

    @TempDir
    private Path profile;

    @Test
    void aCitizenIsAnsweredAndResolvedAndTheProfileKnowsNothingOfIt() throws IOException {
        try (var town = LocalTown.start(Options.forTest())) {
            Citizen citizen = writes(town);
            try (var firefox = Firefox.start(profile)) {
                logIn(firefox, town);
                opens(firefox, citizen.name());
                String answer = made.text("answer");
                answers(firefox, answer);
                Awaitility.await().until(() -> hasRead(town, citizen, answer));
                beginsAnother(firefox, made.text("draft"));
            }
            assertThat(found(profile)).isEmpty();

            try (var firefox = Firefox.start(profile)) {
                logIn(firefox, town);
                opens(firefox, citizen.name());
                resolves(firefox);
                assertThat(firefox.words()).doesNotContain(citizen.name());
            }
            assertThat(found(profile)).isEmpty();
        }
    }

    /** Or the search above could miss whatever Firefox writes. */
    @Test
    void whatALeakyPageLeavesThereIsFound() throws IOException {
        Map<Corner, String> words = new EnumMap<>(Corner.class);
        Stream.of(Corner.values()).forEach(corner -> words.put(corner, made.text(corner.name())));

        try (var page = LeakyPage.open(words);
                var firefox = Firefox.start(profile)) {
            firefox.open(URI.create(page.address()));
            firefox.await("document.body.innerText.includes('left')");
        }

        assertThat(found(profile))
                .extracting(Finding::canary)
                .contains(Stream.of(Corner.values()).map(Corner::name).toArray(String[]::new));
    }

    private List<Finding> found(Path folder) {
        return new CanarySearch(made.all())
                .in(List.of(FilesPlace.all("Firefox's profile", folder)))
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

    private static void logIn(Firefox firefox, LocalTown town) {
        firefox.open(town.page());
        firefox.click("[data-testid=login]");
        firefox.click("button[type=submit]:not([data-testid])");
        firefox.await("document.querySelector('[data-testid=enquiry]')");
    }

    private static void opens(Firefox firefox, String name) {
        firefox.click("[data-testid=search]");
        firefox.type(name);
        firefox.click("[data-testid=enquiry]");
        firefox.await("document.querySelector('message-file')");
        firefox.evaluate("document.querySelector('message-file').scrollIntoView()");
        firefox.await("document.querySelector('.picture canvas')");
    }

    private static void answers(Firefox firefox, String words) {
        firefox.click(FIELD);
        firefox.type(words);
        firefox.click("[data-testid=reply-send]");
        firefox.await("document.querySelector('#reply-text').value === ''");
    }

    private static void beginsAnother(Firefox firefox, String words) {
        firefox.click(FIELD);
        firefox.type(words);
        firefox.await("document.querySelector('#reply-text').value !== ''");
    }

    private static void resolves(Firefox firefox) {
        firefox.click("[data-testid=resolve]");
        firefox.click("[data-testid=resolve-confirm]");
        firefox.await("document.querySelector('[data-testid=receipt][data-state=erased]')");
    }

    private static boolean hasRead(LocalTown town, Citizen citizen, String answer) {
        return town.meta().conversation(citizen).stream()
                .anyMatch(message -> message.content().toString().contains(answer));
    }
}
