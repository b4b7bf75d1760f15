package org.sprechstunde.acceptance.town;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sprechstunde.crypto.SealedBox;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.faults.Fault;
import org.sprechstunde.emulator.faults.FaultKind;
import org.sprechstunde.emulator.faults.FaultPoint;
import org.sprechstunde.emulator.phone.FileKind;
import org.sprechstunde.emulator.variants.Variant;
import org.sprechstunde.local.LocalTown;
import org.sprechstunde.repository.Repository;

/** Files arrive whole and sealed, or the mayor reads why not. */
@MovesTheClock
@InTown
@Order(8)
final class MediaTest {
    private final TestTown town;
    private final Await await;

    MediaTest(TestTown town) {
        this.town = town;
        this.await = new Await(town);
    }

    @AfterEach
    void mend() {
        town.meta().faults().clear();
        town.meta().variants().only();
    }

    @ParameterizedTest
    @EnumSource(FileKind.class)
    void aFileOfEveryKindReachesTheMayorAsItWas(FileKind kind) {
        Citizen citizen = town.meta().citizens().withPhone("Datei " + kind);
        byte[] bytes = bytes(70_000);

        town.meta().send(citizen, TestTown.file(kind, "application/x-test", bytes));

        JsonNode media = await.media(await.enquiry(citizen), "stored");
        assertThat(media.path("bytes").asInt()).isEqualTo(bytes.length);
        assertThat(opened(media)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 16, 5_000_000})
    void aFileOfAnySizeReachesTheMayor(int size) {
        reachesTheMayor(size);
    }

    @ParameterizedTest
    @Tag("full")
    @ValueSource(ints = {2 * (8 << 20) - SealedBox.OVERHEAD, 20_000_000})
    void aFileOfSeveralPartsReachesTheMayor(int size) {
        reachesTheMayor(size);
    }

    private void reachesTheMayor(int size) {
        Citizen citizen = town.meta().citizens().withPhone("Größe " + size);
        byte[] bytes = bytes(size);

        town.meta().send(citizen, TestTown.file(FileKind.DOCUMENT, "application/pdf", bytes));

        assertThat(opened(await.media(await.enquiry(citizen), "stored"))).isEqualTo(bytes);
    }

    @ParameterizedTest
    @CsvSource({
        "laterne.jpg, jpeg",
        "danke.webp, webp",
        "bach.mp4, mp4",
        "sprachnachricht.ogg, ogg",
        "antrag-zuschuss.pdf, pdf",
        "enquiries.json, other"
    })
    void aFileIsWhatItsBytesSayAndNotWhatItsSenderClaims(String name, String type) throws IOException {
        Citizen citizen = town.meta().citizens().withPhone("Art " + type);
        byte[] bytes = demo(name);

        town.meta().send(citizen, TestTown.file(FileKind.DOCUMENT, "text/html", bytes));

        JsonNode media = await.media(await.enquiry(citizen), "stored");
        assertThat(media.path("type").asText()).isEqualTo(type);
        assertThat(opened(media)).hasSameSizeAs(bytes);
    }

    @Test
    void aPhotoThatIsAsAnnouncedArrivesWithoutThePlaceWhereItWasTaken() throws IOException {
        Citizen citizen = town.meta().citizens().withPhone("Foto mit Ort");
        byte[] photo = demo("laterne.jpg");
        byte[] place = "+50.8880+010.0060/".getBytes(StandardCharsets.UTF_8);
        byte[] told = ByteBuffer.allocate(photo.length + place.length)
                .put(photo)
                .put(place)
                .array();

        town.meta().send(citizen, TestTown.file(FileKind.IMAGE, "image/jpeg", told));

        byte[] arrived = opened(await.media(await.enquiry(citizen), "stored"));
        assertThat(arrived).hasSameSizeAs(told).startsWith(photo);
        assertThat(new String(arrived, StandardCharsets.ISO_8859_1)).doesNotContain("+50.8880");
    }

