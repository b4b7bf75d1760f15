package org.sprechstunde.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.web.JsonTrees;

/** A WhatsApp emulator with a receiver behind it, and a client that calls as the town does. */
final class EmulatedTown implements AutoCloseable {
    static final String SECRET = "app-secret";
    static final String NUMBER = "100000000000001";

    final WebhookReceiver receiver;
    final WhatsAppEmulator meta;
    private final HttpClient client = HttpClient.newHttpClient();

    EmulatedTown() throws IOException {
        this(Clock.systemUTC());
    }

    EmulatedTown(Clock clock) throws IOException {
        receiver = new WebhookReceiver();
        EmulatorSettings settings = new EmulatorSettings(
                0, receiver.uri(), SECRET, "access", "verify", NUMBER, "100000000000002", "4966249110");
        meta = WhatsAppEmulator.start(settings, clock, Duration.ofMillis(20));
    }

    /** Somebody whose first message has arrived. */
    Citizen writer(Citizen citizen) throws InterruptedException {
        meta.sendText(citizen, "Guten Tag");
        receiver.next();
        return citizen;
    }

    ObjectNode text(String body) {
        ObjectNode message =
                JsonTrees.object().put("messaging_product", "whatsapp").put("type", "text");
        message.putObject("text").put("body", body);
        return message;
    }

    HttpResponse<String> sendText(Citizen to, String body) {
        return send(text(body).put("recipient", to.bsuid()));
    }

    HttpResponse<String> send(ObjectNode message) {
        return call(graph(NUMBER + "/messages").POST(BodyPublishers.ofByteArray(JsonTrees.bytes(message))));
    }

    HttpRequest.Builder graph(String path) {
        return request("/v26.0/" + path).header("Authorization", "Bearer access");
    }

    HttpRequest.Builder request(String path) {
        URI uri = path.startsWith("http") ? URI.create(path) : URI.create(meta.uri() + path);
        return HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(10));
    }

    HttpResponse<String> call(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JsonTrees.read(answer.body().getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }

    @Override
    public void close() {
        meta.close();
        receiver.close();
        client.shutdownNow();
    }
}
