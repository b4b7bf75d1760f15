package org.sprechstunde.platform;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sprechstunde.platform.Settings.Service;

/** The stack's secret, kept five minutes; fetched again on a refusal, so that rotation needs no deployment. */
public final class Secrets {
    private static final Duration KEPT = Duration.ofMinutes(5);

    /** A stranger's wrong signatures must not buy a call to Secrets Manager each. */
    private static final Duration SHORTEST = Duration.ofSeconds(30);

    private final SignedCalls signedCalls;
    private final String id;
    private final Clock clock;
    private @Nullable Cached cached;

    private record Cached(Secret secret, Instant since) {}

    Secrets(SignedCalls signedCalls, String id, Clock clock) {
        this.signedCalls = signedCalls;
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
        JsonNode answer = signedCalls.json(
                Service.SECRETS_MANAGER,
                "secretsmanager.GetSecretValue",
                Json.object().put("SecretId", id));
        JsonNode json = Json.read(answer.path("SecretString").asText());
        return new Secret(
                Json.text(json, "appSecret").orElse(""),
                Json.text(json, "accessToken").orElse(""),
                Json.text(json, "verifyToken").orElse(""),
                Json.text(json, "pepper").orElse(""),
                Json.text(json, "webhookStage").orElse(""),
                Json.text(json, "account").orElse(""));
    }
}
