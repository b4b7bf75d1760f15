package org.sprechstunde.acceptance.artefact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.sprechstunde.local.LocalTown;

/** The mayor's desk: HTTP and nothing else. */
record MayorHttpClient(LocalTown town) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    HttpResponse<String> page() {
        return send(HttpRequest.newBuilder(town.page()));
    }

    JsonNode list() {
        return json(send(to("/api/enquiries"))).path("enquiries");
    }

    JsonNode open(String enquiry) {
        return json(send(to("/api/enquiries/" + enquiry)));
    }

    HttpResponse<String> reply(String enquiry, String text) {
        String body = JSON.createObjectNode()
                .put("text", text)
                .put("revision", 1_000_000)
                .toString();
        return send(to("/api/enquiries/" + enquiry + "/replies")
                .header("Idempotency-Key", "once")
                .POST(BodyPublishers.ofString(body)));
    }

    JsonNode resolve(String enquiry) {
        return json(send(
                to("/api/enquiries/" + enquiry + "/resolve").POST(BodyPublishers.ofString("{\"revision\": 1000000}"))));
    }

    private HttpRequest.Builder to(String path) {
        URI address = town.page().resolve(path);
        return HttpRequest.newBuilder(address).header("authorization", "Bearer " + town.token());
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new IllegalStateException("no JSON, status " + response.statusCode(), e);
        }
    }
}
