package org.sprechstunde.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.web.JsonTrees;

/** What the town may upload and send, and what Meta sends back. */
class MediaRulesTest {
    private static final String PDF = "%PDF-1.7";
    private static final String JPEG = "\u00FF\u00D8\u00FF";
    private static final String WEBP = "RIFF....WEBPVP8 ";
    private static final String WEBP_THAT_MOVES = "RIFF....WEBPVP8X....\u0002";
    private static final int KB = 1024;

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

    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of("image/jpeg", JPEG, 5 * KB * KB, 200),
                Arguments.of("image/jpeg", JPEG, 5 * KB * KB + 1, 400),
                Arguments.of("image/jpeg", PDF, 100, 400),
                Arguments.of("image/gif", "GIF89a", 100, 400),
                Arguments.of("image/png", "\u0089PNG\r\n\u001A\n", 100, 200),
                Arguments.of("application/pdf", PDF, 6 * KB * KB, 200),
                Arguments.of("application/pdf", "MZ", 100, 400),
                Arguments.of("audio/ogg; codecs=opus", "OggS", 100, 200),
                Arguments.of("video/mp4", "", 16 * KB * KB + 1, 400),
                Arguments.of("image/webp", WEBP, 100 * KB + 1, 400),
                Arguments.of("image/webp", WEBP_THAT_MOVES, 100 * KB + 1, 200));
    }

    @ParameterizedTest
    @MethodSource("files")
    void typeSizeAndFirstBytesDecideWhatCanBeUploaded(String type, String start, int size, int expected) {
        HttpResponse<String> answer = upload(type, start + "x".repeat(size - start.length()));

        assertThat(answer.statusCode()).isEqualTo(expected);
        if (expected == 400) {
            assertThat(EmulatedTown.json(answer).at("/error/code").asInt()).isEqualTo(131053);
        }
    }

    @Test
    void aPdfIsADocumentAndNoImage() {
        String id = EmulatedTown.json(upload("application/pdf", PDF)).path("id").asText();

        assertThat(town.send(file("document", id)).statusCode()).isEqualTo(200);
        HttpResponse<String> asImage = town.send(file("image", id));

        assertThat(EmulatedTown.json(asImage).at("/error/code").asInt()).isEqualTo(131053);
        assertThat(town.meta.conversation(anna)).last().satisfies(bubble -> {
            assertThat(bubble.kind()).isEqualTo("document");
            assertThat(bubble.content().path("id").asText()).isEqualTo(id);
        });
    }

    @Test
    void aReactionIsOneEmojiOnAMessageThatStandsAndIsOnlyEverSent() throws InterruptedException {
        String first = town.meta.conversation(anna).getFirst().id();

        assertThat(town.send(reaction(first, "👍🏽")).statusCode()).isEqualTo(200);
        assertThat(town.receiver.next().status().path("status").asText()).isEqualTo("sent");
        assertThat(town.send(reaction(first, "")).statusCode()).isEqualTo(200);
        assertThat(town.receiver.next().status().path("status").asText()).isEqualTo("sent");

        assertThat(code(town.send(reaction(first, "👍👍")))).isEqualTo(100);
        assertThat(code(town.send(reaction(first, "ja")))).isEqualTo(100);
        assertThat(code(town.send(reaction("wamid.unknown", "👍")))).isEqualTo(131009);
        assertThat(town.meta.conversation(anna)).hasSize(3);
    }

    @Test
    void aTemplateHasAKnownNameALanguageAndAsManyParametersAsGaps() {
        assertThat(code(town.send(template("rueckmeldung", "fr", "Heringen")))).isEqualTo(132001);
        assertThat(code(town.send(template("unbekannt", "de", "Heringen")))).isEqualTo(132001);
        assertThat(code(town.send(template("rueckmeldung", "de")))).isEqualTo(132000);
        assertThat(code(town.send(template("rueckmeldung", "de", "x".repeat(1024)))))
                .isEqualTo(132005);
        assertThat(code(town.send(template("rueckmeldung", "de", "zwei\nZeilen"))))
                .isEqualTo(100);

        assertThat(town.send(template("rueckmeldung", "de", "Heringen $1")).statusCode())
                .isEqualTo(200);

        JsonNode shown = town.meta.conversation(anna).getLast().content();
        assertThat(shown.path("text").asText()).contains("an das Rathaus Heringen $1 gibt es eine Antwort");
        assertThat(shown.at("/buttons/0/text").asText()).isEqualTo("Antwort bekommen");
    }

    @Test
    void aQuoteIsShownByTheIdThatThePhoneKnows() throws InterruptedException {
        String first = town.meta.conversation(anna).getFirst().id();
        town.meta.redeliverUnderOtherIdentity(1);
        String other = town.receiver.next().message().path("id").asText();
        ObjectNode answer = town.text("Dazu").put("recipient", anna.bsuid());
        answer.putObject("context").put("message_id", other);

        town.send(answer);

        assertThat(other).isNotEqualTo(first);
        assertThat(town.meta
                        .conversation(anna)
                        .getLast()
                        .message()
                        .at("/context/message_id")
                        .asText())
                .isEqualTo(first);
    }

    @Test
    void aListOffersUpToTenRows() {
        assertThat(town.send(list(10)).statusCode()).isEqualTo(200);
        assertThat(code(town.send(list(0)))).isEqualTo(100);
        assertThat(code(town.send(list(11)))).isEqualTo(100);
    }

    private HttpResponse<String> upload(String type, String content) {
        String form = """
            --B
            Content-Disposition: form-data; name="messaging_product"

            whatsapp
            --B
            Content-Disposition: form-data; name="type"

            %s
            --B
            Content-Disposition: form-data; name="file"; filename="datei"
            Content-Type: application/octet-stream

            %s
            --B--
            """.replace("\n", "\r\n").formatted(type, content);
        return town.call(town.graph(EmulatedTown.NUMBER + "/media")
                .header("Content-Type", "multipart/form-data; boundary=B")
                .POST(BodyPublishers.ofString(form, StandardCharsets.ISO_8859_1)));
    }

    private ObjectNode message(String type) {
        return JsonTrees.object()
                .put("messaging_product", "whatsapp")
                .put("recipient", anna.bsuid())
                .put("type", type);
    }

    private ObjectNode file(String kind, String id) {
        ObjectNode message = message(kind);
        message.putObject(kind).put("id", id);
        return message;
    }

    private ObjectNode reaction(String to, String emoji) {
        ObjectNode message = message("reaction");
        message.putObject("reaction").put("message_id", to).put("emoji", emoji);
        return message;
    }

    private ObjectNode template(String name, String language, String... words) {
        ObjectNode message = message("template");
        ObjectNode content = message.putObject("template").put("name", name);
        content.putObject("language").put("code", language);
        var parameters =
                content.putArray("components").addObject().put("type", "body").putArray("parameters");
        for (String word : words) {
            parameters.addObject().put("type", "text").put("text", word);
        }
        return message;
    }

    private ObjectNode list(int rows) {
        ObjectNode message = message("interactive");
        ObjectNode content = message.putObject("interactive").put("type", "list");
        content.putObject("body").put("text", "Worum geht es?");
        ObjectNode action = content.putObject("action").put("button", "Auswählen");
        var all = action.putArray("sections").addObject().putArray("rows");
        for (int row = 0; row < rows; row++) {
            all.addObject().put("id", "row/" + row).put("title", "Thema " + row);
        }
        return message;
    }

    private static int code(HttpResponse<String> answer) {
        return EmulatedTown.json(answer).at("/error/code").asInt();
    }
}
