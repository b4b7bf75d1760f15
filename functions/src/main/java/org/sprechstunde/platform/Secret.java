package org.sprechstunde.platform;

import java.nio.charset.StandardCharsets;

/**
 * The stack's secret values; never printed.
 *
 * @param webhookStage the API's stage whose name only WhatsApp is told; empty where WhatsApp still delivers to an
 *     address that anybody can guess
 * @param account WhatsApp's id of the town's account; empty where nobody has said it
 */
public record Secret(
        String appSecret, String accessToken, String verifyToken, String pepper, String webhookStage, String account) {

    public Secret {
        for (String value : new String[] {appSecret, accessToken, verifyToken, pepper}) {
            if (value.isBlank()) {
                throw new IllegalStateException("the stack's secret is incomplete: every request is refused");
            }
        }
    }

    /** Key of WhatsApp's signatures. */
    public byte[] signatureKey() {
        return appSecret.getBytes(StandardCharsets.UTF_8);
    }

    /** Key of the stack's pseudonyms. */
    public byte[] pepperKey() {
        return pepper.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Secret[…]";
    }
}
