package org.sprechstunde.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.phone.CitizenMessage;
import org.sprechstunde.local.Options;

/** What a conversation needs beside plain words, from the mayor's page to the citizen's phone. */
@InChromium
final class AnsweringTest {
    private static final String QUESTION = "Wann wird das Schlagloch vor der Schule repariert?";
    private static final String ANSWER = "Am Freitag.";

    /** How far it has come by now is up to WhatsApp. */
    private static final Pattern SENT = Pattern.compile("an WhatsApp übergeben|gesendet|zugestellt");

    @RegisterExtension
    static final TownAndBrowser STAGE = new TownAndBrowser(Options.forTest().withParameter("Signs", "typing"));

    @Test
    void aQuoteIsMadeWithTheKeyboardAloneAndTheCitizenSeesThatSomebodyReadsAndWrites() {
        CitizenPhonePage phone = CitizenPhonePage.of("Quirin Quelle", STAGE);
        phone.write(QUESTION);
        phone.write("Ich frage für meine Kinder.");
        Page mayorPage = openDesk("Quirin Quelle").page();

        assertThat(phone.bubble(QUESTION).getByTestId("tick")).hasAttribute("data-tick", "read");
        mayorPage.getByTestId("quote").first().focus();
        mayorPage.keyboard().press("Enter");
        assertThat(mayorPage.getByTestId("reply-text")).isFocused();
        mayorPage.keyboard().type(ANSWER);
        assertThat(phone.page().locator("#subtitle")).hasText("schreibt …");
        mayorPage.keyboard().press("Control+Enter");

        assertThat(phone.bubble(ANSWER).locator(".quote")).hasText(QUESTION);
        Locator quoted = message(mayorPage, ANSWER).getByTestId("quoted");
        assertThat(quoted).containsText(QUESTION);
        quoted.press("Enter");
        assertThat(mayorPage.getByTestId("message").first()).isFocused();
        assertThat(mayorPage.getByTestId("reply-quote")).hasCount(0);
    }

    @Test
    void aReactionIsOnThePhoneUntilItIsTakenBack() {
        CitizenPhonePage phone = CitizenPhonePage.of("Rita Reaktion", STAGE);
        phone.write(QUESTION);
        MayorPage mayorPage = openDesk("Rita Reaktion");
        Locator question = message(mayorPage.page(), QUESTION);

        question.getByTestId("react").press("Enter");
        Accessibility.check(mayorPage.page());
        mayorPage.shoot("reactions");
        mayorPage.page().keyboard().press("Enter");
        assertThat(phone.bubble(QUESTION).locator(".emoji")).hasText("👍");
        assertThat(question.locator(".sign--own")).hasText("👍");
        assertThat(question.getByTestId("react")).isFocused();

        question.getByTestId("react").click();
        question.locator(".picker__none").click();
        assertThat(phone.bubble(QUESTION).locator(".emoji")).hasCount(0);
        assertThat(question.locator(".sign--own")).hasCount(0);
    }

    @Test
    void aCannedReplyCallsNobodyByANicknameAndCanBeChangedBeforeItIsSent() {
        CitizenPhonePage phone = CitizenPhonePage.of("Carla Canned", STAGE);
        phone.write(QUESTION);
        MayorPage mayorPage = openDesk("Carla Canned");
        Page page = mayorPage.page();

        page.getByTestId("canned").click();
        Accessibility.check(page);
        mayorPage.shoot("canned");
        page.locator(".canned__item").filter(having("Guten Tag, ")).first().click();
        assertThat(page.getByTestId("reply-text")).isFocused();
        page.keyboard().type(" " + ANSWER);
        page.getByTestId("reply-send").click();

        assertThat(phone.bubble(ANSWER)).containsText("Guten Tag, ");
        assertThat(phone.bubble(ANSWER)).not().containsText("Carla");
        assertThat(phone.bubble(ANSWER)).not().containsText("{");
    }

    @Test
    void afterTwentyFourHoursATemplateGoesOutInTheWordsThatWereShown() {
        writeAt("Tilda Template", Duration.ofHours(25));
        MayorPage mayorPage = openDesk("Tilda Template");
        Page page = mayorPage.page();

        assertThat(page.locator(".reply")).containsText("Freies Antworten ist gerade nicht möglich");
        assertThat(page.getByTestId("reply-text")).hasCount(0);
        assertThat(page.getByTestId("quote")).hasCount(0);
        page.locator(".offer__title").first().click();
        String words = page.locator(".offer__words .bubble").textContent();
        Accessibility.check(page);
        mayorPage.shoot("template");
        page.getByTestId("template-send").click();

        Locator sent = page.locator("[data-testid=message][data-kind=template]");
        assertThat(sent).containsText(words);
        assertThat(sent).containsText(SENT);
        mayorPage.shoot("template-sent");
    }

    @Test
    void inTheLastHourTheTimeIsCountedAndBothAreOffered() {
        writeAt("Ulla Uhr", Duration.ofHours(23).plusMinutes(20));
        MayorPage mayorPage = openDesk("Ulla Uhr");
        Page page = mayorPage.page();

        assertThat(page.getByTestId("enquiry").filter(having("Ulla Uhr")).locator(".entry__urgent"))
                .hasText(Pattern.compile("Antwort noch (40|39) Min\\."));
        assertThat(page.getByTestId("deadline")).hasText(Pattern.compile("Antwortfrist:\\s(40|39)\\sMin\\."));
        assertThat(page.getByTestId("templates")).isVisible();
        page.getByTestId("reply-text").fill(ANSWER);
        page.getByTestId("reply-send").click();

        assertThat(message(page, ANSWER)).containsText(SENT);
        assertThat(page.getByTestId("reply-text")).isFocused();
        mayorPage.shoot("last-hour");
    }

    private static void writeAt(String name, Duration ago) {
        Citizen citizen = STAGE.town().meta().citizens().withPhone(name);
        var then = STAGE.town().clock().instant().minus(ago);
        STAGE.town().meta().send(citizen, CitizenMessage.text(QUESTION).at(then));
    }

    private static MayorPage openDesk(String name) {
        MayorPage mayorPage = MayorPage.open(STAGE.chromium(), STAGE.town().page(), ColorScheme.LIGHT);
        mayorPage.logIn();
        mayorPage.openEnquiryOf(name);
        return mayorPage;
    }

    private static Locator message(Page mayorPage, String words) {
        return mayorPage.getByTestId("message").filter(having(words)).first();
    }

    private static Locator.FilterOptions having(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
