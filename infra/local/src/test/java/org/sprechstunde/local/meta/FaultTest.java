package org.sprechstunde.local.meta;

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
import org.sprechstunde.local.meta.chat.Attachment;
import org.sprechstunde.local.meta.chat.Citizen;
import org.sprechstunde.local.meta.faults.Fault;
import org.sprechstunde.local.meta.faults.What;
import org.sprechstunde.local.meta.faults.Where;
import org.sprechstunde.local.meta.phone.Draft;
import org.sprechstunde.local.meta.phone.FileKind;
import org.sprechstunde.local.meta.phone.Letter;
import org.sprechstunde.local.meta.web.Body;

class FaultTest {
    private static final Duration MOMENT = Duration.ofMillis(300);

    private final Body body = new Body("text/plain", "x".repeat(5000).getBytes(StandardCharsets.UTF_8));
    private Town town;
    private Citizen anna;

    @BeforeEach
    void start() throws Exception {
        town = new Town();
        anna = town.writer(town.meta.citizens().withPhone("Anna"));
    }

    @AfterEach
    void stop() {
        town.close();
    }

    @Test
    void aDuplicateComesTwice() throws InterruptedException {
        once(Where.WEBHOOK, What.DUPLICATE);

        String id = town.meta.sendText(anna, "eins");

        assertThat(nextId()).isEqualTo(id);
        assertThat(nextId()).isEqualTo(id);
    }

    @Test
    void aReorderedDeliveryIsOvertaken() throws InterruptedException {
        once(Where.WEBHOOK, What.REORDER);

        String first = town.meta.sendText(anna, "eins");
        String second = town.meta.sendText(anna, "zwei");

        assertThat(nextId()).isEqualTo(second);
        assertThat(nextId()).isEqualTo(first);
    }

    @Test
    void aDelayedDeliveryComesLater() throws InterruptedException {
        once(Where.WEBHOOK, What.DELAY);

        town.meta.sendText(anna, "eins");

        assertThat(town.receiver.nextWithin(MOMENT.dividedBy(2))).isEmpty();
        assertThat(town.receiver.nextWithin(MOMENT.multipliedBy(5))).isPresent();
    }

    @Test
    void anAnswerThatMetaDoesNotHearBringsTheDeliveryBack() throws InterruptedException {
        once(Where.WEBHOOK, What.DROP_AFTER_ACCEPT);

        String id = town.meta.sendText(anna, "eins");

        assertThat(nextId()).isEqualTo(id);
        assertThat(nextId()).isEqualTo(id);
    }

    @Test
    void aBadSignatureIsNotTheRightOne() throws InterruptedException {
        once(Where.WEBHOOK, What.BAD_SIGNATURE);
        town.receiver.answerNext(401);

        town.meta.sendText(anna, "eins");

        Receiver.Received bad = town.receiver.next();
        Receiver.Received good = town.receiver.next();
        assertThat(bad.raw()).isEqualTo(good.raw());
        assertThat(bad.signature()).isNotEqualTo(good.signature());
    }

    @Test
    void aWebhookCanNameTheWrongHash() throws InterruptedException {
        once(Where.WEBHOOK, What.WRONG_HASH);

        JsonNode document = sendDocument();

        assertThat(document.path("sha256").asText())
                .isNotEqualTo(Base64.getEncoder().encodeToString(body.sha256()));
    }

    @Test
    void refusalsCarryMetasCodesAndNothingHappens() {
        assertThat(code(What.STATUS_5XX)).isEqualTo(131000);
        assertThat(code(What.TOKEN_EXPIRED)).isEqualTo(190);
        assertThat(code(What.RATE_LIMIT)).isEqualTo(130429);
        assertThat(code(What.PAIR_LIMIT)).isEqualTo(131056);

        assertThat(town.meta.conversation(anna)).hasSize(1);
        assertThat(town.meta.faults().all()).isEmpty();
    }

    @Test
    void aClosedWindowAndAnyFailureComeAfterwards() throws InterruptedException {
        once(Where.MESSAGES, What.WINDOW_CLOSED);
        int accepted = town.sendText(anna, "eins").statusCode();
        JsonNode closed = town.receiver.next().status();
        town.meta.faults().add(Fault.once(Where.MESSAGES, What.FAILED).withCode(131042));
        town.sendText(anna, "zwei");

        assertThat(accepted).isEqualTo(200);
        assertThat(closed.at("/errors/0/code").asInt()).isEqualTo(131047);
        assertThat(town.receiver.next().status().at("/errors/0/code").asInt()).isEqualTo(131042);
    }

