package org.sprechstunde.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.Assertions;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sprechstunde.emulator.chat.Attachment;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.phone.CitizenMessage;
import org.sprechstunde.emulator.phone.FileKind;
import org.sprechstunde.emulator.phone.MessageDraft;
import org.sprechstunde.emulator.web.Body;

/** A conversation longer than one answer holds: its end shows first, and the reader goes back as far as they like. */
@Tag("full")
@InChromium
final class LongConversationPageTest {
    private static final int MESSAGES = 205;

    private static final int PICTURES = 40;

    @RegisterExtension
    static final TownAndBrowser STAGE = new TownAndBrowser();

    @Test
    void theReaderGoesBackPageByPageAndStaysWhereTheyAre() throws InterruptedException {
        Citizen citizen = STAGE.town().meta().citizens().withPhone("Vera Vielschreib");
        for (int number = 1; number <= MESSAGES; number++) {
            STAGE.town().meta().sendText(citizen, "Nachricht " + number);
        }
        STAGE.town().meta().awaitDelivered(Duration.ofSeconds(60));
        MayorPage mayorPage = MayorPage.open(STAGE.chromium(), STAGE.town().page(), ColorScheme.LIGHT);
        mayorPage.logIn();
        mayorPage.openEnquiryOf("Vera Vielschreib");
        Page page = mayorPage.page();
        Locator messages = page.getByTestId("message");
        assertThat(messages).hasCount(200);
        assertThat(messages.last()).isInViewport();

        Locator oldest = messages.filter(having("Nachricht 6 ")).first();
        oldest.scrollIntoViewIfNeeded();
        page.getByTestId("earlier").scrollIntoViewIfNeeded();
        double before = oldest.boundingBox().y;
        page.getByTestId("earlier").click();

        assertThat(messages).hasCount(MESSAGES);
        assertThat(page.getByTestId("earlier")).hasCount(0);
        assertThat(messages.first()).containsText("Nachricht 1");
        Assertions.assertThat(oldest.boundingBox().y).isCloseTo(before, Offset.offset(60.0));

        STAGE.town().meta().sendText(citizen, "noch eine");
        // The page looks every five seconds.
        assertThat(messages).hasCount(MESSAGES + 1);
        assertThat(page.getByTestId("conversation")).containsText("Neue Nachrichten");
    }

    /** Below what the reader has before them, files come from WhatsApp after their messages. */
    @Test
    void picturesThatComeWhileTheConversationIsOpenAreSeen() throws InterruptedException {
        Citizen citizen = STAGE.town().meta().citizens().withPhone("Frieda Folgt");
        STAGE.town().meta().sendText(citizen, "Fotos folgen");
        STAGE.town().meta().awaitDelivered(Duration.ofSeconds(60));
        MayorPage mayorPage = MayorPage.open(STAGE.chromium(), STAGE.town().page(), ColorScheme.LIGHT);
        mayorPage.logIn();
        mayorPage.openEnquiryOf("Frieda Folgt");
        Page page = mayorPage.page();
        Attachment picture = new Attachment(new Body("image/jpeg", TestPicture.jpeg()), Optional.empty());
        for (int number = 0; number < PICTURES; number++) {
            STAGE.town().meta().send(citizen, CitizenMessage.of(MessageDraft.File.of(FileKind.IMAGE, picture)));
        }
        Locator messages = page.getByTestId("message");
        assertThat(messages).hasCount(PICTURES + 1);

        assertThat(messages.last().locator("canvas")).isVisible();
    }

    @Test
    void ofFortyPicturesThoseAreLoadedThatAreSeen() throws InterruptedException {
        Citizen citizen = STAGE.town().meta().citizens().withPhone("Fritz Foto");
        Attachment picture = new Attachment(new Body("image/jpeg", TestPicture.jpeg()), Optional.empty());
        for (int number = 0; number < PICTURES; number++) {
            STAGE.town().meta().send(citizen, CitizenMessage.of(MessageDraft.File.of(FileKind.IMAGE, picture)));
        }
        STAGE.town().meta().awaitDelivered(Duration.ofSeconds(60));
        MayorPage mayorPage = MayorPage.open(STAGE.chromium(), STAGE.town().page(), ColorScheme.LIGHT);
        mayorPage.logIn();
        Page page = mayorPage.page();
        AtomicInteger loaded = new AtomicInteger();
        page.onRequest(request -> {
            if (request.url().contains("X-Amz-Signature")) {
                loaded.incrementAndGet();
            }
        });
        mayorPage.openEnquiryOf("Fritz Foto");
        Locator messages = page.getByTestId("message");
        assertThat(messages).hasCount(PICTURES);

        assertThat(messages.last().locator("canvas")).isVisible();
        page.waitForTimeout(1_000);
        Assertions.assertThat(loaded.get()).isBetween(1, PICTURES / 2);
        messages.first().scrollIntoViewIfNeeded();
        assertThat(messages.first().locator("canvas")).isVisible();
        Assertions.assertThat(loaded.get()).isLessThan(PICTURES);
    }

    private static Locator.FilterOptions having(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
