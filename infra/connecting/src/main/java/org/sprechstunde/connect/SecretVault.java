package org.sprechstunde.connect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** The stack's secret. */
record SecretVault(SecretsManagerClient client, String id) {
    private static final JsonMapper JSON = new JsonMapper();

    /** @param version Secrets Manager's name for this state of the secret */
    record Kept(ObjectNode secret, String version) {
        @Override
        public String toString() {
            return "Kept[…]";
        }
    }

    Kept read() {
        var value =
                AwsAccount.call("secretsmanager:GetSecretValue", () -> client.getSecretValue(get -> get.secretId(id)));
        try {
            if (JSON.readTree(value.secretString()) instanceof ObjectNode secret
                    && !secret.path("pepper").asText("").isEmpty()) {
                return new Kept(secret, value.versionId());
            }
        } catch (JsonProcessingException _) {
            // The exception would repeat the secret.
        }
        throw new AdminMustAct("secret.broken");
    }

    /** Writes a new version and returns its name; the old one stays readable as {@code AWSPREVIOUS}. */
    String write(ObjectNode secret) {
        return AwsAccount.call(
                "secretsmanager:PutSecretValue",
                () -> client.putSecretValue(put -> put.secretId(id).secretString(secret.toString()))
                        .versionId());
    }
}
