package org.sprechstunde.platform;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * An HTTP request as API Gateway hands it over (payload format 2.0).
 *
 * @param route the matched route, for example {@code GET /api/enquiries/{id}}
 * @param stage the API's stage that it came by: {@link #PUBLIC_STAGE}, or the one that only WhatsApp knows
 * @param login subject of the mayor's token; empty where none is asked for
 * @param loginName how the token names its owner, if it does
 * @param headers names in lower case
 * @param body the exact bytes that were sent, also where the gateway wrapped them in base64
 * @param left how long the function may still take
 */
public record ApiRequest(
        String route,
        String stage,
        String path,
        String login,
        Optional<String> loginName,
        Map<String, String> pathParameters,
        Map<String, String> query,
        Map<String, String> headers,
        byte[] body,
        Supplier<Duration> left) {
    /** Whose addresses anybody can guess. */
    public static final String PUBLIC_STAGE = "$default";

    /** The request in the event {@code json}, to a function that may still take as long as {@code left} says. */
    static ApiRequest of(JsonNode json, Supplier<Duration> left) {
        return new ApiRequest(
                json.path("routeKey").asText(),
                json.path("requestContext").path("stage").asText(),
                json.path("rawPath").asText(),
                json.at("/requestContext/authorizer/jwt/claims/sub").asText(""),
                Json.text(json.at("/requestContext/authorizer/jwt/claims"), "name"),
                texts(json.path("pathParameters")),
                texts(json.path("queryStringParameters")),
                texts(json.path("headers")),
                body(json),
                left);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    private static byte[] body(JsonNode json) {
        String body = json.path("body").asText("");
        return json.path("isBase64Encoded").asBoolean()
                ? Base64.getDecoder().decode(body)
                : body.getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, String> texts(JsonNode object) {
        return object.properties().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> entry.getValue().asText()));
    }
}
