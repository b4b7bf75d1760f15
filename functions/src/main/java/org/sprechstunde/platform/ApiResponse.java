package org.sprechstunde.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** An HTTP response; nothing of it may be stored anywhere on its way. */
public record ApiResponse(int status, Map<String, String> headers, byte[] body, boolean binary) {
    private static final Map<String, String> ALWAYS = Map.of(
            "cache-control", "no-store",
            "x-content-type-options", "nosniff",
            "referrer-policy", "no-referrer",
            "strict-transport-security", "max-age=63072000; includeSubDomains");

    public static ApiResponse json(int status, JsonNode body) {
        return new ApiResponse(status, Map.of("content-type", "application/json"), Json.bytes(body), false);
    }

    /** What the page has already; {@code tag} names it. */
    public static ApiResponse unchanged(String tag) {
        return new ApiResponse(304, Map.of("etag", tag), new byte[0], false);
    }

    /** Named, so that the page can ask whether it still is so. */
    public ApiResponse tagged(String tag) {
        return with("etag", tag);
    }

    /** With one header more, in lower case. */
    public ApiResponse with(String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(name, value);
        return new ApiResponse(status, all, body, binary);
    }

    /** Done, and there is nothing to say. */
    public static ApiResponse nothing() {
        return new ApiResponse(204, Map.of(), new byte[0], false);
    }

    public static ApiResponse text(int status, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return new ApiResponse(status, Map.of("content-type", "text/plain; charset=utf-8"), bytes, false);
    }

    public static ApiResponse problem(Problem problem) {
        return new ApiResponse(
                problem.status(),
                Map.of("content-type", "application/problem+json"),
                Json.bytes(problem.toJson()),
                false);
    }

    void write(OutputStream out) throws IOException {
        ObjectNode event = Json.object().put("statusCode", status);
        Map<String, String> all = new LinkedHashMap<>(ALWAYS);
        all.putAll(headers);
        ObjectNode fields = event.putObject("headers");
        all.forEach(fields::put);
        event.put("isBase64Encoded", binary);
        event.put("body", binary ? Base64.getEncoder().encodeToString(body) : new String(body, StandardCharsets.UTF_8));
        out.write(Json.bytes(event));
    }
}
