package org.sprechstunde.acceptance.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.sprechstunde.platform.Json;

/** Commands of WebDriver BiDi (W3C) and their answers, over one WebSocket; events are not listened to. */
final class BiDiConnection implements WebSocket.Listener, AutoCloseable {
    private static final int SECONDS = 60;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<Long, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final AtomicLong last = new AtomicLong();
    private final StringBuilder text = new StringBuilder();
    private final WebSocket socket;

    private BiDiConnection(URI address) {
        this.socket = client.newWebSocketBuilder().buildAsync(address, this).join();
    }

    static BiDiConnection to(URI address) {
        return new BiDiConnection(address);
    }

    /** The result of a command; an error of the browser's is an exception that names it. */
    JsonNode command(String method, JsonNode parameters) {
        long id = last.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        ObjectNode command = Json.object().put("id", id).put("method", method);
        command.set("params", parameters);
        socket.sendText(command.toString(), true).join();
        JsonNode found = answer.orTimeout(SECONDS, TimeUnit.SECONDS).join();
        if (found.path("type").asText().equals("error")) {
            throw new IllegalStateException(
                    method + ": " + found.path("message").asText());
        }
        return found.path("result");
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean isLast) {
        text.append(part);
        if (isLast) {
            JsonNode answer = Json.read(text.toString());
            text.setLength(0);
            CompletableFuture<JsonNode> asked = waiting.remove(answer.path("id").asLong());
            if (asked != null) {
                asked.complete(answer);
            }
        }
        from.request(1);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public void close() {
        socket.abort();
        client.shutdownNow();
    }
}
