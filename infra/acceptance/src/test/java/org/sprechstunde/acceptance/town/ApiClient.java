package org.sprechstunde.acceptance.town;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
import java.util.stream.Stream;
import org.sprechstunde.acceptance.api.OpenApi;

/** The mayor's API over HTTP. Every answer is held against {@code openapi.yaml}. */
final class ApiClient {
    /** More messages than ever come. */
    private static final long ALL = 1_000_000;

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final OpenApi DESCRIPTION = OpenApi.read();

    private final URI base;
    private final String token;

    ApiClient(URI base, String token) {
        this.base = base;
        this.token = token;
    }

    /** The same API with another token; empty for none. */
    ApiClient as(String other) {
        return new ApiClient(base, other);
    }

    /** An answer whose body was JSON. */
    record Answer(int status, JsonNode body, HttpResponse<byte[]> response) {
        String problem() {
            return body.path("type").asText().replace("urn:sprechstunde:problem:", "");
        }
    }

    Answer list() {
        return list("");
    }

    /** Lists with a query such as {@code ?order=waiting}. */
    Answer list(String query) {
        return call("GET", "/api/enquiries" + query, Optional.empty(), Optional.empty());
    }

    Answer open(String id) {
        return call("GET", "/api/enquiries/" + id, Optional.empty(), Optional.empty());
    }

    Answer reply(String id, String key, String text) {
        return reply(id, key, text, ALL);
    }

    Answer reply(String id, String key, String text, long seen) {
        return post(
                id,
                Optional.of(key),
                object().put("text", text).put("revision", seen).toString());
    }

    /** Answers with what {@code body} says, having seen everything. */
    Answer replyWith(String id, Optional<String> key, String body) {
        return post(id, key, body.replaceFirst("}\\s*$", ", \"revision\": " + ALL + "}"));
    }

    /** Answers with any body. */
    Answer post(String id, Optional<String> key, String body) {
        return call("POST", "/api/enquiries/" + id + "/replies", key, Optional.of(body));
    }

    Answer react(String id, String message, String emoji) {
        return reactWith(id, message, object().put("emoji", emoji).toString());
    }

    Answer reactWith(String id, String message, String body) {
        String path = "/api/enquiries/" + id + "/messages/" + message + "/reaction";
        return call("PUT", path, Optional.empty(), Optional.of(body));
    }

    Answer sign(String id, String sign) {
        return signWith(id, object().put("sign", sign).toString());
    }

    Answer signWith(String id, String body) {
        return call("POST", "/api/enquiries/" + id + "/signs", Optional.empty(), Optional.of(body));
    }

    /** The body says until when, and up to where it was seen; without a time it is back. */
    Answer postponeWith(String id, String body) {
        return call("PUT", "/api/enquiries/" + id + "/postponement", Optional.empty(), Optional.of(body));
    }

    /** Looks at it and says what whoever looks does with it. */
    Answer look(String id, String here) {
        return call("GET", "/api/enquiries/" + id + "?here=" + here, Optional.empty(), Optional.empty());
    }

    Answer numbers() {
        return call("GET", "/api/numbers", Optional.empty(), Optional.empty());
    }

    /** Says that somebody has logged in. */
    Answer introduce(String body) {
        return call("PUT", "/api/me", Optional.empty(), Optional.of(body));
    }

    /** The body names whom it is for, or nobody. */
    Answer assign(String id, String body) {
        return call("PUT", "/api/enquiries/" + id + "/assignment", Optional.empty(), Optional.of(body));
    }

    Answer note(String id, String text, long version) {
        return noteWith(id, object().put("text", text).put("version", version).toString());
    }

    Answer noteWith(String id, String body) {
        return call("PUT", "/api/enquiries/" + id + "/note", Optional.empty(), Optional.of(body));
    }

    Answer cannedReplies() {
        return call("GET", "/api/canned-replies", Optional.empty(), Optional.empty());
    }

    Answer saveCannedReplies(String body) {
        return call("PUT", "/api/canned-replies", Optional.empty(), Optional.of(body));
    }

    Answer attach(String id, String body) {
        return call("POST", "/api/enquiries/" + id + "/attachments", Optional.empty(), Optional.of(body));
    }

    /** Up to where somebody has seen it who opens it now. */
    long revision(String id) {
        return open(id).body().path("revision").asLong();
    }

    /** Resolves it, whatever has come by now. */
    Answer resolve(String id) {
        return resolve(id, ALL);
    }

    Answer resolve(String id, long seen) {
        return resolve(id, object().put("revision", seen).toString());
    }

    /** Resolves it with any body. */
    Answer resolve(String id, String body) {
        return call("POST", "/api/enquiries/" + id + "/resolve", Optional.empty(), Optional.of(body));
    }

    /** The open enquiry of the citizen with this name, if there is one in the list. */
    Optional<JsonNode> of(String name) {
        return listed(name).findFirst();
    }

    /** All open enquiries of the citizen with this name, newest message first. */
    List<JsonNode> allOf(String name) {
        return listed(name).toList();
    }

    /** Page by page, and no further than somebody looks: there may be thousands. */
    private Stream<JsonNode> listed(String name) {
        return Stream.iterate(
                        Optional.of(list("").body()),
                        Optional::isPresent,
                        page -> page.map(read -> read.path("next"))
                                .filter(JsonNode::isTextual)
                                .map(next -> list("?next=" + next.asText()).body()))
                .flatMap(Optional::stream)
                .flatMap(page -> page.path("enquiries").valueStream())
                .filter(enquiry -> enquiry.path("name").asText().equals(name));
    }

    /** The messages of an enquiry. */
    List<JsonNode> messages(String id) {
        List<JsonNode> messages = new ArrayList<>();
        JsonNode page = open(id).body();
        page.path("messages").forEach(messages::add);
        while (page.path("earlier").isTextual()) {
            page = before(id, page.path("earlier").asText()).body();
            messages.addAll(0, page.path("messages").valueStream().toList());
        }
        return messages;
    }

    /** Opens it with the messages before one of them. */
    Answer before(String id, String message) {
        return call("GET", "/api/enquiries/" + id + "?before=" + message, Optional.empty(), Optional.empty());
    }

    /** Asks for {@code path} only if it is no longer what {@code tag} names. */
    HttpResponse<byte[]> unless(String path, String tag) {
        return send(HttpRequest.newBuilder(base.resolve(path))
                .header("authorization", "Bearer " + token)
                .header("if-none-match", tag)
                .build());
    }

    /** The bytes at any address, without token. */
    static HttpResponse<byte[]> fetch(URI address) {
        return send(HttpRequest.newBuilder(address).build());
    }

    private Answer call(String method, String path, Optional<String> key, Optional<String> body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .method(method, body.map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody));
        if (!token.isEmpty()) {
            request.header("authorization", "Bearer " + token);
        }
        key.ifPresent(value -> request.header("idempotency-key", value));
        body.ifPresent(_ -> request.header("content-type", "application/json"));
        HttpResponse<byte[]> response = send(request.build());
        JsonNode json = json(response.body());
        DESCRIPTION.check(method, URI.create(path).getPath(), response.statusCode(), json);
        return new Answer(response.statusCode(), json, response);
    }

    static HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
