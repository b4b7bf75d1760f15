package org.sprechstunde.acceptance.town;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Delivers any bytes at the webhook's address, signed as WhatsApp signs. */
record SignedPost(TestTown town) {
    private static final String SECRET = "local-app-secret";

    /** The status of the answer. */
    int deliver(byte[] body) {
        HttpRequest request = HttpRequest.newBuilder(town.town().webhook())
                .header("content-type", "application/json")
                .header("X-Hub-Signature-256", "sha256=" + signature(body))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        return ApiClient.send(request).statusCode();
    }

    /** The same as API Gateway hands it over, for a function that is called without it. */
    String event(byte[] body) {
        String stage = Path.of(town.town().webhook().getPath()).getName(0).toString();
        ObjectNode event = Webhooks.object()
                .put("routeKey", "POST /webhook")
                .put("rawPath", "/webhook")
                .put("body", new String(body, UTF_8));
        event.putObject("headers").put("x-hub-signature-256", "sha256=" + signature(body));
        event.putObject("requestContext").put("stage", stage.equals("webhook") ? "$default" : stage);
        return event.toString();
    }

    private static String signature(byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
