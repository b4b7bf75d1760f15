package org.sprechstunde.acceptance.town;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
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
