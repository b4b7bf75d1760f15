package org.sprechstunde.local.gateway;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Turns a request into the event that API Gateway sends, payload format 2.0. */
final class Payload {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> TEXT_TYPES =
            List.of("application/json", "application/xml", "application/javascript");

    private Payload() {}

    static ObjectNode event(GatewayRequest request, Routes.Match match, Optional<Claims> claims, String requestId) {
        ObjectNode event = JSON.objectNode()
                .put("version", "2.0")
                .put("routeKey", match.route().key())
                .put("rawPath", Percent.decodePath(request.path()))
                .put("rawQueryString", request.query());
        request.header("cookie").ifPresent(cookies -> {
            for (String cookie : cookies.split("[;,] *", -1)) {
                event.withArray("/cookies").add(cookie);
            }
        });
        event.set("headers", headers(request));
        Map<String, String> query = query(request.query());
        if (!query.isEmpty()) {
            event.set("queryStringParameters", object(query));
        }
        event.set("requestContext", RequestContext.of(request, match, claims, requestId));
        if (!match.variables().isEmpty()) {
            event.set("pathParameters", object(match.variables()));
        }
        addBody(event, request);
        return event;
    }

    private static ObjectNode headers(GatewayRequest request) {
        ObjectNode headers = JSON.objectNode();
        request.headers().keySet().stream()
                .filter(name -> !name.equals("cookie"))
                .forEach(name -> headers.put(name, request.header(name).orElseThrow()));
        headers.put("x-forwarded-for", request.sourceIp());
        headers.put("x-forwarded-proto", "http");
        headers.put("x-forwarded-port", port(request));
        return headers;
    }

    private static String port(GatewayRequest request) {
        String host = request.header("host").orElse("");
        int colon = host.lastIndexOf(':');
        return colon < 0 ? "80" : host.substring(colon + 1);
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> result = new LinkedHashMap<>();
        for (String pair : raw.split("&", -1)) {
            if (!pair.isEmpty()) {
                String[] parts = pair.split("=", 2);
                String value = parts.length == 2 ? Percent.decodeQuery(parts[1]) : "";
                result.merge(Percent.decodeQuery(parts[0]), value, (first, next) -> first + "," + next);
            }
        }
        return result;
    }

    private static ObjectNode object(Map<String, String> values) {
        ObjectNode object = JSON.objectNode();
        values.forEach(object::put);
        return object;
    }

    private static void addBody(ObjectNode event, GatewayRequest request) {
        boolean text = isText(request.header("content-type").orElse(""));
        boolean empty = request.body().length == 0;
        if (!empty) {
            event.put(
                    "body",
                    text
                            ? new String(request.body(), StandardCharsets.UTF_8)
                            : Base64.getEncoder().encodeToString(request.body()));
        }
        event.put("isBase64Encoded", !empty && !text);
    }

    private static boolean isText(String contentType) {
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.startsWith("text/") || TEXT_TYPES.contains(type);
    }
}
