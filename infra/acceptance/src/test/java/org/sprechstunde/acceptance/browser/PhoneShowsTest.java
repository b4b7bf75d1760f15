package org.sprechstunde.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sprechstunde.emulator.EmulatorSettings;
import org.sprechstunde.emulator.WhatsAppEmulator;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.phone.CitizenMessage;
import org.sprechstunde.emulator.phone.MessageDraft;
import org.sprechstunde.emulator.web.JsonTrees;
import org.sprechstunde.repository.Repository;

/** Whatever a town can send is on the phone, in the dark too; no town is there, the test calls in its place. */
@InChromium
final class PhoneShowsTest {
    private static final String NUMBER = "100000000000001";

    private final Chromium chromium = Chromium.start();
    private final HttpClient client = HttpClient.newHttpClient();
    private final WhatsAppEmulator meta = WhatsAppEmulator.start(new EmulatorSettings(
            0, URI.create("http://127.0.0.1:9/"), "secret", "access", "verify", NUMBER, "2", "4966249110"));
    private final Citizen citizen = meta.citizens().withPhone("Nele Nacht");
    private String first = "";

    @BeforeEach
    void write() {
        first = meta.sendText(citizen, "Wann hat das Rathaus offen?");
    }

    @AfterEach
    void stop() {
        client.shutdownNow();
        meta.close();
        chromium.close();
    }

    @Test
    void theTownsWordsFilesSignsAndQuestionsAreOnThePhone() throws IOException {
        Page phone = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setColorScheme(ColorScheme.DARK)
                        .setViewportSize(390, 844))
                .newPage();
        phone.navigate(meta.uri().toString());
        phone.getByTestId("citizen").click();

        receipt();
        assertThat(phone.getByTestId("tick")).hasAttribute("data-tick", "read");
        assertThat(phone.locator("#subtitle")).hasText("schreibt …");
        send("reaction", JsonTrees.object().put("message_id", first).put("emoji", "👍"));
        assertThat(phone.locator(".emoji")).hasText("👍");
        quote();
        assertThat(phone.locator(".quote")).hasText("Wann hat das Rathaus offen?");
        send(
                "image",
                JsonTrees.object()
                        .put("id", upload("image/jpeg", TestPicture.jpeg()))
                        .put("caption", "Am Markt"));
        assertThat(phone.getByText("Am Markt")).isVisible();
        byte[] pdf = "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);
        send(
                "document",
                JsonTrees.object().put("id", upload("application/pdf", pdf)).put("filename", "plan.pdf"));
        assertThat(phone.getByText("plan.pdf")).isVisible();
        send("template", template());
        assertThat(phone.getByText("an das Rathaus Heringen gibt es")).isVisible();
        phone.getByText("Antwort bekommen").click();
        send("interactive", list());
        phone.getByText("Thema wählen").click();
        shoot(phone, "phone-shows");
        phone.getByText("Löcher und Laternen").click();

        assertThat(phone.locator("[data-testid=bubble][data-from=citizen]")).hasText(new Pattern[] {
            Pattern.compile("Wann"), Pattern.compile("Antwort bekommen"), Pattern.compile("Straßen")
        });
        send("reaction", JsonTrees.object().put("message_id", first).put("emoji", ""));
        assertThat(phone.locator(".emoji")).hasCount(0);
        inGroup();
        assertThat(phone.getByTestId("bubble").getByText("In einer Gruppe")).hasCount(2);
        assertThat(phone.getByText("Bitte nicht hier")).isVisible();
        phone.locator("#more").click();
        shoot(phone, "phone-shows-end");
    }

    private void inGroup() {
        ObjectNode word = JsonTrees.object().put("type", "text").put("group_id", "group");
        word.putObject("text").put("body", "Hallo alle");
        meta.send(citizen, CitizenMessage.of(new MessageDraft.Raw(word)));
        ObjectNode answer = JsonTrees.object()
                .put("messaging_product", "whatsapp")
                .put("recipient_type", "group")
                .put("to", "group")
                .put("type", "text");
        answer.putObject("text").put("body", "Bitte nicht hier");
        post("messages", "application/json", JsonTrees.bytes(answer));
    }

    private void receipt() {
        ObjectNode receipt = JsonTrees.object()
                .put("messaging_product", "whatsapp")
                .put("status", "read")
                .put("message_id", first);
        receipt.putObject("typing_indicator").put("type", "text");
        post("messages", "application/json", JsonTrees.bytes(receipt));
    }

    private void quote() {
        ObjectNode message = message("text");
        message.putObject("context").put("message_id", first);
        message.putObject("text").put("body", "Donnerstags bis 18 Uhr.");
        post("messages", "application/json", JsonTrees.bytes(message));
    }

    private void send(String kind, ObjectNode content) {
        post("messages", "application/json", JsonTrees.bytes(message(kind).set(kind, content)));
    }

    private ObjectNode message(String kind) {
        return JsonTrees.object()
                .put("messaging_product", "whatsapp")
                .put("recipient", citizen.bsuid())
                .put("type", kind);
    }

    private static ObjectNode template() {
        ObjectNode template = JsonTrees.object().put("name", "rueckmeldung");
        template.putObject("language").put("code", "de");
        ObjectNode body = template.putArray("components").addObject().put("type", "body");
        body.putArray("parameters").addObject().put("type", "text").put("text", "Heringen");
        return template;
    }

    private static ObjectNode list() {
        ObjectNode list = JsonTrees.object().put("type", "list");
        list.putObject("body").put("text", "Worum geht es?");
        ObjectNode action = list.putObject("action").put("button", "Thema wählen");
        var rows = action.putArray("sections").addObject().putArray("rows");
        rows.addObject().put("id", "1").put("title", "Straßen").put("description", "Löcher und Laternen");
        rows.addObject().put("id", "2").put("title", "Anderes");
        return list;
    }

    private String upload(String type, byte[] file) {
        String head = "--B\r\nContent-Disposition: form-data; name=\"messaging_product\"\r\n\r\nwhatsapp\r\n"
                + "--B\r\nContent-Disposition: form-data; name=\"type\"\r\n\r\n" + type + "\r\n"
                + "--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"datei\"\r\n\r\n";
        String form = head + new String(file, StandardCharsets.ISO_8859_1) + "\r\n--B--\r\n";
        byte[] bytes = form.getBytes(StandardCharsets.ISO_8859_1);
        return post("media", "multipart/form-data; boundary=B", bytes)
                .path("id")
                .asText();
    }

    private JsonNode post(String what, String type, byte[] body) {
        try {
            HttpRequest request = HttpRequest.newBuilder(meta.uri().resolve("/v26.0/" + NUMBER + "/" + what))
                    .header("Authorization", "Bearer access")
                    .header("Content-Type", type)
                    .POST(BodyPublishers.ofByteArray(body))
                    .build();
            return JsonTrees.read(
                            client.send(request, BodyHandlers.ofByteArray()).body())
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void shoot(Page phone, String name) {
        phone.screenshot(new Page.ScreenshotOptions()
                .setPath(Repository.file("infra/acceptance/target/screenshots/" + name + ".png")));
    }
}
