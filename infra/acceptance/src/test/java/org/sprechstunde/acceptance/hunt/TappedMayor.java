package org.sprechstunde.acceptance.hunt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The mayor's API through the tap, and whoever knocks at the same door without being the mayor. */
final class TappedMayor implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<String> presigned = new ArrayList<>();
    private final URI base;
    private final String token;

    TappedMayor(URI base, String token) {
        this.base = base;
        this.token = token;
    }

    /** The addresses of files that any answer has held so far. */
    List<String> presigned() {
        return List.copyOf(presigned);
    }

    /** The open enquiry of the citizen with this name. */
    Optional<JsonNode> enquiryOf(String name) {
        for (JsonNode enquiry : json(get("/api/enquiries")).path("enquiries")) {
            if (enquiry.path("name").asText().equals(name)) {
                return Optional.of(enquiry);
            }
        }
        return Optional.empty();
    }

    JsonNode open(String enquiry) {
        JsonNode opened = json(get("/api/enquiries/" + enquiry));
        // A place has an address on the web too, which the citizen has sent.
        opened.findValues("media").forEach(media -> presigned.addAll(media.findValuesAsText("url")));
        return opened;
    }

    /** Says a name for colleagues, notes something on the enquiry, takes it on, looks and puts it off. */
    void worksWithColleagues(String enquiry, String name, String note) {
        JsonNode me = json(put("/api/me", JSON.createObjectNode().put("name", name)));
        put(
                "/api/enquiries/" + enquiry + "/note",
                JSON.createObjectNode().put("text", note).put("version", 0));
        put(
                "/api/enquiries/" + enquiry + "/assignment",
                JSON.createObjectNode().put("person", me.at("/me/id").asText()));
        get("/api/enquiries/" + enquiry + "?here=writing");
    }

    private HttpResponse<byte[]> put(String path, ObjectNode body) {
        return send(authorized(path).PUT(BodyPublishers.ofString(body.toString())));
    }

    int reply(String enquiry, String key, String text) {
        return reply(enquiry, key, JSON.createObjectNode().put("text", text));
    }

    /** Answers, quoting one of the citizen's messages. */
    int reply(String enquiry, String key, String text, String quote) {
        return reply(enquiry, key, JSON.createObjectNode().put("text", text).put("quote", quote));
    }

    /** Answers with anything that an answer can have. */
    int reply(String enquiry, String key, ObjectNode body) {
        return send(authorized("/api/enquiries/" + enquiry + "/replies")
                        .header("idempotency-key", key)
                        .POST(BodyPublishers.ofString(
                                body.put("revision", 1_000_000).toString())))
                .statusCode();
    }

    /** Where a file of this type and size can be put, and how it is to be sealed. */
    JsonNode attachment(String enquiry, String type, int bytes) {
        String body =
                JSON.createObjectNode().put("type", type).put("bytes", bytes).toString();
        JsonNode place = json(
                send(authorized("/api/enquiries/" + enquiry + "/attachments").POST(BodyPublishers.ofString(body))));
        presigned.add(place.path("url").asText());
        return place;
    }

    /** Puts an emoji on one of the citizen's messages. */
    int react(String enquiry, String message, String emoji) {
        String body = JSON.createObjectNode().put("emoji", emoji).toString();
        return send(authorized("/api/enquiries/" + enquiry + "/messages/" + message + "/reaction")
                        .PUT(BodyPublishers.ofString(body)))
                .statusCode();
    }

    JsonNode resolve(String enquiry) {
        return json(send(authorized("/api/enquiries/" + enquiry + "/resolve")
                .POST(BodyPublishers.ofString("{\"revision\": 1000000}"))));
    }

    /** As anybody may who has a code. */
    HttpResponse<byte[]> askForReceipt(String code) {
        return send(to("/quittung")
                .header("content-type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("language=de&code=" + code)));
    }

    HttpResponse<byte[]> get(String path) {
        return send(authorized(path));
    }

    HttpRequest.Builder authorized(String path) {
        return to(path).header("authorization", "Bearer " + token);
    }

    /** A request of anybody's. */
    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(base.resolve(path));
    }

    HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(HttpResponse<byte[]> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
