package org.sprechstunde.local.stores;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.sprechstunde.local.template.SecretSpec;

/** Stands in for Secrets Manager: {@code GetSecretValue} by name or ARN, and no other call. */
public final class SecretsServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ONLY_TARGET = "secretsmanager.GetSecretValue";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Kept> byId = new ConcurrentHashMap<>();

    private record Kept(SecretSpec secret, String value) {}

    private record Answer(int status, ObjectNode json) {
        static Answer refused(String type, String message) {
            return new Answer(400, JSON.createObjectNode().put("__type", type).put("message", message));
        }
    }

    private SecretsServer(HttpServer server) {
        this.server = server;
    }

    public static SecretsServer start(int port) throws IOException {
        var secrets =
                new SecretsServer(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0));
        secrets.server.createContext("/", secrets::exchange);
        secrets.server.setExecutor(secrets.threads);
        secrets.server.start();
        return secrets;
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public void put(SecretSpec secret, String value) {
        var kept = new Kept(secret, value);
        byId.put(secret.name(), kept);
        byId.put(secret.arn(), kept);
    }

    private void exchange(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode request = JSON.readTree(exchange.getRequestBody());
            String target = String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
            Answer answer = target.equals(ONLY_TARGET)
                    ? answer(request.path("SecretId").asText())
                    : Answer.refused("InvalidRequestException", "only " + ONLY_TARGET + " is answered here");
            byte[] body = JSON.writeValueAsBytes(answer.json());
            exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Answer answer(String id) {
        Kept kept = byId.get(id);
        if (kept == null) {
            return Answer.refused("ResourceNotFoundException", "Secrets Manager can't find the specified secret.");
        }
        ObjectNode json = JSON.createObjectNode()
                .put("ARN", kept.secret().arn())
                .put("Name", kept.secret().name())
                .put("SecretString", kept.value())
                .put("VersionId", "00000000-0000-0000-0000-000000000001");
        json.putArray("VersionStages").add("AWSCURRENT");
        return new Answer(200, json);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
