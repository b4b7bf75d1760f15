package org.sprechstunde.acceptance.town;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.faults.Fault;
import org.sprechstunde.emulator.faults.FaultKind;
import org.sprechstunde.emulator.faults.FaultPoint;
import org.sprechstunde.emulator.graph.RecordedCall;
import org.sprechstunde.emulator.phone.FileKind;
import org.sprechstunde.emulator.variants.Variant;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The receipt certifies what WhatsApp has confirmed and nothing else; what it has not confirmed is asked for again. */
@OwnTown
@InTown
final class CertifiedDeletionTest {
    private final TestTown town;
    private final Await await;

    CertifiedDeletionTest(TestTown town) {
        this.town = town;
        this.await = new Await(town);
    }

    @AfterEach
    void mend() {
        town.meta().variants().only();
        town.meta().faults().clear();
    }

    @ParameterizedTest
    @Tag("full")
    @EnumSource(names = {"DELETE_DENIED", "DELETE_LOST_IN_BETWEEN", "DELETE_PARAMETER_REFUSED"})
    void whatWhatsAppHasNotConfirmedIsNotCertifiedAndIsAskedForUntilItHas(Variant variant) {
        Citizen citizen = town.meta().citizens().withPhone("Beleg " + variant);
        town.meta().variants().only(variant);
        String id = withPhoto(citizen);

        JsonNode receipt = town.api().resolve(id).body();

        assertThat(receipt.path("state").asText()).isEqualTo("erased");
        assertThat(receipt.at("/whatsapp/contactBook").asText()).isEqualTo("failed");
        assertThat(receipt.at("/whatsapp/media").asText()).isEqualTo("failed");
        assertThat(forgetTask(id)).contains("counted");
        sweepAfter(Duration.ofMinutes(21));
        assertThat(town.itemsOf(id)).as("asked in vain").hasSize(1);
        assertThat(forgetTask(id)).as("how much there was").doesNotContain("counted");

        town.meta().variants().only();
        long before = deletions();
        sweepAfter(Duration.ofHours(2));

        assertThat(deletions() - before).as("file and entry").isEqualTo(2);
        assertThat(town.itemsOf(id)).isEmpty();
    }

    /** The mayor who asks for the receipt once more reads what has come of it meanwhile. */
    @Test
    void theReceiptFollowsWhatIsConfirmedLater() {
        Citizen citizen = town.meta().citizens().withPhone("Beleg Später");
        String id = withPhoto(citizen);
        town.meta().faults().add(Fault.once(FaultPoint.CONTACT_BOOK, FaultKind.DROP_AFTER_ACCEPT));
        assertThat(answers(id).path("contactBook").asText()).isEqualTo("unknown");
        town.meta().variants().only(Variant.DELETE_DENIED);
        sweepAfter(Duration.ofMinutes(21));
        assertThat(answers(id).path("contactBook").asText()).isEqualTo("failed");
        assertThat(answers(id).path("farewell").asText()).isEqualTo("done");
    }

    @Test
    void whatIsNotThereAnyMoreCountsAsDeleted() {
        Citizen citizen = town.meta().citizens().withPhone("Beleg Weg");
        town.meta().variants().only(Variant.DELETE_FINDS_NOTHING);
        String id = withPhoto(citizen);

        JsonNode answers = answers(id);

        assertThat(answers.path("contactBook").asText()).isEqualTo("done");
        assertThat(answers.path("media").asText()).as("WhatsApp said so before").isEqualTo("skipped");
    }

    @Test
    void afterAWeekNobodyAsksAnyMoreAndTheAdminIsTold() {
        Citizen citizen = town.meta().citizens().withPhone("Beleg Vergeblich");
        String id = withPhoto(citizen);
        town.meta().variants().only(Variant.DELETE_DENIED);
        town.api().resolve(id);
        sweepAfter(Duration.ofDays(6));
        assertThat(town.itemsOf(id)).hasSize(1);

        sweepAfter(Duration.ofDays(2));

        assertThat(town.itemsOf(id)).isEmpty();
        assertThat(town.town().log())
                .anyMatch(line ->
                        line.text().contains("COPIES_REMAIN") && line.text().contains(id));
    }

    /** What is still to be asked for needs ids of the citizen's: they stand there sealed, and only as long as needed. */
    @Test
    void whatIsAskedForAgainIsSealedAndGoesOnceItIsConfirmed() {
        Citizen citizen = town.meta().citizens().withPhone("Beleg Siegel");
        String confirmed = withPhoto(citizen);
        town.api().resolve(confirmed);
        assertThat(forgetTask(confirmed)).doesNotContain("copies").doesNotContain(citizen.bsuid());

        town.meta().variants().only(Variant.DELETE_DENIED);
        String refused = withPhoto(citizen);
        town.api().resolve(refused);

        assertThat(forgetTask(refused)).contains("copies").doesNotContain(citizen.bsuid());
    }

    private JsonNode answers(String enquiry) {
        return town.api().resolve(enquiry).body().path("whatsapp");
    }

    private String forgetTask(String enquiry) {
        return town.items().stream()
                .filter(item -> TestTown.text(item, "pk").equals("ENQUIRY#" + enquiry))
                .map(item -> item.keySet() + " "
                        + item.values().stream()
                                .map(CertifiedDeletionTest::readable)
                                .toList())
                .reduce("", String::concat);
    }

    private static String readable(AttributeValue value) {
        return value.b() == null ? value.toString() : value.b().asString(StandardCharsets.ISO_8859_1);
    }

    private void sweepAfter(Duration time) {
        town.town().advance(time);
        town.sweep();
    }

    private long deletions() {
        return town.meta().calls().stream()
                .filter(CertifiedDeletionTest::isGranted)
                .count();
    }

    private static boolean isGranted(RecordedCall call) {
        return call.method().equals("DELETE") && call.status() == 200;
    }

    private String withPhoto(Citizen citizen) {
        town.meta().send(citizen, TestTown.file(FileKind.IMAGE, "image/jpeg", new byte[5000]));
        String id = await.enquiry(citizen);
        await.media(id, "stored");
        await.delivered();
        await.chat(citizen, chat -> chat.stream().anyMatch(bubble -> !bubble.fromCitizen()));
        return id;
    }
}
