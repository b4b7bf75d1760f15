package org.sprechstunde.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sprechstunde.emulator.chat.Attachment;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.faults.Fault;
import org.sprechstunde.emulator.faults.FaultKind;
import org.sprechstunde.emulator.faults.FaultPoint;
import org.sprechstunde.emulator.phone.CitizenMessage;
import org.sprechstunde.emulator.phone.FileKind;
import org.sprechstunde.emulator.phone.MessageDraft;
import org.sprechstunde.emulator.web.Body;

class FaultTest {
    private static final Duration MOMENT = Duration.ofMillis(300);

    private final Body body = new Body("text/plain", "x".repeat(5000).getBytes(StandardCharsets.UTF_8));
    private EmulatedTown town;
    private Citizen anna;

    @BeforeEach
    void start() throws Exception {
        town = new EmulatedTown();
        anna = town.writer(town.meta.citizens().withPhone("Anna"));
    }

    @AfterEach
    void stop() {
        town.close();
    }

    @Test
    void aDuplicateComesTwice() throws InterruptedException {
        once(FaultPoint.WEBHOOK, FaultKind.DUPLICATE);

        String id = town.meta.sendText(anna, "eins");

        assertThat(nextId()).isEqualTo(id);
        assertThat(nextId()).isEqualTo(id);
    }

    @Test
    void aReorderedDeliveryIsOvertaken() throws InterruptedException {
        once(FaultPoint.WEBHOOK, FaultKind.REORDER);

        String first = town.meta.sendText(anna, "eins");
        String second = town.meta.sendText(anna, "zwei");

        assertThat(nextId()).isEqualTo(second);
        assertThat(nextId()).isEqualTo(first);
    }

    @Test
    void aDelayedDeliveryComesLater() throws InterruptedException {
        once(FaultPoint.WEBHOOK, FaultKind.DELAY);

        town.meta.sendText(anna, "eins");

        assertThat(town.receiver.nextWithin(MOMENT.dividedBy(2))).isEmpty();
        assertThat(town.receiver.nextWithin(MOMENT.multipliedBy(5))).isPresent();
    }

    @Test
    void anAnswerThatMetaDoesNotHearBringsTheDeliveryBack() throws InterruptedException {
        once(FaultPoint.WEBHOOK, FaultKind.DROP_AFTER_ACCEPT);

        String id = town.meta.sendText(anna, "eins");

        assertThat(nextId()).isEqualTo(id);
        assertThat(nextId()).isEqualTo(id);
    }

    @Test
    void aBadSignatureIsNotTheRightOne() throws InterruptedException {
        once(FaultPoint.WEBHOOK, FaultKind.BAD_SIGNATURE);
        town.receiver.answerNext(401);

        town.meta.sendText(anna, "eins");

        WebhookReceiver.Received bad = town.receiver.next();
        WebhookReceiver.Received good = town.receiver.next();
        assertThat(bad.raw()).isEqualTo(good.raw());
        assertThat(bad.signature()).isNotEqualTo(good.signature());
    }

    @Test
    void aWebhookCanNameTheWrongHash() throws InterruptedException {
        once(FaultPoint.WEBHOOK, FaultKind.WRONG_HASH);

        JsonNode document = sendDocument();

        assertThat(document.path("sha256").asText())
                .isNotEqualTo(Base64.getEncoder().encodeToString(body.sha256()));
    }

    @Test
    void refusalsCarryMetasCodesAndNothingHappens() {
        assertThat(code(FaultKind.STATUS_5XX)).isEqualTo(131000);
        assertThat(code(FaultKind.TOKEN_EXPIRED)).isEqualTo(190);
        assertThat(code(FaultKind.RATE_LIMIT)).isEqualTo(130429);
        assertThat(code(FaultKind.PAIR_LIMIT)).isEqualTo(131056);

        assertThat(town.meta.conversation(anna)).hasSize(1);
        assertThat(town.meta.faults().all()).isEmpty();
    }

    @Test
    void aClosedWindowAndAnyFailureComeAfterwards() throws InterruptedException {
        once(FaultPoint.MESSAGES, FaultKind.WINDOW_CLOSED);
        int accepted = town.sendText(anna, "eins").statusCode();
        JsonNode closed = town.receiver.next().status();
        town.meta.faults().add(Fault.once(FaultPoint.MESSAGES, FaultKind.FAILED).withCode(131042));
        town.sendText(anna, "zwei");

        assertThat(accepted).isEqualTo(200);
        assertThat(closed.at("/errors/0/code").asInt()).isEqualTo(131047);
        assertThat(town.receiver.next().status().at("/errors/0/code").asInt()).isEqualTo(131042);
    }

