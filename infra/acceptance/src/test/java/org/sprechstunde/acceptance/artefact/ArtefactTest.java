package org.sprechstunde.acceptance.artefact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.sprechstunde.emulator.chat.Attachment;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.phone.CitizenMessage;
import org.sprechstunde.emulator.phone.FileKind;
import org.sprechstunde.emulator.phone.MessageDraft;
import org.sprechstunde.emulator.web.Body;
import org.sprechstunde.local.LocalTown;
import org.sprechstunde.local.Options;
import org.sprechstunde.local.Options.EngineKind;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The packaged jar does the main job, started by AWS's own runtime client in a JVM per function. */
@Order(9)
@DisabledIf(value = "isNoLinux", disabledReason = "AWS's runtime client is made for Linux")
final class ArtefactTest {
    private static final String QUESTION = "Vor der Schule ist ein Schlagloch.";
    private static final String ANSWER = "Danke, der Bauhof kommt morgen.";
    private static final int PHOTO_BYTES = 40_000;
    private static final int LARGEST = 100 << 20;

    private static LocalTown town;
    private static MayorHttpClient mayorHttpClient;

    static boolean isNoLinux() {
        boolean other = !System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("linux");
        if (other) {
            System.err.printf("%n*** This is not Linux: the test of the packaged jar is SKIPPED. ***%n%n");
        }
        return other;
    }

    @BeforeAll
    static void start() {
        town = LocalTown.start(Options.forTest().withEngine(EngineKind.CHILD_JVM));
        mayorHttpClient = new MayorHttpClient(town);
    }

    @AfterAll
    static void stop() {
        town.close();
    }

    @Test
    void theMainJobRunsFromTheFirstMessageUntilNothingIsLeft() {
        Citizen citizen = town.meta().citizens().withPhone("Petra Paket");

        town.meta().send(citizen, CitizenMessage.text(QUESTION), photo());
        String id = enquiryWithPhoto();
        assertThat(mayorHttpClient.reply(id, ANSWER).statusCode()).isEqualTo(201);
        await().until(() -> hasReceived(citizen, ANSWER));
        await().until(() -> mayorHttpClient.open(id).toString().contains("\"delivered\""));
        JsonNode receipt = mayorHttpClient.resolve(id);
        town.invoke("SweepFunction", "{\"detail-type\":\"Leftovers\"}");

        assertThat(receipt.path("state").asText()).isEqualTo("erased");
        assertThat(receipt.path("media").asInt()).isEqualTo(1);
        assertThat(receipt.path("bytes").asInt()).isEqualTo(PHOTO_BYTES);
        assertThat(mayorHttpClient.list()).isEmpty();
        assertThat(sortKeys()).allMatch(key -> key.startsWith("TASK#forget#") || key.equals("SEEN"));
        assertThat(objects()).isZero();
        assertThat(mayorHttpClient.page().statusCode()).isEqualTo(200);
        assertThat(town.log())
                .isNotEmpty()
                .noneMatch(line -> line.text().contains(QUESTION) || line.text().contains(citizen.name()));
    }

    /** All that a JVM may take is its function's memory: 512 MB for the one that fetches. */
    @Test
    @Tag("full")
    void theLargestFileFitsThroughTheSmallestFunction() {
        Citizen citizen = town.meta().citizens().withPhone("Gregor Groß");

        town.meta()
                .send(
                        citizen,
                        CitizenMessage.of(file(FileKind.DOCUMENT, new Body("application/pdf", new byte[LARGEST]))));
        await().until(() -> mayorHttpClient.list().size() == 1);
        String id = mayorHttpClient.list().path(0).path("id").asText();
        await().until(() -> mayorHttpClient.open(id).toString().contains("\"stored\""));

        assertThat(mayorHttpClient.resolve(id).path("bytes").asInt()).isEqualTo(LARGEST);
    }

    private static CitizenMessage photo() {
        return CitizenMessage.of(file(FileKind.IMAGE, new Body("image/jpeg", new byte[PHOTO_BYTES])));
    }

    private static MessageDraft file(FileKind kind, Body body) {
        return MessageDraft.File.of(kind, new Attachment(body, Optional.empty()));
    }

    private static String enquiryWithPhoto() {
        await().until(() -> mayorHttpClient.list().path(0).path("inbound").asInt() == 2);
        String id = mayorHttpClient.list().path(0).path("id").asText();
        await().until(() -> mayorHttpClient.open(id).toString().contains("\"stored\""));
        assertThat(objects()).isEqualTo(1);
        return id;
    }

    private static boolean hasReceived(Citizen citizen, String text) {
        return town.meta().conversation(citizen).stream()
                .anyMatch(bubble -> bubble.content().path("body").asText().equals(text));
    }

    private static List<String> sortKeys() {
        return town.stores().table().scan(scan -> scan.tableName(town.table())).items().stream()
                .map(item -> Optional.ofNullable(item.get("sk"))
                        .map(AttributeValue::s)
                        .orElse(""))
                .toList();
    }

    private static int objects() {
        return town.stores()
                .bucket()
                .listObjectsV2(list -> list.bucket(town.bucket()))
                .contents()
                .size();
    }
}
