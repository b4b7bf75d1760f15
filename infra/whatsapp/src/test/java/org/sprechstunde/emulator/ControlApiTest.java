package org.sprechstunde.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sprechstunde.emulator.web.JsonTrees;

class ControlApiTest {
    private EmulatedTown town;

    @BeforeEach
    void start() throws IOException {
        town = new EmulatedTown();
    }

    @AfterEach
    void stop() {
        town.close();
    }

    @Test
    void aScriptCreatesACitizenWritesAndReadsTheChat() throws InterruptedException {
        String id = create(true);

        HttpResponse<String> sent = post(
                "/phone/api/citizens/" + id + "/messages",
                "{\"kind\":\"text\",\"text\":\"Guten Tag\",\"timestamp\":\"2026-11-20T08:00:00Z\"}");

        assertThat(sent.statusCode()).isEqualTo(202);
        assertThat(town.receiver.next().message().path("timestamp").asText()).isEqualTo("1795161600");
        town.meta.awaitDelivered(Duration.ofSeconds(5));
        JsonNode chat = get("/phone/api/citizens/" + id + "/messages").at("/messages/0");
        assertThat(chat.path("from").asText()).isEqualTo("citizen");
        assertThat(chat.path("tick").asText()).isEqualTo("delivered");
        assertThat(chat.at("/content/body").asText()).isEqualTo("Guten Tag");
    }

    @Test
    void severalMessagesInOneRequestAreOneWebhook() throws InterruptedException {
        String path = "/phone/api/citizens/" + create(false) + "/messages";

        post(path, """
            {"messages": [
              {"kind": "text", "text": "eins"},
              {"kind": "image", "base64": "/9j/", "mimeType": "image/jpeg"},
              {"kind": "raw", "message": {"type": "order", "order": {"catalog_id": "1"}}}
            ]}\
            """);

        assertThat(town.receiver.next().value().path("messages"))
                .extracting(message -> message.path("type").asText())
                .containsExactly("text", "image", "order");
    }

    @Test
    void aFormWithFilesBecomesMessagesOfTheirKinds() throws InterruptedException {
        String form = """
            --B
            Content-Disposition: form-data; name="caption"

            Zwei Dateien
            --B
            Content-Disposition: form-data; name="file"; filename="a.jpg"
            Content-Type: image/jpeg

            JPEG
            --B
            Content-Disposition: form-data; name="file"; filename="b.txt"
            Content-Type: text/plain

            Text
            --B--
            """.replace("\n", "\r\n");

        town.call(town.request("/phone/api/citizens/" + create(true) + "/messages")
                .header("Content-Type", "multipart/form-data; boundary=B")
                .POST(BodyPublishers.ofString(form)));

        JsonNode messages = town.receiver.next().value().path("messages");
        assertThat(messages.at("/0/image/caption").asText()).isEqualTo("Zwei Dateien");
        assertThat(messages.at("/1/document/filename").asText()).isEqualTo("b.txt");
        assertThat(messages.at("/1/document").has("caption")).isFalse();
    }

    @Test
    void eventsWaitForNews() throws InterruptedException {
        String id = create(true);
        long revision =
                get("/phone/api/citizens/" + id + "/messages").path("revision").asLong();
        Thread writer = Thread.startVirtualThread(() -> {
            pause();
            post("/phone/api/citizens/" + id + "/messages", "{\"kind\":\"text\",\"text\":\"neu\"}");
        });

        JsonNode events = get("/phone/api/events?after=" + revision);

        writer.join();
        assertThat(events.at("/changes/0/citizen").asText()).isEqualTo(id);
        assertThat(events.at("/changes/0/message/content/body").asText()).isEqualTo("neu");
    }

    @Test
    void faultsAreSetReadAndCleared() {
        HttpResponse<String> set = town.call(
                town.request("/phone/api/faults")
                        .PUT(
                                BodyPublishers.ofString(
                                        "{\"faults\":[{\"where\":\"media-lookup\",\"what\":\"slow\",\"times\":\"forever\",\"millis\":5}]}")));

        assertThat(EmulatedTown.json(set).at("/faults/0/times").asText()).isEqualTo("forever");
        assertThat(get("/phone/api/faults").at("/faults/0/what").asText()).isEqualTo("slow");
        assertThat(EmulatedTown.json(town.call(town.request("/phone/api/faults").DELETE()))
                        .path("faults"))
                .isEmpty();
    }

    @Test
    void aWrongWordIsRefusedWithASentence() {
        HttpResponse<String> answer = post("/phone/api/faults", "{\"where\":\"moon\",\"what\":\"slow\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(EmulatedTown.json(answer).path("error").asText()).isEqualTo("no place to misbehave is called moon");
    }

    @Test
    void theDeliveryLogAndTheCallsSayNothingPersonal() throws InterruptedException {
        String id = create(true);
        post("/phone/api/citizens/" + id + "/messages", "{\"kind\":\"text\",\"text\":\"geheim\"}");
        town.receiver.next();
        ObjectNode answer = town.text("geheim").put("recipient", id);
        town.send(answer);
        town.meta.awaitDelivered(Duration.ofSeconds(5));

        JsonNode webhooks = get("/phone/api/webhooks");
        JsonNode calls = get("/phone/api/calls");

        assertThat(webhooks.path("accepted").asInt()).isEqualTo(3);
        assertThat(webhooks.at("/webhooks/0/lastStatus").asInt()).isEqualTo(200);
        assertThat(calls.at("/calls/0/route").asText()).isEqualTo("/{version}/{number}/messages");
        assertThat(webhooks.toString() + calls).doesNotContain("geheim", id, "wamid");
    }

    @Test
    void everythingCanBeDeliveredOnceMore() throws InterruptedException {
        post("/phone/api/citizens/" + create(true) + "/messages", "{\"kind\":\"text\",\"text\":\"eins\"}");
        String raw = town.receiver.next().raw();

        HttpResponse<String> answer = post("/phone/api/redeliver", "{\"last\":5}");

        assertThat(EmulatedTown.json(answer).path("redelivering").asInt()).isEqualTo(1);
        assertThat(town.receiver.next().raw()).isEqualTo(raw);
    }

    @Test
    void anyWebhookBodyIsDeliveredSigned() throws InterruptedException {
        post("/phone/api/webhooks", "{\"object\":\"whatsapp_business_account\",\"entry\":[]}");

        WebhookReceiver.Received received = town.receiver.next();
        assertThat(received.json().path("entry")).isEmpty();
        assertThat(received.signature()).startsWith("sha256=");
    }

    @Test
    void thePhonePageIsThere() {
        HttpResponse<String> page = town.call(town.request("/"));

        assertThat(page.body()).contains("Telefon einer Bürgerin");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'");
    }

    private String create(boolean phone) {
        ObjectNode wish = JsonTrees.object().put("name", "Anna").put("phone", phone);
        return EmulatedTown.json(post("/phone/api/citizens", wish.toString()))
                .path("id")
                .asText();
    }

    private HttpResponse<String> post(String path, String json) {
        return town.call(town.request(path).POST(BodyPublishers.ofString(json)));
    }

    private JsonNode get(String path) {
        return EmulatedTown.json(town.call(town.request(path)));
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
