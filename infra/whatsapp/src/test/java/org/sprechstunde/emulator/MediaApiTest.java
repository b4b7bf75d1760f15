package org.sprechstunde.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sprechstunde.emulator.chat.Attachment;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.phone.CitizenMessage;
import org.sprechstunde.emulator.phone.FileKind;
import org.sprechstunde.emulator.phone.MessageDraft;
import org.sprechstunde.emulator.web.Body;
import org.sprechstunde.emulator.web.JsonTrees;

class MediaApiTest {
    private final HandClock clock = new HandClock();
    private final Body body = new Body("text/plain", "nur ein Text".getBytes(StandardCharsets.UTF_8));
    private EmulatedTown town;
    private Citizen anna;
    private String id;

    @BeforeEach
    void start() throws Exception {
        town = new EmulatedTown(clock);
        anna = town.meta.citizens().withPhone("Anna");
        Attachment attachment = new Attachment(body, Optional.of("notiz.txt"));
        town.meta.send(anna, CitizenMessage.of(MessageDraft.File.of(FileKind.DOCUMENT, attachment)));
        id = town.receiver.next().message().at("/document/id").asText();
    }

    @AfterEach
    void stop() {
        town.close();
    }

    @Test
    void aFileIsLookedUpAndDownloaded() {
        JsonNode description = EmulatedTown.json(lookUp());

        assertThat(description.path("sha256").asText()).isEqualTo(HexFormat.of().formatHex(body.sha256()));
        assertThat(description.path("mime_type").asText()).isEqualTo("text/plain");
        assertThat(description.path("file_size").asInt()).isEqualTo(body.length());
        assertThat(download(description).body()).isEqualTo("nur ein Text");
    }

    @Test
    void theAddressIsGoodForFiveMinutes() {
        JsonNode description = EmulatedTown.json(lookUp());

        clock.forward(Duration.ofMinutes(5));

        assertThat(download(description).statusCode()).isEqualTo(404);
        assertThat(download(EmulatedTown.json(lookUp())).statusCode()).isEqualTo(200);
    }

    @Test
    void aDownloadNeedsTheToken() {
        String url = EmulatedTown.json(lookUp()).path("url").asText();

        assertThat(town.call(town.request(url)).statusCode()).isEqualTo(401);
    }

    @Test
    void aFileDiesAfterSevenDays() {
        clock.forward(Duration.ofDays(7));

        assertThat(EmulatedTown.json(lookUp()).at("/error/code").asInt()).isEqualTo(100);
    }

    @Test
    void aDeletedFileIsGoneAtMetaButNotOnThePhone() {
        HttpResponse<String> first = town.call(town.graph(id).DELETE());
        HttpResponse<String> second = town.call(town.graph(id).DELETE());

        assertThat(EmulatedTown.json(first).path("success").asBoolean()).isTrue();
        assertThat(EmulatedTown.json(second).at("/error/code").asInt()).isEqualTo(100);
        assertThat(lookUp().statusCode()).isEqualTo(400);
        assertThat(town.call(town.request("/phone/api/media/" + id)).body()).isEqualTo("nur ein Text");
    }

    @Test
    void aForeignNumberFindsNothing() {
        assertThat(town.call(town.graph(id + "?phone_number_id=999")).statusCode())
                .isEqualTo(400);
    }

    @Test
    void whatTheTownUploadsItCanSend() {
        String form = """
            --B
            Content-Disposition: form-data; name="messaging_product"

            whatsapp
            --B
            Content-Disposition: form-data; name="type"

            application/pdf
            --B
            Content-Disposition: form-data; name="file"; filename="plan.pdf"
            Content-Type: application/pdf

            %PDF-
            --x
            --B--
            """.replace("\n", "\r\n");
        String uploaded = EmulatedTown.json(town.call(town.graph(EmulatedTown.NUMBER + "/media")
                        .header("Content-Type", "multipart/form-data; boundary=B")
                        .POST(BodyPublishers.ofString(form))))
                .path("id")
                .asText();
        ObjectNode message = JsonTrees.object()
                .put("messaging_product", "whatsapp")
                .put("recipient", anna.bsuid())
                .put("type", "document");
        message.putObject("document").put("id", uploaded).put("filename", "plan.pdf");

        assertThat(town.send(message).statusCode()).isEqualTo(200);
        assertThat(town.call(town.request("/phone/api/media/" + uploaded)).body())
                .isEqualTo("%PDF-\r\n--x");
    }

    private HttpResponse<String> lookUp() {
        return town.call(town.graph(id + "?phone_number_id=" + EmulatedTown.NUMBER));
    }

    private HttpResponse<String> download(JsonNode description) {
        String url = description.path("url").asText();
        return town.call(town.request(url).header("Authorization", "Bearer access"));
    }
}
