package org.sprechstunde.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.faults.Fault;
import org.sprechstunde.emulator.faults.FaultKind;
import org.sprechstunde.emulator.faults.FaultPoint;
import org.sprechstunde.emulator.phone.CitizenMessage;

/** A mayor with ten minutes finds what matters first, and is told the truth of every answer. */
@InChromium
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class TriageTest {
    @RegisterExtension
    static final TownAndBrowser STAGE = new TownAndBrowser();

    @AfterEach
    void noFaults() {
        STAGE.town().meta().faults().clear();
    }

    @Test
    @Order(1)
    void whatMattersIsOnTopAndTheRestIsFound() {
        writes("Ruth Ruhig", "Danke für die Auskunft", Duration.ofHours(1));
        writes("Frieda Frist", "Bekomme ich den Termin noch?", Duration.ofHours(22));
        writes("Zita Zuspät", "Hallo?", Duration.ofHours(30));
        writes("Gerd Gefahr", "Es brennt im Keller!", Duration.ofMinutes(3));
        MayorPage mayorPage = MayorPage.open(STAGE.chromium(), STAGE.town().page(), ColorScheme.LIGHT);
        mayorPage.logIn();
        Page page = mayorPage.page();
        Locator entries = page.getByTestId("enquiry");

        assertThat(entries).hasCount(4);
        assertThat(entries.nth(0)).containsText("Gerd Gefahr");
        assertThat(entries.nth(1)).containsText("Frieda Frist");
        assertThat(entries.nth(2)).containsText("Ruth Ruhig");
        assertThat(entries.nth(3)).containsText("Zita Zuspät");
        assertThat(page.locator("#list-heading")).isFocused();
        assertThat(page.getByTestId("counts")).containsText("4 Anliegen · 4 ungelesen");
        assertThat(page).hasTitle(Pattern.compile("^4 neu.*Digitale Sprechstunde$"));
        Accessibility.check(page);

        page.getByTestId("filter-closing").click();
        assertThat(entries).hasCount(1);
        assertThat(entries).containsText("Frieda Frist");
        page.getByTestId("filter-closing").click();
        page.getByTestId("search").fill("gefahr keller");
        assertThat(entries).hasCount(1);
        page.getByTestId("search").fill("");

        mayorPage.openEnquiryOf("Gerd Gefahr");
        assertThat(page.getByTestId("told").first()).containsText("Von selbst gesendet");
        assertThat(page.getByTestId("counts")).containsText("3 ungelesen");
        assertThat(page).hasTitle(Pattern.compile("^3 neu.*"));
        page.context().close();
    }

    @Test
    @Order(2)
    void whatIsPostponedIsGoneUntilTheCitizenWrites() {
        MayorPage mayorPage = MayorPage.open(STAGE.chromium(), STAGE.town().page(), ColorScheme.DARK);
        mayorPage.logIn();
        Page page = mayorPage.page();
        mayorPage.openEnquiryOf("Ruth Ruhig");
        page.getByTestId("postpone").click();
        assertThat(page.getByTestId("postpone-choice").first()).isFocused();
        Accessibility.check(page);

        // Turned or made narrower it stays open; on a phone the way leads from the lower edge upwards.
        page.setViewportSize(390, 844);
        assertThat(page.getByTestId("postpone-choice").first()).isInViewport();
        page.getByTestId("postpone-choice").nth(1).click();
        page.setViewportSize(1280, 800);
        assertThat(entry(page, "Ruth Ruhig")).hasCount(0);
        page.getByTestId("filter-postponed").click();
        assertThat(entry(page, "Ruth Ruhig")).containsText("zurückgestellt bis morgen");
        page.getByTestId("filter-postponed").click();

        STAGE.town().meta().sendText(citizen("Ruth Ruhig"), "Eilt doch");
        assertThat(entry(page, "Ruth Ruhig")).containsText("Eilt doch");
        assertThat(page.getByTestId("list-news")).containsText("1 neue Nachricht");
        page.context().close();
    }

    @Test
    @Order(3)
    @Tag("full")
    void anAnswerThatWhatsAppRefusesIsNotCalledSent() {
        MayorPage mayorPage = MayorPage.open(STAGE.chromium(), STAGE.town().page(), ColorScheme.LIGHT);
        mayorPage.logIn();
        Page page = mayorPage.page();
        mayorPage.openEnquiryOf("Frieda Frist");
        STAGE.town().meta().faults().add(Fault.forever(FaultPoint.MESSAGES, FaultKind.TOKEN_EXPIRED));

        page.getByTestId("reply-text").fill("Ja, am Montag.");
        page.getByTestId("reply-send").click();

        Locator alert = page.locator(".reply [role=alert]");
        assertThat(alert).containsText("nicht angekommen");
        assertThat(page.getByTestId("reply-text")).hasValue("Ja, am Montag.");
        assertThat(page.getByTestId("reply-text")).isFocused();
        assertThat(entry(page, "Frieda Frist")).containsText("Antwort nicht gesendet");
        assertThat(page).hasTitle(Pattern.compile("^! 1 nicht gesendet.*"));
        Accessibility.check(page);

        page.getByTestId("resolve").click();
        assertThat(page.getByTestId("resolve-cancel")).isFocused();
        assertThat(page.getByTestId("resolve-warnings")).containsText("nicht zugestellt");
        assertThat(page.getByTestId("resolve-warnings")).containsText("begonnen und nicht gesendet");
        Accessibility.check(page);
        page.keyboard().press("Escape");

        STAGE.town().meta().faults().clear();
        alert.locator("button").click();
        assertThat(alert).hasCount(0);
        assertThat(page.getByTestId("reply-text")).hasValue("");
        assertThat(entry(page, "Frieda Frist")).not().containsText("Antwort nicht");
        page.context().close();
    }

    @Test
    @Order(4)
    @Tag("full")
    void aRefusalThatComesLaterIsAnAlertToo() {
        MayorPage mayorPage = MayorPage.open(STAGE.chromium(), STAGE.town().page(), ColorScheme.LIGHT);
        mayorPage.logIn();
        Page page = mayorPage.page();
        mayorPage.openEnquiryOf("Gerd Gefahr");
        STAGE.town()
                .meta()
                .faults()
                .add(Fault.once(FaultPoint.STATUS_WEBHOOK, FaultKind.DELAY).lasting(Duration.ofSeconds(3)));
        STAGE.town().meta().faults().add(Fault.once(FaultPoint.MESSAGES, FaultKind.WINDOW_CLOSED));
        page.getByTestId("reply-text").fill("Die Feuerwehr kommt.");
        page.getByTestId("reply-send").click();

        assertThat(page.locator(".conversation > .kern-alert--danger").last()).containsText("nicht angekommen");
        assertThat(entry(page, "Gerd Gefahr")).containsText("Antwort nicht zugestellt");
        assertThat(page.getByTestId("send-again")).isVisible();
        page.setViewportSize(1280, 800);
        page.getByTestId("send-again").click();
        assertThat(entry(page, "Gerd Gefahr")).not().containsText("nicht zugestellt");
        page.context().close();
    }

    @Test
    @Order(5)
    @Tag("full")
    void noConnectionIsSaidOnceAndNoLongerThanItLasts() {
        MayorPage mayorPage = MayorPage.open(STAGE.chromium(), STAGE.town().page(), ColorScheme.LIGHT);
        mayorPage.logIn();
        Page page = mayorPage.page();
        mayorPage.openEnquiryOf("Zita Zuspät");

        page.context().setOffline(true);
        assertThat(page.getByText("Keine Verbindung")).hasCount(1);
        Awaitility.await()
                .during(Duration.ofSeconds(6))
                .until(() -> page.getByText("Keine Verbindung").count() == 1);
        page.context().setOffline(false);
        assertThat(page.getByText("Keine Verbindung")).hasCount(0);
        page.context().close();
    }

    @Test
    @Order(6)
    void oneStepBackFromTheListAsksBeforeItLogsOut() {
        MayorPage mayorPage = MayorPage.open(STAGE.chromium(), STAGE.town().page(), ColorScheme.LIGHT);
        mayorPage.logIn();
        Page page = mayorPage.page();
        mayorPage.openEnquiryOf("Zita Zuspät");
        page.goBack();
        assertThat(page.getByTestId("conversation")).hasCount(0);
        assertThat(entry(page, "Zita Zuspät")).isFocused();

        page.goBack();
        assertThat(page.getByTestId("stay")).isFocused();
        Accessibility.check(page);
        page.getByTestId("stay").click();
        assertThat(page.getByTestId("enquiry-list")).isVisible();

        page.goBack();
        page.getByTestId("leave").click();
        assertThat(page.getByText("Sie sind abgemeldet.")).isVisible();
        assertThat((Number) page.evaluate("sessionStorage.length + localStorage.length"))
                .isEqualTo(0);
        page.context().close();
    }

    private static Locator entry(Page page, String name) {
        return page.getByTestId("enquiry").filter(new Locator.FilterOptions().setHasText(name));
    }

    private static Citizen citizen(String name) {
        return STAGE.town().meta().citizens().all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void writes(String name, String text, Duration ago) {
        Citizen citizen = STAGE.town().meta().citizens().withPhone(name);
        var then = STAGE.town().clock().instant().minus(ago);
        STAGE.town().meta().send(citizen, CitizenMessage.text(text).at(then));
    }
}
