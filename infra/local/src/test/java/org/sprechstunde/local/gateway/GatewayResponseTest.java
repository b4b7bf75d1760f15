package org.sprechstunde.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class GatewayResponseTest {
    private static GatewayResponse of(String answer) {
        return GatewayResponse.of(answer.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void statusHeadersCookiesAndBodyAreTakenOver() {
        GatewayResponse response = of("""
            {"statusCode": 201, "headers": {"Content-Type": "text/html", "X-One": "1"},
             "cookies": ["a=1", "b=2"], "body": "Grüße"}
            """);

        assertThat(response.status()).isEqualTo(201);
        assertThat(response.headers())
                .containsEntry("content-type", List.of("text/html"))
                .containsEntry("x-one", List.of("1"))
                .containsEntry("set-cookie", List.of("a=1", "b=2"));
        assertThat(response.body()).isEqualTo("Grüße".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aBinaryBodyIsDecoded() {
        assertThat(of("{\"statusCode\":200,\"body\":\"AAEC\",\"isBase64Encoded\":true}")
                        .body())
                .isEqualTo(new byte[] {0, 1, 2});
    }

    @Test
    void withoutAStatusTheWholeAnswerIsTheBody() {
        GatewayResponse response = of("{\"hello\":\"world\"}");

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.headers()).containsEntry("content-type", List.of("application/json"));
        assertThat(new String(response.body(), StandardCharsets.UTF_8)).isEqualTo("{\"hello\":\"world\"}");
    }

    @Test
    void whatIsNoAnswerIsTheFunctionsFault() {
        for (String answer : List.of(
                "not JSON", "{\"statusCode\":7}", "{\"statusCode\":200,\"body\":\"?\",\"isBase64Encoded\":true}")) {
            assertThat(of(answer).status()).isEqualTo(500);
        }
    }
}
