package org.sprechstunde.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sprechstunde.repository.Repository;

/** Every kind that the phone's menu offers arrives on the mayor's page as what it is. */
@InChromium
final class PhoneKindsTest {
    private static final Path DEMO = Repository.file("infra/local/src/main/resources/demo");

    private static final List<String> RARE = List.of(
            "GIF",
            "Foto zum einmaligen Ansehen",
            "Veranstaltung",
            "Datei über 100 MB",
            "Bestellung",
            "Formular",
            "Über eine Anzeige",
            "In einer Gruppe",
            "Chat nur geöffnet");

    @RegisterExtension
    static final TownAndBrowser STAGE = new TownAndBrowser();

    @Test
    @Tag("full")
    void whatThePhoneCanSendTheMayorCanTell() {
        Page phone = STAGE.chromium().browser().newPage();
        phone.setViewportSize(900, 900);
        phone.navigate(STAGE.town().phone().toString());
        phone.getByTestId("citizen-name").fill("Alma Allerlei");
        phone.getByTestId("citizen-create").click();
        phone.getByTestId("compose").fill("Ich schicke Ihnen allerlei.");
        phone.getByTestId("send").click();
        arrived(phone, 1);

        sendFile(phone, "Aufkleber", "danke.webp");
        sendFile(phone, "Sprachnachricht", "sprachnachricht.ogg");
        choose(phone, "Standort");
        phone.locator("#place .primary").click();
        choose(phone, "Kontakt");
        phone.locator("#card [name=name]").fill("Karl Kontakt");
        phone.locator("#card .primary").click();
        choose(phone, "Umfrage");
        for (String rare : RARE) {
            chooseRare(phone, rare);
        }
        passOn(phone, "allerlei");
        arrived(phone, 16);
        chooseRare(phone, "Neues Gerät");
        chooseRare(phone, "Neue Kennung");
        passOn(phone, "allerlei");
        arrived(phone, 17);
        choose(phone, "Seltenes");
        shoot(phone, "phone-rare");
        phone.keyboard().press("Escape");

        MayorPage mayorPage = MayorPage.open(STAGE.chromium(), STAGE.town().page(), ColorScheme.LIGHT);
        mayorPage.logIn();
        mayorPage.openEnquiry();
        Locator messages = mayorPage.page().getByTestId("message");
        assertThat(messages.filter(having("Rathaus"))).not().hasCount(0);
        for (String shown : new String[] {
            "Karl Kontakt",
            "Umfrage",
            "zum einmaligen Ansehen",
            "ortschronik",
            "2026-12-01",
            "Anzeige",
            "Weitergeleitet"
        }) {
            assertThat(messages.filter(having(shown)).first()).isVisible();
        }
        seen(messages.nth(1), "canvas");
        seen(messages.nth(2), "audio");
        assertThat(mayorPage.page().locator("body")).not().containsText("Hallo alle zusammen");
        assertThat(mayorPage.page().getByTestId("enquiry")).hasCount(1);
        shoot(phone, "phone-kinds");
    }

    /** A file is loaded when it comes into view. */
    private static void seen(Locator message, String element) {
        message.scrollIntoViewIfNeeded();
        assertThat(message.locator(element)).isVisible();
    }

    private static void sendFile(Page phone, String kind, String file) {
        phone.waitForFileChooser(() -> choose(phone, kind)).setFiles(DEMO.resolve(file));
        phone.getByTestId("send").click();
    }

    private static void chooseRare(Page phone, String kind) {
        choose(phone, "Seltenes");
        item(phone, kind).click();
    }

    private static void choose(Page phone, String kind) {
        phone.locator("#more").click();
        if (kind.equals("Aufkleber")) {
            shoot(phone, "phone-often");
        }
        item(phone, kind).click();
    }

    private static Locator item(Page phone, String kind) {
        return phone.locator("#menu")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(kind).setExact(true));
    }

    private static void passOn(Page phone, String words) {
        Locator bubble = phone.getByTestId("bubble").filter(having(words)).first();
        bubble.hover();
        bubble.getByTestId("bubble-menu").click();
        bubble.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Weiterleiten").setExact(true))
                .click();
        assertThat(phone.getByText("Weitergeleitet").last()).isVisible();
    }

    private static void arrived(Page phone, int count) {
        assertThat(phone.locator("[data-testid=bubble][data-from=citizen] [data-tick=delivered]"))
                .hasCount(count);
    }

    private static Locator.FilterOptions having(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private static void shoot(Page phone, String name) {
        phone.screenshot(new Page.ScreenshotOptions()
                .setPath(Repository.file("infra/acceptance/target/screenshots/" + name + ".png")));
    }
}
