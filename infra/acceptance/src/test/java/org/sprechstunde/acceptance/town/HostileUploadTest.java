package org.sprechstunde.acceptance.town;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.phone.FileKind;

/** Whatever somebody with the mayor's token sends: only what was promised, is whole and of this enquiry goes out. */
@InTown
final class HostileUploadTest {
    private static final byte[] PHOTO = MayorFile.picture("jpeg");
    private static final int FIVE_MB = 5 << 20;

    private final TestTown town;
    private final Await await;

    HostileUploadTest(TestTown town) {
        this.town = town;
        this.await = new Await(town);
    }

    @Test
    void aFileOfAnotherEnquiryIsNotSent() {
        String foreign = writes("Fremd Anna");
        String own = writes("Fremd Bernd");
        MayorFile file = MayorFile.upload(town, foreign, "image/jpeg", PHOTO);

        assertThat(reply(own, file.reply()).problem()).isEqualTo("attachment-gone");
        assertThat(reply(foreign, file.reply()).status()).isEqualTo(201);
    }

    @Test
    void aFileUnderTheKeyOfAnotherIsNotSent() {
        String id = writes("Fremd Clara");
        MayorFile file = MayorFile.upload(town, id, "image/jpeg", PHOTO);
        MayorFile other = MayorFile.upload(town, id, "image/jpeg", PHOTO);
        var mixed = new MayorFile(file.object(), other.key(), file.context(), file.url());

        isNotSent(id, mixed, "attachment-gone");
    }

    @Test
    void aFileThatWasMovedFromAnotherPlaceIsNotSent() {
        String id = writes("Fremd Dora");
        MayorFile file = MayorFile.upload(town, id, "image/jpeg", PHOTO);
        MayorFile other = MayorFile.promise(town, id, "image/jpeg", PHOTO.length);
        town.putObject(other.context(), town.objectBytes(file.context()));

        isNotSent(id, new MayorFile(other.object(), file.key(), other.context(), other.url()), "attachment-gone");
    }

    @Test
    void aCitizensOwnFileIsNotSentBack() {
        Citizen citizen = town.meta().citizens().withPhone("Fremd Emil");
        town.meta().send(citizen, TestTown.file(FileKind.IMAGE, "image/jpeg", PHOTO));
        String id = await.enquiry(citizen);
        var media = await.media(id, "stored");
        String object = media.path("context").asText().split("/", -1)[1];
        var stolen = new MayorFile(
                object,
                media.path("key").asText(),
                media.path("context").asText(),
                town.town().page());

        isNotSent(id, stolen, "attachment-gone");
    }

