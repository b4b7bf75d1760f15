package org.sprechstunde.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
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

    /** Says in brackets what a translator would have translated. */
    static final String TRANSLATOR = """
        self.LanguageDetector = class {
          static create = async () => ({ detect: async () => [{ detectedLanguage: 'tr' }], destroy() {} });
        };
        self.Translator = class {
          static availability = async () => 'available';
          static create = async ({ sourceLanguage, targetLanguage }) => ({
            translate: async (text) => `[${sourceLanguage}>${targetLanguage}] ${text}`,
            destroy() {},
          });
        };
        """;

    /** How far it has come by now is up to WhatsApp. */
    private static final Pattern SENT = Pattern.compile("an WhatsApp übergeben|gesendet|zugestellt");

    @RegisterExtension
    static final TownAndBrowser STAGE = new TownAndBrowser(Options.forTest().withParameter("Signs", "typing"));

    @Test
    @Tag("full")
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
    @Tag("full")
    void aReactionIsOnThePhoneUntilItIsTakenBack() {
        CitizenPhonePage phone = CitizenPhonePage.of("Rita Reaktion", STAGE);
        phone.write(QUESTION);
        MayorPage mayorPage = openDesk("Rita Reaktion");
        Locator question = message(mayorPage.page(), QUESTION);

        question.getByTestId("react").press("Enter");
        Accessibility.check(mayorPage.page());
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
    @Tag("full")
    void aCannedReplyCallsNobodyByANicknameAndCanBeChangedBeforeItIsSent() {
        CitizenPhonePage phone = CitizenPhonePage.of("Carla Canned", STAGE);
        phone.write(QUESTION);
        MayorPage mayorPage = openDesk("Carla Canned");
        Page page = mayorPage.page();

        page.getByTestId("canned").click();
        Accessibility.check(page);
        page.locator(".canned__item").filter(having("Guten Tag, ")).first().click();
        assertThat(page.getByTestId("reply-text")).isFocused();
        page.keyboard().type(" " + ANSWER);
        page.getByTestId("reply-send").click();

        assertThat(phone.bubble(ANSWER)).containsText("Guten Tag, ");
        assertThat(phone.bubble(ANSWER)).not().containsText("Carla");
        assertThat(phone.bubble(ANSWER)).not().containsText("{");
    }

    @Test
    @Tag("full")
    void cannedRepliesAreEditedForAllDesksAndHoldNothingOfACitizens() {
        CitizenPhonePage.of("Ella Edit", STAGE).write(QUESTION);
        MayorPage mayorPage = openDesk("Ella Edit");
        Page page = mayorPage.page();

        page.getByTestId("canned").click();
        page.getByTestId("canned-edit").click();
        assertThat(page.locator(".editor")).containsText("gehören nicht hinein");
        page.getByTestId("canned-add").click();
        page.keyboard().type("Termin");
        Locator text = page.getByTestId("canned-item").last().locator("textarea");
        text.fill("Guten Tag {name}, am {datum} in {stadt}.");
        page.getByTestId("canned-save").click();
        assertThat(page.locator(".editor__wrong").last()).containsText("{name} wird nicht ersetzt");
        Accessibility.check(page);
        text.fill("Guten Tag, bis morgen in {stadt}.");
        page.getByTestId("canned-save").click();
        assertThat(page.locator(".editor")).isHidden();
        assertThat(page.getByTestId("canned")).isFocused();

        Page other = openDesk("Ella Edit").page();
        other.getByTestId("canned").click();
        other.locator("#canned-search").fill("Termin");
        assertThat(other.locator(".canned__item")).hasCount(1);
        other.locator(".canned__item").click();
        assertThat(other.getByTestId("reply-text")).hasValue(Pattern.compile("Guten Tag, bis morgen in [^{]+\\."));
    }

    /** The stand-in of the next test answers for a model that no browser brings along; the API is the browser's. */
    @Test
    @Tag("full")
    void theBrowserCanTranslate() {
        CitizenPhonePage.of("Türkan Türkisch", STAGE).write("Yol bozuk");
        try (Chromium chromium = Chromium.whole()) {
            MayorPage mayorPage = MayorPage.open(chromium, STAGE.town().page(), ColorScheme.LIGHT);
            mayorPage.logIn();
            mayorPage.openEnquiryOf("Türkan Türkisch");

            assertThat(mayorPage.page().getByTestId("translate")).isVisible();
            assertThat(mayorPage
                            .page()
                            .evaluate("Translator.availability({sourceLanguage: 'tr', targetLanguage: 'de'})"))
                    .isIn("available", "downloadable", "downloading");
            chromium.browser().close();
        }
    }

    @Test
    @Tag("full")
    void whatIsForeignIsTranslatedOnTheDeviceAndTheAnswerToo() {
        CitizenPhonePage.of("Tarik Türkisch", STAGE).write("Yol bozuk");
        Page page = openDesk("Tarik Türkisch").page();
        page.context().addInitScript(TRANSLATOR);
        page.reload();
        MayorPage mayorPage = new MayorPage(page);
        mayorPage.logIn();
        mayorPage.openEnquiryOf("Tarik Türkisch");

        page.getByTestId("translate").click();
        assertThat(page.getByTestId("translated")).containsText("[tr>de] Yol bozuk");
        page.getByTestId("reply-text").fill(ANSWER);
        assertThat(page.getByTestId("translated-answer")).containsText("[de>tr] " + ANSWER);
        Accessibility.check(page);
        page.getByTestId("translated-answer").locator("button").click();
        assertThat(page.getByTestId("reply-text")).hasValue("[de>tr] " + ANSWER);

        page.getByTestId("translate").click();
        assertThat(page.getByTestId("translated")).hasCount(0);
        page.context().addInitScript("delete self.Translator;");
        page.reload();
        mayorPage.logIn();
        mayorPage.openEnquiryOf("Tarik Türkisch");
        assertThat(page.getByTestId("translate")).hasCount(0);
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
        page.getByTestId("template-send").click();

        Locator sent = page.locator("[data-testid=message][data-kind=template]");
        assertThat(sent).containsText(words);
        assertThat(sent).containsText(SENT);
    }

    @Test
    @Tag("full")
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
