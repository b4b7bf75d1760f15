package org.sprechstunde.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sprechstunde.emulator.chat.ChatMessage;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.chat.DeliveryTick;
import org.sprechstunde.emulator.phone.CitizenMessage;
import org.sprechstunde.emulator.web.JsonTrees;

class GraphApiTest {
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
    void aMessageToANumberIsAcceptedThenSentThenDelivered() throws InterruptedException {
        String phone = anna.phone().orElseThrow();

        HttpResponse<String> answer =
                town.send(town.text("Guten Tag").put("to", "+" + phone).put("biz_opaque_callback_data", "our-own-id"));

        JsonNode accepted = EmulatedTown.json(answer);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(accepted.at("/contacts/0/wa_id").asText()).isEqualTo(phone);
        for (String expected : List.of("sent", "delivered")) {
            WebhookReceiver.Received webhook = town.receiver.next();
            assertThat(webhook.status().path("status").asText()).isEqualTo(expected);
            assertThat(webhook.status().path("id").asText())
                    .isEqualTo(accepted.at("/messages/0/id").asText());
            assertThat(webhook.status().path("biz_opaque_callback_data").asText())
                    .isEqualTo("our-own-id");
            assertThat(webhook.status().path("recipient_id").asText()).isEqualTo(phone);
            assertThat(webhook.status().path("recipient_user_id").asText()).isEqualTo(anna.bsuid());
            assertThat(webhook.value().at("/contacts/0/user_id").asText()).isEqualTo(anna.bsuid());
        }
    }

    @Test
    void aMessageToAUserIdIsAnsweredWithoutANumber() {
        Citizen ben = town.meta.citizens().withoutPhone("Ben");

        JsonNode accepted = EmulatedTown.json(town.sendText(ben, "Hallo"));

        assertThat(accepted.at("/contacts/0/user_id").asText()).isEqualTo(ben.bsuid());
        assertThat(accepted.path("contacts").get(0).has("wa_id")).isFalse();
    }

    @Test
    void theNumberWinsOverTheUserId() {
        Citizen ben = town.meta.citizens().withoutPhone("Ben");

        town.send(town.text("Hallo").put("to", anna.phone().orElseThrow()).put("recipient", ben.bsuid()));

        assertThat(town.meta.conversation(anna)).hasSize(2);
        assertThat(town.meta.conversation(ben)).isEmpty();
    }

    @Test
    void readComesWhenTheCitizenLooks() throws InterruptedException {
        town.sendText(anna, "Guten Tag");
        town.receiver.next();
        town.receiver.next();

        town.meta.read(anna);

        assertThat(town.receiver.next().status().path("status").asText()).isEqualTo("read");
        assertThat(town.meta.conversation(anna).getLast().tick()).isEqualTo(DeliveryTick.READ);
    }

    @Test
    void aReadReceiptTurnsTheCitizensTicksBlue() {
        ChatMessage first = town.meta.conversation(anna).getFirst();
        ObjectNode receipt = JsonTrees.object()
                .put("messaging_product", "whatsapp")
                .put("status", "read")
                .put("message_id", first.id());
        receipt.putObject("typing_indicator").put("type", "text");

        HttpResponse<String> answer = town.send(receipt);

        assertThat(EmulatedTown.json(answer).path("success").asBoolean()).isTrue();
        assertThat(town.meta.conversation(anna).getFirst().tick()).isEqualTo(DeliveryTick.READ);
    }

    @Test
    void afterADayFreeWordsFailAndATemplateArrives() throws InterruptedException {
        Citizen ben = town.meta.citizens().withoutPhone("Ben");
        Instant yesterday = Instant.now().minus(Duration.ofHours(25));
        town.meta.send(ben, CitizenMessage.text("Hallo").at(yesterday));
        town.receiver.next();
        ObjectNode template = JsonTrees.object()
                .put("messaging_product", "whatsapp")
                .put("recipient", ben.bsuid())
                .put("type", "template");
        ObjectNode content = template.putObject("template").put("name", "rueckmeldung");
        content.putObject("language").put("code", "de");
        content.putArray("components")
                .addObject()
                .put("type", "body")
                .putArray("parameters")
                .addObject()
                .put("type", "text")
                .put("text", "Heringen");

        int accepted = town.sendText(ben, "Guten Tag").statusCode();
        JsonNode failed = town.receiver.next().status();
        town.send(template);
        JsonNode sent = town.receiver.next().status();

        assertThat(accepted).isEqualTo(200);
        assertThat(failed.path("status").asText()).isEqualTo("failed");
        assertThat(failed.at("/errors/0/code").asInt()).isEqualTo(131047);
        assertThat(sent.path("status").asText()).isEqualTo("sent");
    }

    @Test
    void aMessageToNobodyIsAcceptedAndThenFails() throws InterruptedException {
        HttpResponse<String> answer = town.send(town.text("Hallo").put("to", "4917139209999"));

        assertThat(answer.statusCode()).isEqualTo(200);
        WebhookReceiver.Received webhook = town.receiver.next();
        assertThat(webhook.status().at("/errors/0/code").asInt()).isEqualTo(131026);
        assertThat(webhook.value().has("contacts")).isFalse();
        assertThat(webhook.status().has("recipient_user_id")).isFalse();
    }

    @Test
    void aTextTooLongIsRefusedInMetasShape() {
        HttpResponse<String> answer = town.sendText(anna, "x".repeat(4097));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(EmulatedTown.json(answer).at("/error/code").asInt()).isEqualTo(100);
        assertThat(EmulatedTown.json(answer).at("/error/fbtrace_id").isTextual())
                .isTrue();
    }

    @Test
    void aWrongTokenIsRefusedWith190() {
        HttpResponse<String> answer = town.call(town.request("/v26.0/" + EmulatedTown.NUMBER + "/messages")
                .header("Authorization", "Bearer other")
                .POST(BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(EmulatedTown.json(answer).at("/error/code").asInt()).isEqualTo(190);
    }

    @Test
    void whoNamesNoUserAgentIsRefused() throws IOException {
        URI uri = town.meta.uri();
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            String request =
                    "GET /v26.0/1 HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer access\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));

            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 400").contains("User-Agent");
        }
    }

    @Test
    void theContactBookForgetsWhomItIsAskedToForget() {
        HttpResponse<String> answer = town.call(
                town.graph(EmulatedTown.NUMBER + "/contact_book?messaging_product=whatsapp&bsuid=" + anna.bsuid())
                        .DELETE());

        assertThat(EmulatedTown.json(answer).path("success").asBoolean()).isTrue();
        assertThat(EmulatedTown.json(answer).path("deleted").asBoolean()).isTrue();
    }

    @Test
    void everyCallIsOnRecordWithItsBody() {
        town.sendText(anna, "Guten Tag");

        assertThat(town.meta.calls()).last().satisfies(call -> {
            assertThat(call.route()).isEqualTo("/{version}/{number}/messages");
            assertThat(call.status()).isEqualTo(200);
            assertThat(call.body().at("/text/body").asText()).isEqualTo("Guten Tag");
        });
    }
}