    @Test
    void whatWasNeverUploadedIsNotSent() {
        String id = writes("Fremd Frieda");

        isNotSent(id, MayorFile.promise(town, id, "image/jpeg", PHOTO.length), "attachment-gone");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 11, 28, 100})
    void whatBrokeOffOnItsWayIsNotSent(int length) {
        String id = writes("Fremd Gustav " + length);
        MayorFile file = MayorFile.promise(town, id, "image/jpeg", PHOTO.length);
        town.putObject(file.context(), Arrays.copyOf(file.sealed(PHOTO), length));

        isNotSent(id, file, "attachment-gone");
    }

    @Test
    void aFileWithOneBitTurnedIsNotSent() {
        String id = writes("Fremd Hanna");
        MayorFile file = MayorFile.promise(town, id, "image/jpeg", PHOTO.length);
        byte[] sealed = file.sealed(PHOTO);
        sealed[sealed.length / 2] ^= 1;
        town.putObject(file.context(), sealed);

        isNotSent(id, file, "attachment-gone");
    }

    @ParameterizedTest
    @CsvSource({"application/pdf, jpeg", "image/png, jpeg", "image/jpeg, png", "image/jpeg, gif", "application/pdf, png"
    })
    void aFileThatIsNotWhatItIsCalledIsNotSent(String called, String is) {
        String id = writes("Fremd Ida " + called + is);

        isNotSent(id, MayorFile.upload(town, id, called, MayorFile.picture(is)), "attachment-type");
    }

    @ParameterizedTest
    @CsvSource({"image/jpeg, 5242881", "image/png, 5242881", "application/pdf, 104857601", "image/jpeg, 2147483647"})
    void whatIsLargerThanWhatsAppTakesGetsNoAddress(String type, int bytes) {
        String id = writes("Fremd Karl " + type + bytes);

        ApiClient.Answer answer = town.api().attach(id, MayorFile.wish(type, bytes));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.problem()).isEqualTo("attachment-too-large");
        assertThat(town.itemsOf(id)).noneMatch(key -> key.startsWith("TASK#forget-file"));
    }

    @Test
    void theLargestPictureIsSent() {
        String id = writes("Fremd Lena");
        byte[] large = Arrays.copyOf(PHOTO, FIVE_MB);

        MayorFile file = MayorFile.upload(town, id, "image/jpeg", large);

        assertThat(reply(id, file.reply()).body().at("/media/bytes").asInt()).isEqualTo(FIVE_MB);
    }

    @ParameterizedTest
    @Tag("full")
    @ValueSource(strings = {"image/gif", "image/svg+xml", "text/html", "IMAGE/JPEG", "image/jpeg; x=y", ""})
    void otherTypesGetNoAddress(String type) {
        ApiClient.Answer answer = town.api().attach(writes("Fremd Max " + type.hashCode()), MayorFile.wish(type, 1));

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.problem()).isEqualTo("attachment-type");
    }

    @ParameterizedTest
    @Tag("full")
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"type\":\"image/jpeg\"}",
                "{\"type\":\"image/jpeg\",\"bytes\":0}",
                "{\"type\":\"image/jpeg\",\"bytes\":-1}",
                "{\"type\":\"image/jpeg\",\"bytes\":1.5}",
                "{\"type\":\"image/jpeg\",\"bytes\":\"1\"}",
                "{\"type\":1,\"bytes\":1}"
            })
    void aWishThatIsNoneIsABadRequest(String body) {
        assertThat(town.api()
                        .attach(writes("Fremd Nora " + body.hashCode()), body)
                        .problem())
                .isEqualTo("bad-request");
    }

    @ParameterizedTest
    @Tag("full")
    @ValueSource(
            strings = {
                "null",
                "{}",
                "{\"object\":\"../00112233445566778899aabbccddeeff\",\"key\":\"KEY\"}",
                "{\"object\":\"00112233445566778899aabbccddeeff/00112233445566778899aabbccddeeff\",\"key\":\"KEY\"}",
                "{\"object\":\"00112233445566778899AABBCCDDEEFF\",\"key\":\"KEY\"}",
                "{\"object\":\"00112233445566778899aabbccddeeff\",\"key\":\"\"}",
                "{\"object\":\"00112233445566778899aabbccddeeff\",\"key\":\"AAAA\"}",
                "{\"object\":\"00112233445566778899aabbccddeeff\"}"
            })
    void anAttachmentThatIsNoneIsABadRequest(String attachment) {
        String id = writes("Fremd Otto " + attachment.hashCode());
        String body = "{\"text\":\"x\",\"attachment\":" + attachment.replace("KEY", "A".repeat(43) + "=") + "}";

        assertThat(town.api().replyWith(id, Optional.of("key"), body).problem()).isEqualTo("bad-request");
        assertThat(town.api().messages(id)).hasSize(1);
    }

    @Test
    void anAttachmentThatNobodyAskedForIsGone() {
        String id = writes("Fremd Paula");
        var invented = new MayorFile(
                "0".repeat(32), "A".repeat(43) + "=", "", town.town().page());

        isNotSent(id, invented, "attachment-gone");
    }

    @Test
    void wordsWithAFileAreShorter() {
        String id = writes("Fremd Quirin");
        MayorFile file = MayorFile.upload(town, id, "image/jpeg", PHOTO);

        assertThat(reply(id, file.reply().put("text", "ü".repeat(1025))).problem())
                .isEqualTo("invalid-text");
        assertThat(reply(id, file.reply().put("text", "ü".repeat(1024))).status())
                .isEqualTo(201);
    }

    @Test
    void theBucketTakesNothingButWhatWasAnnounced() {
        String id = writes("Fremd Rita");
        MayorFile file = MayorFile.promise(town, id, "image/jpeg", PHOTO.length);
        byte[] sealed = file.sealed(PHOTO);

        assertThat(file.put(Arrays.copyOf(sealed, sealed.length + 1), "application/octet-stream"))
                .isEqualTo(403);
        assertThat(file.put(sealed, "text/html")).isEqualTo(403);
        assertThat(town.objectsOf(id)).isEmpty();
        assertThat(file.put(sealed, "application/octet-stream")).isEqualTo(200);
    }

    @Test
    void theBrowserMayUploadFromThePageAndFromNowhereElse() {
        String id = writes("Fremd Sven");
        MayorFile file = MayorFile.promise(town, id, "image/jpeg", 1);
        String page = "http://" + town.town().page().getRawAuthority();

        assertThat(preflight(file, page).headers().firstValue("access-control-allow-origin"))
                .contains(page);
        assertThat(preflight(file, page)
                        .headers()
                        .firstValue("access-control-allow-methods")
                        .orElse(""))
                .contains("PUT");
        assertThat(preflight(file, page)
                        .headers()
                        .firstValue("access-control-allow-headers")
                        .orElse(""))
                .containsIgnoringCase("content-type");
        assertThat(preflight(file, "https://example.org").headers().firstValue("access-control-allow-origin"))
                .isEmpty();
    }

    private static HttpResponse<byte[]> preflight(MayorFile file, String origin) {
        return ApiClient.send(HttpRequest.newBuilder(file.url())
                .header("origin", origin)
                .header("access-control-request-method", "PUT")
                .header("access-control-request-headers", "content-type")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"00112233445566778899aabbccddeeff", "x"})
    void anEnquiryThatIsNoneGetsNoAddress(String id) {
        assertThat(town.api().attach(id, MayorFile.wish("image/jpeg", 1)).status())
                .isEqualTo(404);
    }

    private void isNotSent(String id, MayorFile file, String problem) {
        long before = uploads();

        assertThat(reply(id, file.reply()).problem()).isEqualTo(problem);

        assertThat(uploads()).as("nothing went to WhatsApp").isEqualTo(before);
        assertThat(town.api().messages(id)).hasSize(1);
    }

    private long uploads() {
        return town.meta().calls().stream()
                .filter(call -> call.route().endsWith("/media") && call.method().equals("POST"))
                .count();
    }

    private String writes(String name) {
        Citizen citizen = town.meta().citizens().withPhone(name);
        town.meta().sendText(citizen, "Guten Tag");
        return await.enquiry(citizen);
    }

    private ApiClient.Answer reply(String id, ObjectNode body) {
        return town.api().replyWith(id, Optional.of("key"), body.toString());
    }
}
