package org.sprechstunde.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class HttpTest {
    @Test
    void theBodyIsTheBytesThatWereSentHoweverTheGatewayWrapsThem() throws IOException {
        String body = "{\"text\":\"Grüße 🌳\"}";
        String wrapped = Base64.getEncoder().encodeToString(body.getBytes(UTF_8));

        ApiRequest plain = read(Json.object().put("body", body).put("isBase64Encoded", false));
        ApiRequest base64 = read(Json.object().put("body", wrapped).put("isBase64Encoded", true));

        assertThat(plain.body()).isEqualTo(body.getBytes(UTF_8));
        assertThat(base64.body()).isEqualTo(body.getBytes(UTF_8));
    }

    @Test
    void aRequestMayLackEverything() throws IOException {
        ApiRequest request = read(Json.object());

        assertThat(request.body()).isEmpty();
        assertThat(request.header("Idempotency-Key")).isEmpty();
        assertThat(request.pathParameters()).isEmpty();
    }

    @Test
    void noAnswerMayBeStoredOnItsWay() throws IOException {
        var out = new ByteArrayOutputStream();

        ApiResponse.json(200, Json.object()).write(out);

        var headers = Json.read(out.toByteArray()).path("headers");
        assertThat(headers.path("cache-control").asText()).isEqualTo("no-store");
        assertThat(headers.path("x-content-type-options").asText()).isEqualTo("nosniff");
    }

    @ParameterizedTest
    @EnumSource(Problem.class)
    void everyProblemHasAGermanSentence(Problem problem) {
        var json = problem.toJson();

        assertThat(json.path("type").asText()).startsWith("urn:sprechstunde:problem:");
        assertThat(json.path("detail").asText()).endsWith(".").contains(" ");
        assertThat(json.path("status").asInt())
                .satisfiesAnyOf(
                        status -> assertThat(status).isBetween(400, 499),
                        status -> assertThat(status).as("WhatsApp's").isEqualTo(502));
    }

    private static ApiRequest read(JsonNode event) {
        return ApiRequest.of(event, () -> Duration.ZERO);
    }
}
