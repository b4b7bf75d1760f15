package org.sprechstunde.acceptance.town;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.faults.Fault;
import org.sprechstunde.emulator.faults.FaultKind;
import org.sprechstunde.emulator.faults.FaultPoint;
import org.sprechstunde.emulator.phone.FileKind;

/** Who comes back when the time is over, but before the sweep has come, finds that all has gone, at WhatsApp too. */
@OwnTown
@InTown
final class OverdueTest {
    private final TestTown town;
    private final Await await;

    OverdueTest(TestTown town) {
        this.town = town;
        this.await = new Await(town);
    }

    @AfterEach
    void mend() {
        town.meta().faults().clear();
    }

    @Test
    void aNewMessageSaysGoodbyeToWhatsAppForTheOldOnes() {
        Citizen citizen = town.meta().citizens().withPhone("Wieder Anna");
        String old = expiredWithAFileThatWhatsAppStillHas(citizen);
        long before = fileDeletions();

        town.meta().sendText(citizen, "Da bin ich wieder");

        await.delivered();
        assertThat(fileDeletions()).isEqualTo(before + 1);
        assertAllIsForgotten(old);
        String id = await.enquiry(citizen);
        assertThat(id).isNotEqualTo(old);
        assertThat(town.api().messages(id)).hasSize(1);
    }

    @Test
    void aWordSaysGoodbyeToWhatsAppForTheOldMessages() {
        Citizen citizen = town.meta().citizens().withPhone("Wieder Bernd");
        String old = expiredWithAFileThatWhatsAppStillHas(citizen);
        long before = fileDeletions();

        assertThat(new Chat(town, citizen).write("AUSKUNFT"))
                .singleElement()
                .asString()
                .contains("nichts gespeichert");

        assertThat(fileDeletions()).isEqualTo(before + 1);
        assertAllIsForgotten(old);
    }

    @Test
    void anEnquiryMovesToWhereAnotherHasExpired() {
        Citizen now = town.meta().citizens().withPhone("Wieder Clara");
        String old = expiredWithAFileThatWhatsAppStillHas(now);
        Citizen former = town.meta().citizens().withPhone("Umzug Clara");
        town.meta().sendText(former, "Bald habe ich eine andere Nummer");
        String id = await.enquiry(former);

        new SignedPost(town)
                .deliver(Webhooks.system(Webhooks.object()
                                .put("type", "user_changed_number")
                                .put("wa_id", now.phone().orElseThrow())
                                .put("user_id", now.bsuid())
                                .put("previous_user_id", former.bsuid()))
                        .toString()
                        .getBytes(UTF_8));

        assertThat(town.api().open(id).body().at("/citizen/phone").asText())
                .isEqualTo("+" + now.phone().orElseThrow());
        assertAllIsForgotten(old);
    }

    /** The receipt that a mayor gets who still has it open. */
    private void assertAllIsForgotten(String enquiry) {
        JsonNode receipt = town.api().resolve(enquiry).body();
        assertThat(receipt.path("state").asText()).isEqualTo("erased");
        assertThat(receipt.path("messages").asInt()).isEqualTo(1);
        assertThat(receipt.at("/whatsapp/media").asText()).isEqualTo("done");
        assertThat(receipt.at("/whatsapp/contactBook").asText()).isEqualTo("done");
        assertThat(receipt.at("/whatsapp/farewell").asText()).isEqualTo("skipped");
    }

    private String expiredWithAFileThatWhatsAppStillHas(Citizen citizen) {
        town.meta().faults().add(Fault.forever(FaultPoint.MEDIA_DELETE, FaultKind.STATUS_5XX));
        town.meta().send(citizen, TestTown.file(FileKind.IMAGE, "image/jpeg", new byte[1000]));
        String id = await.enquiry(citizen);
        await.media(id, "stored");
        await.delivered();
        town.meta().faults().clear();
        town.town().advance(Duration.ofDays(31));
        return id;
    }

    private long fileDeletions() {
        return town.meta().calls().stream()
                .filter(call -> call.method().equals("DELETE")
                        && call.route().equals("/{version}/{id}")
                        && call.status() == 200)
                .count();
    }
}
