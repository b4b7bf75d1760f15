package org.sprechstunde.connect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Calls of Meta's Graph API. The token goes in a header, and no exception of a call is ever shown: it may name its address. */
final class GraphClient {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final String api;

    /** @param api address and version, such as {@code https://graph.facebook.com/v26.0} */
    GraphClient(String api) {
        this.api = api;
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    GraphAnswer get(String path, String token) {
        return call(request(path, token).GET());
    }

    GraphAnswer post(String path, ObjectNode body, String token) {
        return call(request(path, token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString())));
    }

    GraphAnswer post(String path, Map<String, String> form, String token) {
        String body = form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return call(request(path, token)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** What the town's own webhook says to a handshake: true if it echoes. */
    boolean shakesHands(String webhook, String verifyToken) {
        String challenge = "1158201444";
        URI address = URI.create(webhook + "?hub.mode=subscribe&hub.challenge=" + challenge + "&hub.verify_token="
                + encoded(verifyToken));
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(address).timeout(PATIENCE).build();
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            return answer.statusCode() == 200 && answer.body().equals(challenge);
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private HttpRequest.Builder request(String path, String token) {
        // Meta turns callers without a name away.
        return HttpRequest.newBuilder(URI.create(api + "/" + path))
                .timeout(PATIENCE)
                .header("User-Agent", "sprechstunde-connect")
                .header("Authorization", "Bearer " + token);
    }

    private GraphAnswer call(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
            return reply(answer.statusCode(), JSON.readTree(answer.body()));
        } catch (IOException _) {
            return new GraphAnswer.Silent();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new GraphAnswer.Silent();
        }
    }

    private static GraphAnswer reply(int status, JsonNode json) {
        JsonNode error = json.path("error");
        if (error.isObject()) {
            return new GraphAnswer.Refused(
                    error.path("code").asInt(-1), error.path("error_subcode").asInt());
        }
        return status == 200 ? new GraphAnswer.Done(json) : new GraphAnswer.Silent();
    }
}
