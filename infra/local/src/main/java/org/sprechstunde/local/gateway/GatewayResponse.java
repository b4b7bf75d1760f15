package org.sprechstunde.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What goes out over HTTP; header names are in lower case. */
record GatewayResponse(int status, Map<String, List<String>> headers, byte[] body) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OK = 200;
    private static final int LOWEST_STATUS = 100;
    private static final int HIGHEST_STATUS = 599;

    /** A refusal in the gateway's own words. */
    static GatewayResponse message(int status, String message) {
        byte[] body = ("{\"message\":\"" + message + "\"}").getBytes(StandardCharsets.UTF_8);
        return new GatewayResponse(status, Map.of("content-type", List.of("application/json")), body);
    }

    static GatewayResponse internalServerError() {
        return message(500, "Internal Server Error");
    }

    /** Reads what a function returned; what is no proper answer is the function's fault. */
    static GatewayResponse of(byte[] answer) {
        try {
            JsonNode json = JSON.readTree(answer);
            return json.has("statusCode") ? structured(json) : plain(answer);
        } catch (IOException | IllegalArgumentException _) {
            return internalServerError();
        }
    }

    /** Without a status code the whole answer is the body. */
    private static GatewayResponse plain(byte[] answer) {
        return new GatewayResponse(OK, Map.of("content-type", List.of("application/json")), answer);
    }

    private static GatewayResponse structured(JsonNode json) {
        int status = json.path("statusCode").asInt();
        if (status < LOWEST_STATUS || status > HIGHEST_STATUS) {
            throw new IllegalArgumentException("no HTTP status: " + status);
        }
        Map<String, List<String>> headers = new TreeMap<>();
        for (Map.Entry<String, JsonNode> header : json.path("headers").properties()) {
            headers.put(
                    header.getKey().toLowerCase(Locale.ROOT),
                    List.of(header.getValue().asText()));
        }
        List<String> cookies = new ArrayList<>();
        json.path("cookies").forEach(cookie -> cookies.add(cookie.asText()));
        if (!cookies.isEmpty()) {
            headers.put("set-cookie", cookies);
        }
        headers.putIfAbsent("content-type", List.of("text/plain;charset=UTF-8"));
        return new GatewayResponse(status, headers, body(json));
    }

    private static byte[] body(JsonNode json) {
        String body = json.path("body").asText("");
        return json.path("isBase64Encoded").asBoolean()
                ? Base64.getDecoder().decode(body)
                : body.getBytes(StandardCharsets.UTF_8);
    }
}