    @Test
    void aDroppedConnectionLeavesAMessageThatWasSent() throws InterruptedException {
        once(Where.MESSAGES, What.DROP_AFTER_ACCEPT);

        assertThatThrownBy(() -> town.sendText(anna, "eins")).isInstanceOf(UncheckedIOException.class);

        assertThat(town.receiver.next().status().path("status").asText()).isEqualTo("sent");
        assertThat(town.meta.conversation(anna)).hasSize(2);
    }

    @Test
    void aSlowAnswerIsSlow() {
        once(Where.MESSAGES, What.SLOW);

        assertThat(millis(() -> town.sendText(anna, "eins"))).isGreaterThanOrEqualTo(MOMENT.toMillis());
    }

    @Test
    void aLookUpCanFailAndCanNameTheWrongHashOrSize() throws InterruptedException {
        String id = sendDocument().path("id").asText();
        once(Where.MEDIA_LOOKUP, What.NOT_FOUND);
        int missing = town.call(town.graph(id)).statusCode();
        once(Where.MEDIA_LOOKUP, What.WRONG_HASH);
        String hash = Town.json(town.call(town.graph(id))).path("sha256").asText();

        once(Where.MEDIA_LOOKUP, What.TOO_LARGE);
        long large = Town.json(town.call(town.graph(id))).path("file_size").asLong();
        once(Where.MEDIA_LOOKUP, What.TOO_LONG);
        long less = Town.json(town.call(town.graph(id))).path("file_size").asLong();

        assertThat(large).isEqualTo(100 * 1024 * 1024 + 1);
        assertThat(less).isEqualTo(body.length() - 1);
        assertThat(missing).isEqualTo(404);
        assertThat(hash).hasSize(64).isNotEqualTo(HexFormat.of().formatHex(body.sha256()));
    }

    @Test
    void aDownloadCanBreakOffBeCorruptOrTakeItsTime() throws InterruptedException {
        String id = sendDocument().path("id").asText();
        once(Where.MEDIA_DOWNLOAD, What.TRUNCATE);
        assertThatThrownBy(() -> download(id)).hasRootCauseInstanceOf(IOException.class);

        once(Where.MEDIA_DOWNLOAD, What.WRONG_HASH);
        assertThat(download(id).body()).hasSize(5000).isNotEqualTo(body.text());

        once(Where.MEDIA_DOWNLOAD, What.SLOW);
        assertThat(millis(() -> assertThat(download(id).body()).isEqualTo(body.text())))
                .isGreaterThanOrEqualTo(MOMENT.toMillis() * 9 / 10);

        once(Where.MEDIA_DOWNLOAD, What.NOT_FOUND);
        assertThat(download(id).statusCode()).isEqualTo(404);
    }

    @Test
    void deletingAndForgettingCanFail() throws InterruptedException {
        String id = sendDocument().path("id").asText();
        once(Where.MEDIA_DELETE, What.STATUS_5XX);
        once(Where.CONTACT_BOOK, What.STATUS_5XX);
        String book = Town.NUMBER + "/contact_book?messaging_product=whatsapp&bsuid=" + anna.bsuid();

        assertThat(town.call(town.graph(id).DELETE()).statusCode()).isEqualTo(500);
        assertThat(town.call(town.graph(book).DELETE()).statusCode()).isEqualTo(500);
        assertThat(town.call(town.graph(id).DELETE()).statusCode()).isEqualTo(200);
    }

    @Test
    void aRuleThatMakesNoSenseIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fault.once(Where.CONTACT_BOOK, What.TRUNCATE))
                .withMessage("truncate makes no sense at contact-book");
    }

    private void once(Where where, What what) {
        town.meta.faults().add(Fault.once(where, what).lasting(MOMENT));
    }

    private String nextId() throws InterruptedException {
        return town.receiver.next().message().path("id").asText();
    }

    private int code(What what) {
        once(Where.MESSAGES, what);
        return Town.json(town.sendText(anna, "eins")).at("/error/code").asInt();
    }

    private JsonNode sendDocument() throws InterruptedException {
        Attachment attachment = new Attachment(body, Optional.empty());
        town.meta.send(anna, Letter.of(Draft.File.of(FileKind.DOCUMENT, attachment)));
        return town.receiver.next().message().path("document");
    }

    private HttpResponse<String> download(String id) {
        String url = Town.json(town.call(town.graph(id))).path("url").asText();
        return town.call(town.request(url).header("Authorization", "Bearer access"));
    }

    private static long millis(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }
}