    @Test
    void aDroppedConnectionLeavesAMessageThatWasSent() throws InterruptedException {
        once(FaultPoint.MESSAGES, FaultKind.DROP_AFTER_ACCEPT);

        assertThatThrownBy(() -> town.sendText(anna, "eins")).isInstanceOf(UncheckedIOException.class);

        assertThat(town.receiver.next().status().path("status").asText()).isEqualTo("sent");
        assertThat(town.meta.conversation(anna)).hasSize(2);
    }

    @Test
    void aSlowAnswerIsSlow() {
        once(FaultPoint.MESSAGES, FaultKind.SLOW);

        assertThat(millis(() -> town.sendText(anna, "eins"))).isGreaterThanOrEqualTo(MOMENT.toMillis());
    }

    @Test
    void aLookUpCanFailAndCanNameTheWrongHashOrSize() throws InterruptedException {
        String id = sendDocument().path("id").asText();
        once(FaultPoint.MEDIA_LOOKUP, FaultKind.NOT_FOUND);
        int missing = town.call(town.graph(id)).statusCode();
        once(FaultPoint.MEDIA_LOOKUP, FaultKind.WRONG_HASH);
        String hash =
                EmulatedTown.json(town.call(town.graph(id))).path("sha256").asText();

        once(FaultPoint.MEDIA_LOOKUP, FaultKind.TOO_LARGE);
        long large =
                EmulatedTown.json(town.call(town.graph(id))).path("file_size").asLong();
        once(FaultPoint.MEDIA_LOOKUP, FaultKind.TOO_LONG);
        long less =
                EmulatedTown.json(town.call(town.graph(id))).path("file_size").asLong();

        assertThat(large).isEqualTo(100 * 1024 * 1024 + 1);
        assertThat(less).isEqualTo(body.length() - 1);
        assertThat(missing).isEqualTo(404);
        assertThat(hash).hasSize(64).isNotEqualTo(HexFormat.of().formatHex(body.sha256()));
    }

    @Test
    void aDownloadCanBreakOffBeCorruptOrTakeItsTime() throws InterruptedException {
        String id = sendDocument().path("id").asText();
        once(FaultPoint.MEDIA_DOWNLOAD, FaultKind.TRUNCATE);
        assertThatThrownBy(() -> download(id)).hasRootCauseInstanceOf(IOException.class);

        once(FaultPoint.MEDIA_DOWNLOAD, FaultKind.WRONG_HASH);
        assertThat(download(id).body()).hasSize(5000).isNotEqualTo(body.text());

        once(FaultPoint.MEDIA_DOWNLOAD, FaultKind.SLOW);
        assertThat(millis(() -> assertThat(download(id).body()).isEqualTo(body.text())))
                .isGreaterThanOrEqualTo(MOMENT.toMillis() * 9 / 10);

        once(FaultPoint.MEDIA_DOWNLOAD, FaultKind.NOT_FOUND);
        assertThat(download(id).statusCode()).isEqualTo(404);
    }

    @Test
    void deletingAndForgettingCanFail() throws InterruptedException {
        String id = sendDocument().path("id").asText();
        once(FaultPoint.MEDIA_DELETE, FaultKind.STATUS_5XX);
        once(FaultPoint.CONTACT_BOOK, FaultKind.STATUS_5XX);
        String book = EmulatedTown.NUMBER + "/contact_book?messaging_product=whatsapp&bsuid=" + anna.bsuid();

        assertThat(town.call(town.graph(id).DELETE()).statusCode()).isEqualTo(500);
        assertThat(town.call(town.graph(book).DELETE()).statusCode()).isEqualTo(500);
        assertThat(town.call(town.graph(id).DELETE()).statusCode()).isEqualTo(200);
    }

    @Test
    void aRuleThatMakesNoSenseIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fault.once(FaultPoint.CONTACT_BOOK, FaultKind.TRUNCATE))
                .withMessage("truncate makes no sense at contact-book");
    }

    private void once(FaultPoint faultPoint, FaultKind faultKind) {
        town.meta.faults().add(Fault.once(faultPoint, faultKind).lasting(MOMENT));
    }

    private String nextId() throws InterruptedException {
        return town.receiver.next().message().path("id").asText();
    }

    private int code(FaultKind faultKind) {
        once(FaultPoint.MESSAGES, faultKind);
        return EmulatedTown.json(town.sendText(anna, "eins")).at("/error/code").asInt();
    }

    private JsonNode sendDocument() throws InterruptedException {
        Attachment attachment = new Attachment(body, Optional.empty());
        town.meta.send(anna, CitizenMessage.of(MessageDraft.File.of(FileKind.DOCUMENT, attachment)));
        return town.receiver.next().message().path("document");
    }

    private HttpResponse<String> download(String id) {
        String url = EmulatedTown.json(town.call(town.graph(id))).path("url").asText();
        return town.call(town.request(url).header("Authorization", "Bearer access"));
    }

    private static long millis(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }
}