    /** Where its words are it says at its end, so it is fetched once more. */
    @Test
    void aFilmArrivesWithoutTheWordsThatItsCameraHasWrittenBesideThePictures() throws IOException {
        Citizen citizen = town.meta().citizens().withPhone("Film mit Ort");
        byte[] film = Files.readAllBytes(Repository.file("infra/acceptance/src/test/resources/media/telemetry.mp4"));
        assertThat(new String(film, StandardCharsets.ISO_8859_1)).contains("GPS");

        town.meta().send(citizen, TestTown.file(FileKind.VIDEO, "video/mp4", film));

        JsonNode media = await.media(await.enquiry(citizen), "stored");
        byte[] arrived = opened(media);
        assertThat(media.path("type").asText()).isEqualTo("mp4");
        assertThat(media.has("mayTell")).isFalse();
        assertThat(arrived).hasSameSizeAs(film);
        assertThat(new String(arrived, StandardCharsets.ISO_8859_1)).doesNotContain("GPS");
    }

    @Test
    void ofAFileThatNobodyCanCleanItIsSaidThatItMayTell() throws IOException {
        Citizen citizen = town.meta().citizens().withPhone("Papier mit Ort");

        town.meta().send(citizen, TestTown.file(FileKind.DOCUMENT, "application/pdf", demo("antrag-zuschuss.pdf")));

        assertThat(await.media(await.enquiry(citizen), "stored").path("mayTell").asBoolean())
                .isTrue();
    }

    @Test
    void onceStoredTheFileIsDeletedAtWhatsApp() {
        Citizen citizen = town.meta().citizens().withPhone("Kopie Weg");

        town.meta().send(citizen, TestTown.file(FileKind.IMAGE, "image/jpeg", bytes(100)));

        await.media(await.enquiry(citizen), "stored");
        Awaitility.await()
                .until(() -> town.meta().calls().stream()
                        .anyMatch(call -> call.method().equals("DELETE")
                                && call.route().equals("/{version}/{id}")
                                && call.status() == 200));
    }

    /** Once every file of a town was lost where WhatsApp did so: it was taken for gone, and asked for again in vain. */
    @Test
    void aFileWhoseLookUpIsRefusedForNamingOurNumberIsAskedForWithout() {
        Citizen citizen = town.meta().citizens().withPhone("Nummer Verweigert");
        town.meta().variants().only(Variant.NUMBER_REFUSED);
        byte[] bytes = bytes(1000);

        town.meta().send(citizen, TestTown.file(FileKind.IMAGE, "image/jpeg", bytes));

        String id = await.enquiry(citizen);
        assertThat(opened(await.media(id, "stored"))).isEqualTo(bytes);
        await.delivered();
        assertThat(town.api().resolve(id).body().at("/whatsapp/media").asText())
                .as("deleted there before")
                .isEqualTo("skipped");
    }

    @Test
    void theLogSaysByWhatsAppsCodeWhyAFileWaits() {
        Citizen citizen = town.meta().citizens().withPhone("Datei Wartet");
        town.meta().faults().add(Fault.forever(FaultPoint.MEDIA_LOOKUP, FaultKind.RATE_LIMIT));

        town.meta().send(citizen, TestTown.file(FileKind.IMAGE, "image/jpeg", bytes(1000)));

        String id = await.enquiry(citizen);
        Awaitility.await()
                .until(() -> town.town().log().stream()
                        .anyMatch(line -> line.text().contains("\"MEDIA_WAITS\"")
                                && line.text().contains(id)
                                && line.text().contains("\"code\":130429")));
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultKind.class,
            names = {"STATUS_5XX", "TOKEN_EXPIRED", "RATE_LIMIT", "DROP_AFTER_ACCEPT"})
    void aPassingFailureOfTheLookUpOnlyDelays(FaultKind faultKind) {
        Citizen citizen = town.meta().citizens().withPhone("Suche " + faultKind);
        town.meta().faults().add(Fault.once(FaultPoint.MEDIA_LOOKUP, faultKind));

        town.meta().send(citizen, TestTown.file(FileKind.IMAGE, "image/jpeg", bytes(1000)));

        await.media(await.enquiry(citizen), "stored");
    }

    @ParameterizedTest
    @Tag("full")
    @EnumSource(
            value = FaultKind.class,
            names = {"STATUS_5XX", "TOKEN_EXPIRED", "NOT_FOUND", "TRUNCATE", "DROP_AFTER_ACCEPT", "WRONG_HASH"})
    void aPassingFailureOfTheDownloadOnlyDelays(FaultKind faultKind) {
        Citizen citizen = town.meta().citizens().withPhone("Laden " + faultKind);
        byte[] bytes = bytes(400_000);
        town.meta().faults().add(Fault.once(FaultPoint.MEDIA_DOWNLOAD, faultKind));

        town.meta().send(citizen, TestTown.file(FileKind.VIDEO, "video/mp4", bytes));

        assertThat(opened(await.media(await.enquiry(citizen), "stored"))).isEqualTo(bytes);
    }

