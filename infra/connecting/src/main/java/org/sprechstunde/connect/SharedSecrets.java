package org.sprechstunde.connect;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What town and WhatsApp share; never printed. */
record SharedSecrets(String accessToken, String appSecret, String verifyToken, String webhookStage) {
    static final String WEBHOOK_STAGE = "webhookStage";

    static SharedSecrets of(ObjectNode secret) {
        return new SharedSecrets(
                text(secret, "accessToken"),
                text(secret, "appSecret"),
                text(secret, "verifyToken"),
                text(secret, WEBHOOK_STAGE));
    }

    /** The same secret with these keys in it; whatever else it holds, the pepper above all, stays. */
    ObjectNode into(ObjectNode secret) {
        ObjectNode wanted = secret.deepCopy()
                .put("accessToken", accessToken)
                .put("appSecret", appSecret)
                .put("verifyToken", verifyToken);
        return webhookStage.isEmpty() ? wanted : wanted.put(WEBHOOK_STAGE, webhookStage);
    }

    private static String text(ObjectNode secret, String field) {
        return secret.path(field).asText("");
    }

    @Override
    public String toString() {
        return "Keys[…]";
    }
}
