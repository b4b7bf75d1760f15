package org.sprechstunde.platform;

import java.util.Base64;
import org.sprechstunde.platform.Settings.Service;

/** The stack's key that signs and never leaves KMS. */
public final class SigningKey {
    private final SignedCalls signedCalls;
    private final String arn;

    public SigningKey(SignedCalls signedCalls, String arn) {
        this.signedCalls = signedCalls;
        this.arn = arn;
    }

    /** The signature of {@code message}, up to 4,096 bytes: ECDSA over SHA-256, in DER. */
    public byte[] sign(byte[] message) {
        var request = Json.object()
                .put("KeyId", arn)
                .put("Message", Base64.getEncoder().encodeToString(message))
                .put("MessageType", "RAW")
                .put("SigningAlgorithm", "ECDSA_SHA_256");
        String signature = signedCalls
                .json(Service.KMS, "TrentService.Sign", request)
                .path("Signature")
                .asText();
        return Base64.getDecoder().decode(signature);
    }
}
