package org.sprechstunde.local.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.sprechstunde.local.template.SecretSpec;

/** Secrets Manager: read and write a value by the secret's name or ARN. */
final class SecretsManagerStandIn {
    private final Map<String, Kept> byArn = new ConcurrentHashMap<>();

    private record Kept(SecretSpec secret, String value, String version) {
        static Kept of(SecretSpec secret, String value) {
            return new Kept(secret, value, UUID.randomUUID().toString());
        }
    }

    void put(SecretSpec secret, String value) {
        byArn.put(secret.arn(), Kept.of(secret, value));
    }

    String value(String id) {
        return find(id).orElseThrow().value();
    }

    AwsAnswer answer(String call, JsonNode request) {
        Optional<Kept> found = find(request.path("SecretId").asText());
        if (found.isEmpty()) {
            return AwsAnswer.refused("ResourceNotFoundException", "Secrets Manager can't find the specified secret.");
        }
        return switch (call) {
            case "GetSecretValue" ->
                AwsAnswer.json(
                        described(found.get()).put("SecretString", found.get().value()));
            case "PutSecretValue" ->
                AwsAnswer.json(described(
                        replaced(found.get(), request.path("SecretString").asText())));
            default -> AwsAnswer.refused("InvalidRequestException", call + " is not answered here");
        };
    }

    private Kept replaced(Kept old, String value) {
        Kept kept = Kept.of(old.secret(), value);
        byArn.put(old.secret().arn(), kept);
        return kept;
    }

    private Optional<Kept> find(String id) {
        return byArn.values().stream()
                .filter(kept ->
                        kept.secret().arn().equals(id) || kept.secret().name().equals(id))
                .findFirst();
    }

    private static ObjectNode described(Kept kept) {
        ObjectNode json = AwsAnswer.object()
                .put("ARN", kept.secret().arn())
                .put("Name", kept.secret().name())
                .put("VersionId", kept.version());
        json.putArray("VersionStages").add("AWSCURRENT");
        return json;
    }
}
