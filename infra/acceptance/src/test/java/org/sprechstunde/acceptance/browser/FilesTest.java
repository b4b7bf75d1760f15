package org.sprechstunde.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sprechstunde.emulator.chat.Attachment;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.faults.Fault;
import org.sprechstunde.emulator.faults.FaultKind;
import org.sprechstunde.emulator.faults.FaultPoint;
import org.sprechstunde.emulator.phone.CitizenMessage;
import org.sprechstunde.emulator.phone.FileKind;
import org.sprechstunde.emulator.phone.MessageDraft;
import org.sprechstunde.emulator.web.Body;

/** How files stand in a conversation: shown, kept closed, not playable, awaited, lost. */
@InChromium
final class FilesTest {
    private static final byte[] LETTER = "PK\u0003\u0004 a letter of another program".getBytes(ISO_8859_1);
    private static final byte[] BROKEN = "\u0089PNG\r\n\u001a\n and no picture".getBytes(ISO_8859_1);

    @RegisterExtension
    static final TownAndBrowser STAGE = new TownAndBrowser();

    /** The page asks whether anything has changed, so it may hold an address that is over. */
    @Test
    @Tag("full")
    void aFileWhoseAddressIsOverIsFetchedByANewOne() throws IOException {
        Citizen citizen = STAGE.town().meta().citizens().withPhone("Paul Pause");
        long before = logged("MEDIA_STORED");
        byte[] picture = demo("schlagloch.jpg");
        STAGE.town()
                .meta()
                .send(citizen, CitizenMessage.of(file(FileKind.IMAGE, new Body("image/jpeg", picture), "a.jpg")));
        allAreStored(before + 1);
        MayorPage mayorPage = MayorPage.open(STAGE.chromium(), STAGE.town().page(), ColorScheme.LIGHT);
        mayorPage.logIn();
        Page page = mayorPage.page();
        List<String> addresses = new ArrayList<>();
        page.route(Pattern.compile("X-Amz-Signature"), route -> {
            addresses.add(route.request().url());
            if (addresses.size() == 1) {
                // Signatures are of the second, so the next has another.
                LockSupport.parkNanos(Duration.ofMillis(1_100).toNanos());
                route.fulfill(new Route.FulfillOptions()
                        .setStatus(403)
                        .setHeaders(Map.of("access-control-allow-origin", "*")));
            } else {
                route.resume();
            }
        });

        mayorPage.openEnquiryOf("Paul Pause");

        assertThat(page.locator(".picture canvas")).isVisible();
        assertThat(addresses).hasSize(2).doesNotHaveDuplicates();
        page.context().close();
    }

    @Test
    void eachIsShownIfItIsWhatTheAllowListNamesAndKeptClosedOtherwise() throws IOException {
        Citizen citizen = STAGE.town().meta().citizens().withPhone("Petra Dateien");
        long before = logged("MEDIA_STORED");
        STAGE.town()
                .meta()
                .send(
                        citizen,
                        CitizenMessage.of(
                                file(FileKind.IMAGE, new Body("text/html", demo("schlagloch.jpg")), "a.html")));
        STAGE.town()
                .meta()
                .send(
                        citizen,
                        CitizenMessage.of(
                                file(FileKind.STICKER, new Body("image/webp", demo("danke.webp")), "b.webp")));
        STAGE.town()
                .meta()
                .send(
                        citizen,
                        CitizenMessage.of(file(FileKind.VIDEO, new Body("video/mp4", demo("bach.mp4")), "c.mp4")));
        STAGE.town()
                .meta()
                .send(
                        citizen,
                        CitizenMessage.of(
                                file(FileKind.AUDIO, new Body("audio/ogg", demo("sprachnachricht.ogg")), "d.ogg")));
        STAGE.town()
                .meta()
                .send(
                        citizen,
                        CitizenMessage.of(file(
                                FileKind.DOCUMENT,
                                new Body("application/pdf", demo("antrag-zuschuss.pdf")),
                                "Antrag Zuschuss.pdf")));
        STAGE.town()
                .meta()
                .send(citizen, CitizenMessage.of(file(FileKind.IMAGE, new Body("image/png", BROKEN), "e.png")));
        STAGE.town()
                .meta()
                .send(
                        citizen,
                        CitizenMessage.of(
                                file(FileKind.DOCUMENT, new Body("application/pdf", LETTER), "../Einspruch.docx")));
        allAreStored(before + 7);
        STAGE.town().meta().faults().add(Fault.forever(FaultPoint.MEDIA_DOWNLOAD, FaultKind.WRONG_HASH));
        STAGE.town()
                .meta()
                .send(
                        citizen,
                        CitizenMessage.of(file(FileKind.IMAGE, new Body("image/jpeg", demo("laterne.jpg")), "f.jpg")));
        Awaitility.await().until(() -> logged("MEDIA_LOST") == 1);
        STAGE.town().meta().faults().clear();
        STAGE.town().meta().faults().add(Fault.forever(FaultPoint.MEDIA_LOOKUP, FaultKind.STATUS_5XX));
        STAGE.town()
                .meta()
                .send(
                        citizen,
                        CitizenMessage.of(file(FileKind.IMAGE, new Body("image/jpeg", demo("laterne.jpg")), "g.jpg")));
        Awaitility.await().until(() -> logged("TASK_POSTPONED") == 1);

        MayorPage mayorPage = MayorPage.open(STAGE.chromium(), STAGE.town().page(), ColorScheme.LIGHT);
        mayorPage.logIn();
        mayorPage.openEnquiryOf("Petra Dateien");
        seesAll(mayorPage.page());
    }

