package org.sprechstunde.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.web.JsonTrees;

/** Every kind that the phone page can send, in the webhook's own shape. */
class CitizenMessageKindsTest {
    private EmulatedTown town;
    private Citizen anna;

    @BeforeEach
    void start() throws IOException {
        town = new EmulatedTown();
        anna = town.meta.citizens().withPhone("Anna");
    }

    @AfterEach
    void stop() {
        town.close();
    }

    @ParameterizedTest
    @CsvSource({
        "poll,       unsupported, /unsupported/type,                  poll_creation",
        "gif,        unsupported, /unsupported/type,                  gif",
        "view-once,  unsupported, /unsupported/type,                  media_placeholder",
        "event,      unsupported, /errors/0/code,                     131051",
        "too-big,    unsupported, /errors/0/code,                     131052",
        "order,      order,       /order/product_items/0/quantity,    1",
        "ad,         text,        /referral/source_type,              ad",
        "group,      text,        /group_id,                          Y2FwaV9ncm91cDox",
        "flow,       interactive, /interactive/nfm_reply/name,        flow",
        "welcome,    request_welcome, /type,                          request_welcome"
    })
    void whatIsRareHasItsShape(String what, String type, String pointer, String value) throws InterruptedException {
        post("{\"kind\":\"rare\",\"what\":\"%s\"}".formatted(what));

        JsonNode message = town.receiver.next().message();
        assertThat(message.path("type").asText()).isEqualTo(type);
        assertThat(message.at(pointer).asText()).isEqualTo(value);
        assertThat(message.path("from_user_id").asText()).isEqualTo(anna.bsuid());
        assertThat(town.meta.conversation(anna).getLast().kind()).isEqualTo(type);
    }

    @Test
    void whatTheTownSaysInAGroupStandsInTheChatOfWhoWroteThere() throws InterruptedException {
        post("{\"kind\":\"rare\",\"what\":\"group\"}");
        String group = town.receiver.next().message().path("group_id").asText();
        ObjectNode answer = town.text("Nicht hier").put("recipient_type", "group");

        assertThat(town.send(answer.deepCopy().put("to", "another")).statusCode())
                .isEqualTo(400);
        assertThat(town.send(answer.put("to", group)).statusCode()).isEqualTo(200);

        assertThat(town.meta.conversation(anna).getLast()).satisfies(bubble -> {
            assertThat(bubble.fromCitizen()).isFalse();
            assertThat(bubble.group()).hasValue(group);
        });
    }

    @Test
    void nothingElseIsRare() {
        assertThat(post("{\"kind\":\"rare\",\"what\":\"moon\"}").statusCode()).isEqualTo(400);
    }

    @Test
    void aFormsAnswersAreAStringOfJson() throws InterruptedException {
        post("{\"kind\":\"rare\",\"what\":\"flow\"}");

        JsonNode answers = town.receiver.next().message().at("/interactive/nfm_reply/response_json");
        assertThat(answers.isTextual()).isTrue();
        assertThat(answers.asText()).startsWith("{\"flow_token\"");
    }

    @Test
    void aRowOfAListComesBackWithItsDescription() throws InterruptedException {
        post("{\"kind\":\"list\",\"messageId\":\"wamid.1\",\"id\":\"row/1\",\"title\":\"Straßen\","
                + "\"description\":\"Löcher, Laternen\"}");

        JsonNode message = town.receiver.next().message();
        assertThat(message.at("/interactive/type").asText()).isEqualTo("list_reply");
        assertThat(message.at("/interactive/list_reply/id").asText()).isEqualTo("row/1");
        assertThat(message.at("/interactive/list_reply/description").asText()).isEqualTo("Löcher, Laternen");
        assertThat(message.at("/context/id").asText()).isEqualTo("wamid.1");
    }

    @Test
    void aQuickReplyOfATemplateIsAButton() throws InterruptedException {
        post("{\"kind\":\"quick-reply\",\"messageId\":\"wamid.1\",\"payload\":\"yes\",\"text\":\"Ja\"}");

        JsonNode message = town.receiver.next().message();
        assertThat(message.path("type").asText()).isEqualTo("button");
        assertThat(message.at("/button/payload").asText()).isEqualTo("yes");
        assertThat(message.at("/button/text").asText()).isEqualTo("Ja");
        assertThat(message.at("/context/id").asText()).isEqualTo("wamid.1");
    }

    @Test
    void aTextPassedOnSaysSoAndQuotesNothing() throws InterruptedException {
        String text = town.meta.sendText(anna, "Bitte weitersagen");
        town.receiver.next();

        post("{\"kind\":\"forward\",\"messageId\":\"%s\"}".formatted(text));
        JsonNode once = town.receiver.next().message();
        post("{\"kind\":\"forward\",\"messageId\":\"%s\",\"often\":true}".formatted(text));
        JsonNode often = town.receiver.next().message();

        assertThat(once.path("context")).isEqualTo(JsonTrees.object().put("forwarded", true));
        assertThat(once.at("/text/body").asText()).isEqualTo("Bitte weitersagen");
        assertThat(often.path("context")).isEqualTo(JsonTrees.object().put("frequently_forwarded", true));
    }

    @Test
    void aStickerPassedOnHasAnIdOfItsOwnAndStillMoves() throws InterruptedException {
        String moving = "RIFF....WEBPVP8X....\u0002";
        String base64 = Base64.getEncoder().encodeToString(moving.getBytes(StandardCharsets.US_ASCII));
        post("{\"kind\":\"sticker\",\"mimeType\":\"image/webp\",\"base64\":\"%s\"}".formatted(base64));
        JsonNode first = town.receiver.next().message();

        post("{\"kind\":\"forward\",\"messageId\":\"%s\"}"
                .formatted(first.path("id").asText()));

        JsonNode second = town.receiver.next().message();
        assertThat(first.at("/sticker/animated").asBoolean()).isTrue();
        assertThat(second.at("/sticker/animated").asBoolean()).isTrue();
        assertThat(second.at("/sticker/sha256")).isEqualTo(first.at("/sticker/sha256"));
        assertThat(second.at("/sticker/id")).isNotEqualTo(first.at("/sticker/id"));
    }

    @Test
    void newKeysAreANoticeWithoutContacts() throws InterruptedException {
        town.call(town.request("/phone/api/citizens/" + anna.bsuid() + "/keys").POST(BodyPublishers.noBody()));

        WebhookReceiver.Received received = town.receiver.next();
        assertThat(received.value().has("contacts")).isFalse();
        assertThat(received.message().at("/system/type").asText()).isEqualTo("customer_identity_changed");
        assertThat(received.message().at("/identity/acknowledged").asBoolean(true))
                .isFalse();
        assertThat(received.message().at("/identity/hash").asText()).isNotEmpty();
    }

    private HttpResponse<String> post(String letter) {
        return town.call(town.request("/phone/api/citizens/" + anna.bsuid() + "/messages")
                .POST(BodyPublishers.ofString(letter)));
    }
}
