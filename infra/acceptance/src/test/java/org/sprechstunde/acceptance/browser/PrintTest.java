package org.sprechstunde.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sprechstunde.emulator.chat.Attachment;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.phone.CitizenMessage;
import org.sprechstunde.emulator.phone.FileKind;
import org.sprechstunde.emulator.phone.MessageDraft;
import org.sprechstunde.emulator.web.Body;

/** The receipt may leave the page on paper; nothing else may, whatever the page shows. */
@InChromium
final class PrintTest {
    private static final String NAME = "Kanari Kunigunde";
    private static final String TEXT = "Kanarientext von der Schule";

    @RegisterExtension
    static final TownAndBrowser STAGE = new TownAndBrowser();

    @Test
    void onlyTheReceiptIsPrintedAndItNamesNobody() {
        Citizen citizen = STAGE.town().meta().citizens().withPhone(NAME);
        STAGE.town().meta().send(citizen, CitizenMessage.text(TEXT), photo());
        MayorPage mayorPage = MayorPage.open(STAGE.chromium(), STAGE.town().page(), ColorScheme.DARK);
        printsNothing(mayorPage);
        mayorPage.logIn();
        printsNothing(mayorPage);
        mayorPage.openEnquiry();
        printsNothing(mayorPage);
        printsNoOpenPicture(mayorPage);
        printsNoQuestion(mayorPage);

        mayorPage.resolve();

        printsTheReceipt(mayorPage);
        mayorPage.page().evaluate("window.dispatchEvent(new Event('blur'))");
        printsTheReceipt(mayorPage);
        mayorPage.page().evaluate("window.dispatchEvent(new Event('focus'))");
        assertThat(mayorPage.printedWords())
                .doesNotContain(NAME, "Kanari", TEXT, citizen.phone().orElseThrow());
        printsNothingAfterwards(mayorPage);
    }

    private static void printsNothing(MayorPage mayorPage) {
        assertThat(mayorPage.printedWords()).isBlank();
        assertThat(mayorPage.print()).isEqualTo(new Pdf(1, false, false));
    }

    private static void printsNoOpenPicture(MayorPage mayorPage) {
        mayorPage.page().locator(".picture").click();
        assertThat(mayorPage.page().locator("dialog.viewer canvas")).isVisible();
        printsNothing(mayorPage);
        mayorPage.page().keyboard().press("Escape");
    }

    private static void printsNoQuestion(MayorPage mayorPage) {
        mayorPage.page().getByTestId("reply-text").fill("Liebe Frau Kunigunde");
        mayorPage.page().getByTestId("resolve").click();
        assertThat(mayorPage.page().getByTestId("resolve-confirm")).isVisible();
        printsNothing(mayorPage);
        mayorPage.page().keyboard().press("Escape");
    }

    private static void printsTheReceipt(MayorPage mayorPage) {
        assertThat(mayorPage.page().getByTestId("receipt")).hasAttribute("data-state", "erased");
        assertThat(mayorPage.print()).isEqualTo(new Pdf(1, true, false));
        assertThat(mayorPage.printedWords())
                .contains("Heringen (Werra)", "Löschbestätigung", "Kennung", "Unlesbar seit", "Gelöscht um", "leer")
                .containsPattern("Nachrichten\\s+2\\b")
                .containsPattern("Dateien\\s+1 \\(")
                .doesNotContain("Zurück", "Drucken", "Verdeckt", "Abmelden");
    }

    private static void printsNothingAfterwards(MayorPage mayorPage) {
        mayorPage.page().evaluate("window.print = () => { document.body.dataset.printed = 'yes'; }");
        mayorPage.page().getByTestId("print").click();
        assertThat(mayorPage.page().locator("body")).hasAttribute("data-printed", "yes");
        mayorPage.page().getByTestId("receipt").getByText("Zurück zur Liste").click();
        printsNothing(mayorPage);
    }

    private static CitizenMessage photo() {
        Attachment picture = new Attachment(new Body("image/jpeg", TestPicture.jpeg()), Optional.empty());
        return CitizenMessage.of(MessageDraft.File.of(FileKind.IMAGE, picture));
    }
}
