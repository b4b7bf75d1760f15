package org.sprechstunde.acceptance.town;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.faults.Fault;
import org.sprechstunde.emulator.faults.FaultKind;
import org.sprechstunde.emulator.faults.FaultPoint;
import org.sprechstunde.emulator.phone.FileKind;

/** What alarms are made of: said when the admin must act, and not said otherwise. */
@OwnTown
@InTown
final class AlarmingTest {
    private final TestTown town;

    AlarmingTest(TestTown town) {
        this.town = town;
    }

    @AfterEach
    void mend() {
        town.meta().faults().clear();
    }

    @Test
    void workIsOverdueOnceTheSweepHasMissedItThreeTimes() {
        long before = said("TaskOverdue");
        Citizen citizen = town.meta().citizens().withPhone("Über Fällig");
        sendPhotoThatWaits(citizen);
        sweepAfter(Duration.ofMinutes(5));
        assertThat(said("TaskOverdue")).isEqualTo(before);

        sweepAfter(Duration.ofMinutes(30));

        assertThat(said("TaskOverdue")).isGreaterThan(before);
    }

    @Test
    @Tag("full")
    void workThatFailsForAnHourIsOverdueThoughItIsTriedOnTime() {
        long before = said("TaskOverdue");
        Citizen citizen = town.meta().citizens().withPhone("Immer Wieder");
        sendPhotoThatWaits(citizen);

        for (int minutes = 0; minutes < 100 && said("TaskOverdue") == before; minutes += 5) {
            sweepAfter(Duration.ofMinutes(5));
        }

        assertThat(said("TaskOverdue")).isGreaterThan(before);
    }

    @Test
    void aSignatureByAnotherSecretIsToldButNotOneThatIsNone() {
        long before = said("SignatureWrong");

        post("sha256=" + "0".repeat(64));
        post("sha256=guess");

        assertThat(said("SignatureWrong") - before).isEqualTo(1);
    }

    @Test
    void noStrangerRingsTheAlarmWhateverTheirSignatureLooksLike() {
        long before = said("SignatureWrong");
        long refused = said("WebhookRefused");

        post(town.town().guessableWebhook(), "sha256=" + "0".repeat(64));

        assertThat(said("SignatureWrong")).isEqualTo(before);
        assertThat(said("WebhookRefused")).isEqualTo(refused + 1);
    }

    @Test
    void onlyAStoppedTemplateIsToldToTheAdminNotAnApprovedOne() {
        town.meta().deliver(template("APPROVED"));
        Awaitility.await()
                .until(() ->
                        town.town().log().stream().anyMatch(line -> line.text().contains("WHATSAPP_NEWS")));
        assertThat(said("TemplateStopped") + said("WhatsappNotice")).isZero();

        town.meta().deliver(template("PAUSED"));

        Awaitility.await().until(() -> said("TemplateStopped") == 1);
    }

    private void sendPhotoThatWaits(Citizen citizen) {
        town.meta().faults().add(Fault.forever(FaultPoint.MEDIA_LOOKUP, FaultKind.STATUS_5XX));
        long before = said("TaskPostponed");
        town.meta().send(citizen, TestTown.file(FileKind.IMAGE, "image/jpeg", new byte[1000]));
        Awaitility.await().until(() -> said("TaskPostponed") > before);
    }

    private static ObjectNode template(String event) {
        ObjectNode body = Webhooks.object().put("object", "whatsapp_business_account");
        ObjectNode change =
                body.putArray("entry").addObject().putArray("changes").addObject();
        change.put("field", "message_template_status_update")
                .putObject("value")
                .put("event", event)
                .put("message_template_name", "rueckmeldung");
        return body;
    }

    private void post(String signature) {
        post(town.town().webhook(), signature);
    }

    private static void post(URI webhook, String signature) {
        ApiClient.send(HttpRequest.newBuilder(webhook)
                .header("content-type", "application/json")
                .header("X-Hub-Signature-256", signature)
                .POST(BodyPublishers.ofString("{}"))
                .build());
    }

    private void sweepAfter(Duration time) {
        town.town().advance(time);
        town.sweep();
    }

    /** How often this metric was counted. */
    private long said(String metric) {
        return town.town().log().stream()
                .filter(line -> line.text().contains("\"" + metric + "\":1"))
                .count();
    }
}
