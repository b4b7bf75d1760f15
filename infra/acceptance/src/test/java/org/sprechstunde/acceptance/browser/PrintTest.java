package org.sprechstunde.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sprechstunde.local.meta.chat.Attachment;
import org.sprechstunde.local.meta.chat.Citizen;
import org.sprechstunde.local.meta.phone.Draft;
import org.sprechstunde.local.meta.phone.FileKind;
import org.sprechstunde.local.meta.phone.Letter;
import org.sprechstunde.local.meta.web.Body;

/** The receipt may leave the page on paper; nothing else may, whatever the page shows. */
@InChromium
final class PrintTest {
    private static final String NAME = "Kanari Kunigunde";
    private static final String TEXT = "Kanarientext von der Schule";

    @RegisterExtension
    static final Stage STAGE = new Stage();

    @Test
    void onlyTheReceiptIsPrintedAndItNamesNobody() {
        Citizen citizen = STAGE.town().meta().citizens().withPhone(NAME);
        STAGE.town().meta().send(citizen, Letter.text(TEXT), photo());
        Desk desk = Desk.open(STAGE.chromium(), STAGE.town().page(), ColorScheme.DARK);
        printsNothing(desk);
        desk.logIn();
        printsNothing(desk);
        desk.openEnquiry();
        printsNothing(desk);
        printsNoOpenPicture(desk);
        printsNoQuestion(desk);

        desk.resolve();

        printsTheReceipt(desk);
        desk.page().evaluate("window.dispatchEvent(new Event('blur'))");
        printsTheReceipt(desk);
        desk.page().evaluate("window.dispatchEvent(new Event('focus'))");
        assertThat(desk.printedWords())
                .doesNotContain(NAME, "Kanari", TEXT, citizen.phone().orElseThrow());
        desk.shootSheet("receipt-sheet");
        printsNothingAfterwards(desk);
    }

    private static void printsNothing(Desk desk) {
        assertThat(desk.printedWords()).isBlank();
        assertThat(desk.print()).isEqualTo(new Pdf(1, false, false));
    }

    private static void printsNoOpenPicture(Desk desk) {
        desk.page().locator(".picture").click();
        assertThat(desk.page().locator("dialog.viewer img")).isVisible();
        printsNothing(desk);
        desk.page().keyboard().press("Escape");
    }

    private static void printsNoQuestion(Desk desk) {
        desk.page().getByTestId("reply-text").fill("Liebe Frau Kunigunde");
        desk.page().getByTestId("resolve").click();
        assertThat(desk.page().getByTestId("resolve-confirm")).isVisible();
        printsNothing(desk);
        desk.page().keyboard().press("Escape");
    }

    private static void printsTheReceipt(Desk desk) {
        assertThat(desk.page().getByTestId("receipt")).hasAttribute("data-state", "erased");
        assertThat(desk.print()).isEqualTo(new Pdf(1, true, false));
        assertThat(desk.printedWords())
                .contains("Heringen (Werra)", "Löschbestätigung", "Kennung", "Unlesbar seit", "Gelöscht um", "leer")
                .containsPattern("Nachrichten\\s+2\\b")
                .containsPattern("Dateien\\s+1 \\(")
                .doesNotContain("Zurück", "Drucken", "Verdeckt", "Abmelden");
    }

    private static void printsNothingAfterwards(Desk desk) {
        desk.page().evaluate("window.print = () => { document.body.dataset.printed = 'yes'; }");
        desk.page().getByTestId("print").click();
        assertThat(desk.page().locator("body")).hasAttribute("data-printed", "yes");
        desk.page().getByTestId("receipt").getByText("Zurück zur Liste").click();
        printsNothing(desk);
    }

    private static Letter photo() {
        Attachment picture = new Attachment(new Body("image/jpeg", TestPicture.jpeg()), Optional.empty());
        return Letter.of(Draft.File.of(FileKind.IMAGE, picture));
    }
}