    @Test
    void aPictureStandsAsTheCameraWasHeld() throws IOException {
        Citizen citizen = STAGE.town().meta().citizens().withPhone("Quentin Quer");
        STAGE.town().meta().faults().clear();
        long stored = logged("MEDIA_STORED");
        var picture = new Body("image/jpeg", turned(demo("laterne.jpg")));
        STAGE.town().meta().send(citizen, CitizenMessage.of(file(FileKind.IMAGE, picture, "q.jpg")));
        MayorPage mayorPage = MayorPage.open(STAGE.chromium(), STAGE.town().page(), ColorScheme.LIGHT);
        mayorPage.logIn();

        mayorPage.openEnquiryOf("Quentin Quer");

        // Only then its file is no more counted among those of the other test.
        Awaitility.await().until(() -> logged("MEDIA_STORED") > stored);
        Locator canvas = mayorPage.page().locator(".picture canvas");
        assertThat(canvas).isVisible();
        Number upright = (Number) canvas.evaluate("picture => picture.height / picture.width");
        Assertions.assertThat(upright.doubleValue()).isGreaterThan(1);
    }

    /** The same picture, of which its notes say that the camera was held upright. */
    private static byte[] turned(byte[] jpeg) {
        byte[] notes = HexFormat.of()
                .parseHex("ffe10022457869660000" + "4d4d002a00000008" + "0001" + "0112000300000001" + "00060000"
                        + "00000000");
        return ByteBuffer.allocate(jpeg.length + notes.length)
                .put(jpeg, 0, 2)
                .put(notes)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    private static void seesAll(Page page) {
        Locator files = page.locator("message-file");
        assertThat(files).hasCount(9);
        List<String> shown = List.of(".picture canvas", ".picture--sticker canvas", "video", "audio");
        for (int file = 0; file < shown.size(); file++) {
            // To the message, which stays; what is in it is drawn anew when the file has come.
            files.nth(file).scrollIntoViewIfNeeded();
            assertThat(files.nth(file).locator(shown.get(file))).isVisible();
        }
        Awaitility.await()
                .until(() -> (int) page.locator(".picture--sticker canvas").evaluate("i => i.width") > 1);
        Awaitility.await().until(() -> (int) page.locator("video").evaluate("film => film.videoWidth") > 1);
        files.nth(5).scrollIntoViewIfNeeded();
        assertThat(files.nth(5)).containsText("Der Browser kann diese Datei nicht anzeigen.");
        assertThat(files.nth(6)).containsText("Dateien dieser Art zeigt die Sprechstunde nicht an.");
        assertThat(files.nth(7)).containsText("beschädigt angekommen");
        assertThat(files.nth(8)).containsText("Datei wird geladen");
        isSavedAfterAWarning(page, files.nth(6));
        // Pictures and PDFs are drawn from memory; only what is played has a blob, which a browser may put aside.
        assertThat(page.locator("[src^='blob:']")).hasCount(2);
    }

    /** At a desk, by a deliberate step; what is shown cannot be saved at all. */
    private static void isSavedAfterAWarning(Page page, Locator file) {
        assertThat(page.locator("message-file:has(canvas, video, audio) file-download"))
                .hasCount(0);
        file.locator("button").click();
        assertThat(file).containsText("wird nicht mit dem Anliegen gelöscht");
        Download saved =
                page.waitForDownload(() -> file.locator("button").first().click());
        try {
            assertThat(saved.suggestedFilename()).isEqualTo("_Einspruch.docx");
            assertThat(Files.readAllBytes(saved.path())).isEqualTo(LETTER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            saved.delete();
        }
        assertThat(file.locator("button")).hasCount(1);
    }

    private static void allAreStored(long count) {
        Awaitility.await().until(() -> logged("MEDIA_STORED") == count);
    }

    private static long logged(String event) {
        return STAGE.town().log().stream()
                .filter(line -> line.text().contains(event))
                .count();
    }

    private static MessageDraft file(FileKind kind, Body body, String name) {
        return MessageDraft.File.of(kind, new Attachment(body, Optional.of(name)));
    }

    private static byte[] demo(String name) throws IOException {
        try (InputStream in = FilesTest.class.getResourceAsStream("/demo/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }
}
