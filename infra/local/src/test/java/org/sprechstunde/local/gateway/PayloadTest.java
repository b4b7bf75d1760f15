package org.sprechstunde.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sprechstunde.local.template.RouteSpec;

class PayloadTest {
    private static final Routes.Match MATCH = new Routes.Match(
            new RouteSpec("POST /things/{id}", "Hello", Optional.empty(), List.of("town/mayor")), Map.of("id", "a b"));

    private static GatewayRequest request(String contentType, byte[] body) {
        return new GatewayRequest(
                "POST",
                "$default",
                "/things/a%20b",
                "tag=x&tag=y%20z&empty",
                "HTTP/1.1",
                "127.0.0.1",
                GatewayRequest.lowerCase(Map.of(
                        "Content-Type", List.of(contentType),
                        "X-Many", List.of("one", "two"),
                        "Host", List.of("127.0.0.1:8080"),
                        "User-Agent", List.of("test"),
                        "Cookie", List.of("a=1; b=2"))),
                body,
                Instant.parse("2026-11-23T19:44:46Z"));
    }

    private static JsonNode event(String contentType, String body) {
        return Payload.event(
                request(contentType, body.getBytes(StandardCharsets.UTF_8)), MATCH, Optional.empty(), "request-1");
    }

    @Test
    void theEnvelopeIsTheOneOfFormatTwo() throws Exception {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("sub", "mayor");
        claims.put("aud", List.of("one", "two"));
        claims.put("exp", 1795464377);

        JsonNode event = Payload.event(
                request("application/json", "{}".getBytes(StandardCharsets.UTF_8)),
                MATCH,
                Optional.of(new Claims(claims)),
                "request-1");

        assertThat(event).isEqualTo(new ObjectMapper().readTree("""
            {
              "version": "2.0",
              "routeKey": "POST /things/{id}",
              "rawPath": "/things/a b",
              "rawQueryString": "tag=x&tag=y%%20z&empty",
              "cookies": ["a=1", "b=2"],
              "headers": {
                "content-type": "application/json",
                "host": "127.0.0.1:8080",
                "user-agent": "test",
                "x-many": "one,two",
                "x-forwarded-for": "127.0.0.1",
                "x-forwarded-proto": "http",
                "x-forwarded-port": "8080"
              },
              "queryStringParameters": {"tag": "x,y z", "empty": ""},
              "requestContext": {
                "accountId": "000000000000",
                "apiId": "local",
                "authorizer": {
                  "jwt": {
                    "claims": {"sub": "mayor", "aud": "[one two]", "exp": "1795464377"},
                    "scopes": ["town/mayor"]
                  }
                },
                "domainName": "127.0.0.1:8080",
                "domainPrefix": "local",
                "http": {
                  "method": "POST",
                  "path": "/things/a b",
                  "protocol": "HTTP/1.1",
                  "sourceIp": "127.0.0.1",
                  "userAgent": "test"
                },
                "requestId": "request-1",
                "routeKey": "POST /things/{id}",
                "stage": "$default",
                "time": "23/Nov/2026:19:44:46 +0000",
                "timeEpoch": %d
              },
              "pathParameters": {"id": "a b"},
              "body": "{}",
              "isBase64Encoded": false
            }
            """.formatted(
                                Instant.parse("2026-11-23T19:44:46Z").toEpochMilli())));
    }

    @Test
    void textStaysText() {
        for (String type : List.of("text/plain", "application/json; charset=utf-8", "Application/XML")) {
            JsonNode event = event(type, "Grüße");

            assertThat(event.path("body").asText()).isEqualTo("Grüße");
            assertThat(event.path("isBase64Encoded").asBoolean()).isFalse();
        }
    }

    @Test
    void allElseIsBase64() {
        for (String type : List.of("image/jpeg", "application/octet-stream", "application/problem+json", "")) {
            JsonNode event = event(type, "Grüße");

            assertThat(Base64.getDecoder().decode(event.path("body").asText()))
                    .isEqualTo("Grüße".getBytes(StandardCharsets.UTF_8));
            assertThat(event.path("isBase64Encoded").asBoolean()).isTrue();
        }
    }

    @Test
    void noBodyIsNoField() {
        JsonNode event = event("application/octet-stream", "");

        assertThat(event.has("body")).isFalse();
        assertThat(event.path("isBase64Encoded").asBoolean()).isFalse();
    }
}
