package org.sprechstunde.platform;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import org.sprechstunde.platform.Settings.Service;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;

/** The stack's key that signs and never leaves KMS. */
public final class SigningKey {
    private final SignedCalls signedCalls;
    private final String arn;

    public SigningKey(SignedCalls signedCalls, String arn) {
        this.signedCalls = signedCalls;
        this.arn = arn;
    }

    /**
     * The signature of {@code message}, up to 4,096 bytes: ECDSA over SHA-256, in DER.
     *
     * @throws SdkException if KMS does not give it
     */
    public byte[] sign(byte[] message) {
        var request = Json.object()
                .put("KeyId", arn)
                .put("Message", Base64.getEncoder().encodeToString(message))
                .put("MessageType", "RAW")
                .put("SigningAlgorithm", "ECDSA_SHA_256");
        try {
            JsonNode answer = signedCalls.json(Service.KMS, "TrentService.Sign", request);
            return Base64.getDecoder().decode(answer.path("Signature").asText());
        } catch (SdkServiceException e) {
            Log.event(LogEvent.SIGNATURE_REFUSED, LogField.code(e.statusCode()));
            throw e;
        }
    }
}
