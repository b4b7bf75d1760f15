package org.sprechstunde.local.account;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** KMS, as far as its keys sign: each is a real pair of keys on the curve P-256, made when the town starts. */
public final class KmsStandIn {
    private static final int LONGEST_MESSAGE = 4096;

    private final Map<String, KeyPair> byArn = new ConcurrentHashMap<>();

    KmsStandIn() {}

    /** Makes a key. */
    public void create(String arn) {
        byArn.put(arn, pair());
    }

    /** What everybody may know of the key. */
    public PublicKey publicKey(String arn) {
        return Optional.ofNullable(byArn.get(arn)).orElseThrow().getPublic();
    }

    AwsAnswer answer(String call, JsonNode request) {
        String arn = request.path("KeyId").asText();
        return Optional.ofNullable(byArn.get(arn))
                .map(pair -> switch (call) {
                    case "Sign" -> sign(arn, pair.getPrivate(), request);
                    case "GetPublicKey" -> known(arn, pair.getPublic());
                    default -> AwsAnswer.refused("UnknownOperationException", call + " is not answered here");
                })
                .orElseGet(() -> AwsAnswer.refused("NotFoundException", "Key '" + arn + "' does not exist"));
    }

    private static AwsAnswer sign(String arn, PrivateKey key, JsonNode request) {
        byte[] message = Base64.getDecoder().decode(request.path("Message").asText());
        boolean asked = request.path("MessageType").asText().equals("RAW")
                && request.path("SigningAlgorithm").asText().equals("ECDSA_SHA_256");
        if (!asked || message.length == 0 || message.length > LONGEST_MESSAGE) {
            return AwsAnswer.refused("ValidationException", "only raw messages are signed here, by ECDSA_SHA_256");
        }
        return AwsAnswer.json(AwsAnswer.object()
                .put("KeyId", arn)
                .put("Signature", Base64.getEncoder().encodeToString(signature(key, message)))
                .put("SigningAlgorithm", "ECDSA_SHA_256"));
    }

    private static AwsAnswer known(String arn, PublicKey key) {
        return AwsAnswer.json(AwsAnswer.object()
                .put("KeyId", arn)
                .put("KeySpec", "ECC_NIST_P256")
                .put("KeyUsage", "SIGN_VERIFY")
                .put("PublicKey", Base64.getEncoder().encodeToString(key.getEncoded())));
    }

    /** In DER, as KMS gives it. */
    private static byte[] signature(PrivateKey key, byte[] message) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("P-256 does not sign", e);
        }
    }

    private static KeyPair pair() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("P-256 is missing", e);
        }
    }
}
