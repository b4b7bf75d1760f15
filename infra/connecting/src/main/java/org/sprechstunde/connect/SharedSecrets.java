package org.sprechstunde.connect;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What town and WhatsApp share; never printed. */
record SharedSecrets(String accessToken, String appSecret, String verifyToken) {

    static SharedSecrets of(ObjectNode secret) {
        return new SharedSecrets(text(secret, "accessToken"), text(secret, "appSecret"), text(secret, "verifyToken"));
    }

    /** The same secret with these keys in it; whatever else it holds, the pepper above all, stays. */
    ObjectNode into(ObjectNode secret) {
        return secret.deepCopy()
                .put("accessToken", accessToken)
                .put("appSecret", appSecret)
                .put("verifyToken", verifyToken);
    }

    private static String text(ObjectNode secret, String field) {
        return secret.path(field).asText("");
    }

    @Override
    public String toString() {
        return "Keys[…]";
    }
}
