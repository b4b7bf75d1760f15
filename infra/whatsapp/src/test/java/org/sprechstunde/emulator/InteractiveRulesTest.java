package org.sprechstunde.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.phone.CitizenMessage;
import org.sprechstunde.emulator.phone.MessageDraft;
import org.sprechstunde.emulator.web.JsonTrees;

/** Questions with buttons, and what a tap on one brings. */
class InteractiveRulesTest {
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
    void aTapBringsBackIdAndTitleAndWhatItAnswers() throws Exception {
        String question = EmulatedTown.json(
                        town.send(question("Wirklich?", "erase/1", "Ja").put("recipient", anna.bsuid())))
                .at("/messages/0/id")
                .asText();
        town.receiver.next();
        town.receiver.next();

        town.meta.send(anna, CitizenMessage.of(new MessageDraft.ButtonReply(question, "erase/1", "Ja")));

        JsonNode message = town.receiver.next().message();
        assertThat(message.path("type").asText()).isEqualTo("interactive");
        assertThat(message.at("/interactive/type").asText()).isEqualTo("button_reply");
        assertThat(message.at("/interactive/button_reply/id").asText()).isEqualTo("erase/1");
        assertThat(message.at("/interactive/button_reply/title").asText()).isEqualTo("Ja");
        assertThat(message.at("/context/id").asText()).isEqualTo(question);
    }

    @Test
    void thePhonePageTapsOverTheControlApi() throws Exception {
        String body = "{\"kind\":\"button\",\"messageId\":\"wamid.1\",\"id\":\"erase/1\",\"title\":\"Ja\"}";

        town.call(town.request("/phone/api/citizens/" + anna.bsuid() + "/messages")
                .POST(BodyPublishers.ofString(body)));

        assertThat(town.receiver
                        .next()
                        .message()
                        .at("/interactive/button_reply/id")
                        .asText())
                .isEqualTo("erase/1");
    }

    static Stream<ObjectNode> whatMetaRefuses() {
        return Stream.of(
                question("Wirklich?"),
                question("", "1", "Ja"),
                question("x".repeat(1025), "1", "Ja"),
                question("Wirklich?", "1", "x".repeat(21)),
                question("Wirklich?", "1", ""),
                question("Wirklich?", "", "Ja"),
                question("Wirklich?", "1".repeat(257), "Ja"),
                question("Wirklich?", "1", "Ja", "1", "Nein"),
                question("Wirklich?", "1", "Ja", "2", "Ja"),
                question("Wirklich?", "1", "a", "2", "b", "3", "c", "4", "d"));
    }

    @ParameterizedTest
    @MethodSource("whatMetaRefuses")
    void aQuestionThatMetaWouldRefuseIsRefused(ObjectNode question) {
        HttpResponse<String> answer = town.send(question.put("recipient", anna.bsuid()));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(EmulatedTown.json(answer).at("/error/code").asInt()).isEqualTo(100);
    }

    @Test
    void threeLongButtonsAreAccepted() {
        List<String> titles =
                IntStream.range(0, 3).mapToObj(n -> n + "x".repeat(19)).toList();
        ObjectNode question =
                question("x".repeat(1024), "1".repeat(256), titles.get(0), "2", titles.get(1), "3", titles.get(2));

        assertThat(town.send(question.put("recipient", anna.bsuid())).statusCode())
                .isEqualTo(200);
    }

    /** A question with buttons: id, title, id, title … */
    private static ObjectNode question(String text, String... idsAndTitles) {
        ObjectNode message =
                JsonTrees.object().put("messaging_product", "whatsapp").put("type", "interactive");
        ObjectNode interactive = message.putObject("interactive").put("type", "button");
        interactive.putObject("body").put("text", text);
        ArrayNode buttons = interactive.putObject("action").putArray("buttons");
        for (int i = 0; i < idsAndTitles.length; i += 2) {
            buttons.addObject()
                    .put("type", "reply")
                    .putObject("reply")
                    .put("id", idsAndTitles[i])
                    .put("title", idsAndTitles[i + 1]);
        }
        return message;
    }
}
