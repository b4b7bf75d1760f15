package org.sprechstunde.acceptance.town;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The public door: who does not sign, or sends nonsense, leaves no trace. */
@InTown
final class WebhookTest {
    private static final String LETTER = """
        {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{
        "metadata":{"phone_number_id":"100000000000001"},
        "contacts":[{"profile":{"name":"Spur %1$s"},"user_id":"DE.Spur%1$s"}],
        "messages":[{"from_user_id":"DE.Spur%1$s","id":"wamid.Spur%1$s","type":"text","text":{"body":"Spur"}}]}}]}]}
        """;

    private final TestTown town;

    WebhookTest(TestTown town) {
        this.town = town;
    }

    @Test
    void theHandshakeEchoesTheChallenge() {
        HttpResponse<byte[]> answer = handshake("subscribe", "local-verify-token");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(new String(answer.body(), UTF_8)).isEqualTo("4711");
        assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("text/plain");
    }

    @Test
    void theHandshakeRefusesAnotherTokenOrMode() {
        assertThat(handshake("subscribe", "guess").statusCode()).isEqualTo(403);
        assertThat(handshake("subscribe", "").statusCode()).isEqualTo(403);
        assertThat(handshake("unsubscribe", "local-verify-token").statusCode()).isEqualTo(403);
    }

    @Test
    void whereEverybodyExpectsItNothingIsTakenNotEvenSigned() {
        String body = LETTER.formatted("Geraten");
        HttpRequest request = HttpRequest.newBuilder(town.town().guessableWebhook())
                .header("X-Hub-Signature-256", sign(body, "local-app-secret"))
                .POST(BodyPublishers.ofString(body))
                .build();

        assertThat(ApiClient.send(request).statusCode()).isEqualTo(404);
        assertThat(ApiClient.fetch(URI.create(town.town().guessableWebhook()
                                + "?hub.mode=subscribe&hub.challenge=4711&hub.verify_token=local-verify-token"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(town.api().of("Spur Geraten")).isEmpty();
    }

    @Test
    void aSignedLetterIsTaken() {
        assertThat(post(LETTER.formatted("Ok"), sign(LETTER.formatted("Ok"), "local-app-secret")))
                .isEqualTo(200);
        assertThat(new Await(town).listed("Spur Ok").path("inbound").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sha256=", "sha256=00", "wrong-key", "other-body", "no-prefix"})
    void aLetterThatIsNotSignedIsRefusedAndForgotten(String how) {
        String body = LETTER.formatted("Unsigniert");
        String signature = switch (how) {
            case "wrong-key" -> sign(body, "another-secret");
            case "other-body" -> sign(body + " ", "local-app-secret");
            case "no-prefix" -> sign(body, "local-app-secret").substring("sha256=".length());
            default -> how;
        };

        assertThat(post(body, signature)).isEqualTo(401);
        assertThat(town.api().of("Spur Unsigniert")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "spurtext",
                "{\"spurtext\":",
                "[]",
                "{\"object\":\"page\",\"entry\":[]}",
                "{\"object\":\"whatsapp_business_account\"}",
                "{\"object\":\"whatsapp_business_account\",\"entry\":[]} spurtext"
            })
    void signedNonsenseIsAClearErrorAndNothingOfItIsLogged(String body) {
        HttpResponse<byte[]> answer = send(body, sign(body, "local-app-secret"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(ApiClient.json(answer.body()).path("status").asInt()).isEqualTo(400);
        assertThat(town.town().log()).noneMatch(line -> line.text().contains("spurtext"));
    }

    @Test
    void aBodyOfMoreThanThreeMegabytesIsTooLarge() {
        String body = LETTER.formatted("Gross") + " ".repeat(3 * 1024 * 1024);

        assertThat(post(body, sign(body, "local-app-secret"))).isEqualTo(413);
        assertThat(town.api().of("Spur Gross")).isEmpty();
    }

    @Test
    void threeMegabytesAreNotTooLarge() {
        String letter = LETTER.formatted("Passend");
        String body = letter + " ".repeat(3 * 1024 * 1024 - letter.getBytes(UTF_8).length);

        assertThat(post(body, sign(body, "local-app-secret"))).isEqualTo(200);
    }

    @Test
    void whatCarriesNoMessageIsAnswered200AndForgotten() {
        String body = """
            {"object":"whatsapp_business_account","entry":[{"changes":[{"field":"account_alerts","value":{}},
            {"field":"messages","value":{"metadata":{"phone_number_id":"100000000000001"},
            "statuses":[{"id":"wamid.x","status":"read","recipient_id":"4917139200001",
            "biz_opaque_callback_data":"0123456789abcdef0123456789abcdef/1795424400000-0123456789abcdef0123456789abcdef"}]}}]}]}
            """;
        int before = town.items().size();

        assertThat(post(body, sign(body, "local-app-secret"))).isEqualTo(200);
        assertThat(town.items()).hasSize(before);
    }

    private HttpResponse<byte[]> handshake(String mode, String token) {
        return ApiClient.fetch(URI.create(
                town.town().webhook() + "?hub.mode=" + mode + "&hub.verify_token=" + token + "&hub.challenge=4711"));
    }

    private int post(String body, String signature) {
        return send(body, signature).statusCode();
    }

    private HttpResponse<byte[]> send(String body, String signature) {
        HttpRequest.Builder request = HttpRequest.newBuilder(town.town().webhook())
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString(body));
        if (!signature.isEmpty()) {
            request.header("X-Hub-Signature-256", signature);
        }
        return ApiClient.send(request.build());
    }

    private static String sign(String body, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
