package org.sprechstunde.platform;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** The stack's secret, kept five minutes; fetched again on a refusal, so that rotation needs no deployment. */
public final class Secrets {
    private static final Duration KEPT = Duration.ofMinutes(5);

    /** A stranger's wrong signatures must not buy a call to Secrets Manager each. */
    private static final Duration SHORTEST = Duration.ofSeconds(30);

    private final SecretsManagerClient client;
    private final String id;
    private final Clock clock;
    private @Nullable Cached cached;

    private record Cached(Secret secret, Instant since) {}

    Secrets(SecretsManagerClient client, String id, Clock clock) {
        this.client = client;
        this.id = id;
        this.clock = clock;
    }

    public Secret current() {
        return notOlderThan(KEPT);
    }

    /** The secret after a refusal: fetched again unless that happened a moment ago. */
    public Secret afterRefusal() {
        return notOlderThan(SHORTEST);
    }

    private synchronized Secret notOlderThan(Duration age) {
        Cached known = cached;
        Instant now = clock.instant();
        if (known == null || known.since().plus(age).isBefore(now)) {
            known = new Cached(fetch(), now);
            cached = known;
        }
        return known.secret();
    }

    private Secret fetch() {
        JsonNode json =
                Json.read(client.getSecretValue(request -> request.secretId(id)).secretString());
        return new Secret(
                Json.text(json, "appSecret").orElse(""),
                Json.text(json, "accessToken").orElse(""),
                Json.text(json, "verifyToken").orElse(""),
                Json.text(json, "pepper").orElse(""),
                Json.text(json, "webhookStage").orElse(""),
                Json.text(json, "account").orElse(""));
    }
}