    @Test
    void aLargeFileThatBreaksOffLeavesNoPartsAndComesWholeTheNextTime() {
        Citizen citizen = town.meta().citizens().withPhone("Großer Abbruch");
        byte[] bytes = bytes(20 << 20);
        town.meta().faults().add(Fault.once(FaultPoint.MEDIA_DOWNLOAD, FaultKind.TRUNCATE));

        town.meta().send(citizen, TestTown.file(FileKind.DOCUMENT, "application/pdf", bytes));

        String id = await.enquiry(citizen);
        assertThat(opened(await.media(id, "stored"))).isEqualTo(bytes);
        assertThat(town.uploads()).noneMatch(name -> name.startsWith(id));
    }

    @Test
    void aFileThatIsNeverWhatWasAnnouncedIsLostAndLeavesNothing() {
        Citizen citizen = town.meta().citizens().withPhone("Falsche Prüfsumme");
        town.meta().faults().add(Fault.forever(FaultPoint.MEDIA_DOWNLOAD, FaultKind.WRONG_HASH));

        town.meta().send(citizen, TestTown.file(FileKind.IMAGE, "image/jpeg", bytes(1000)));

        String id = await.enquiry(citizen);
        assertThat(await.media(id, "lost").path("problem").asText()).isEqualTo("hash");
        assertThat(town.objectsOf(id)).isEmpty();
    }

    @Test
    void aFileOfMoreThanAHundredMegabytesIsNotEvenLoaded() {
        Citizen citizen = town.meta().citizens().withPhone("Zu Groß");
        town.meta().faults().add(Fault.forever(FaultPoint.MEDIA_LOOKUP, FaultKind.TOO_LARGE));
        long before = downloads();

        town.meta().send(citizen, TestTown.file(FileKind.DOCUMENT, "application/pdf", bytes(1000)));

        String id = await.enquiry(citizen);
        assertThat(await.media(id, "lost").path("problem").asText()).isEqualTo("too-large");
        assertThat(downloads()).isEqualTo(before);
    }

    @Test
    void aFileThatGoesOnLongerThanAnnouncedIsNotTakenUntilItIsAsAnnounced() {
        Citizen citizen = town.meta().citizens().withPhone("Zu Lang");
        town.meta().faults().add(Fault.forever(FaultPoint.MEDIA_LOOKUP, FaultKind.TOO_LONG));
        town.meta().send(citizen, TestTown.file(FileKind.DOCUMENT, "application/pdf", bytes(1000)));
        String id = await.enquiry(citizen);
        Awaitility.await().until(() -> downloads() > 2);
        assertThat(await.media(id, "waiting").has("url")).isFalse();
        assertThat(town.objectsOf(id)).isEmpty();

        town.meta().faults().clear();
        town.town().advance(Duration.ofMinutes(10));
        town.sweep();

        assertThat(opened(await.media(id, "stored"))).isEqualTo(bytes(1000));
    }

    @Test
    void anAddressOfAFileIsGoodForAMinute() {
        Citizen citizen = town.meta().citizens().withPhone("Kurze Adresse");

        town.meta().send(citizen, TestTown.file(FileKind.IMAGE, "image/jpeg", bytes(100)));

        JsonNode media = await.media(await.enquiry(citizen), "stored");
        assertThat(URI.create(media.path("url").asText()).getQuery()).contains("X-Amz-Expires=60&");
    }

    private long downloads() {
        return town.meta().calls().stream()
                .filter(call -> call.method().equals("GET") && !call.route().equals("/{version}/{id}"))
                .count();
    }

    private static byte[] demo(String name) throws IOException {
        try (var file = LocalTown.class.getResourceAsStream("/demo/" + name)) {
            return file.readAllBytes();
        }
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    /** Loads and opens a file as the page does. */
    static byte[] opened(JsonNode media) {
        byte[] sealed = ApiClient.fetch(URI.create(media.path("url").asText())).body();
        byte[] key = Base64.getDecoder().decode(media.path("key").asText());
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    new SecretKeySpec(key, "AES"),
                    new GCMParameterSpec(128, Arrays.copyOf(sealed, 12)));
            cipher.updateAAD(media.path("context").asText().getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(sealed, 12, sealed.length - 12);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
