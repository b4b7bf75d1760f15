package org.sprechstunde.acceptance.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import org.sprechstunde.platform.Json;

/** The one key that signs, the same in all worlds. KMS can be busy. */
final class SimulatedKms {
    static final String ARN = "arn:aws:kms:eu-central-1:000000000000:key/simulated";
    private static final KeyPair PAIR = pair();

    private SimulatedKms() {}

    static SimulatedWhatsApp.Answer answer(byte[] body, CallFate fate) {
        if (fate == CallFate.PARTLY) {
            return new SimulatedWhatsApp.Answer(400, Json.bytes(Json.object().put("__type", "ThrottlingException")));
        }
        JsonNode call = Json.read(body);
        byte[] message = Base64.getDecoder().decode(call.path("Message").asText());
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(PAIR.getPrivate());
            signature.update(message);
            return SimulatedWhatsApp.Answer.json(Json.object()
                    .put("Signature", Base64.getEncoder().encodeToString(signature.sign()))
                    .toString());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static boolean hasSigned(byte[] message, byte[] signed) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initVerify(PAIR.getPublic());
            signature.update(message);
            return signature.verify(signed);
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
