package org.sprechstunde.connect;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Is the token Meta's, does it live long enough, may it do what the town does; does the secret fit its app? */
record AccessTokenStep(Console console, GraphClient graph, Clock clock) {
    private static final Set<String> NEEDED = Set.of("whatsapp_business_management", "whatsapp_business_messaging");
    private static final Duration SOON = Duration.ofDays(60);

    AccessToken take(SharedSecrets sharedSecrets) {
        console.step("token");
        // A token may ask about itself (seen in others' code, not in Meta's words); where Meta refuses that, the app
        // asks.
        GraphAnswer itself = graph.get(
                "debug_token?input_token=" + GraphClient.encoded(sharedSecrets.accessToken()),
                sharedSecrets.accessToken());
        JsonNode data = (itself instanceof GraphAnswer.Refused && !itself.isRefused(0, 102, 190)
                        ? byApp(sharedSecrets)
                        : itself)
                .orStop()
                .path("data");
        if (!data.path("is_valid").asBoolean()) {
            throw new AdminMustAct("meta.token");
        }
        String app = data.path("app_id").asText();
        lifetime(data.path("expires_at").asLong());
        permissions(data);
        secretFits(app, sharedSecrets);
        return new AccessToken(app, accounts(data));
    }

    private GraphAnswer byApp(SharedSecrets sharedSecrets) {
        if (console.checkOnly()) {
            throw new AdminMustAct("token.unasked");
        }
        String app = console.ask("token.app");
        return graph.get(
                "debug_token?input_token=" + GraphClient.encoded(sharedSecrets.accessToken()),
                app + "|" + sharedSecrets.appSecret());
    }

    private void lifetime(long expiresAt) {
        if (expiresAt == 0) {
            console.good("token.forever");
            return;
        }
        Instant end = Instant.ofEpochSecond(expiresAt);
        LocalDate day = LocalDate.ofInstant(end, ZoneOffset.UTC);
        if (end.isAfter(clock.instant().plus(SOON))) {
            console.good("token.until", day);
        } else {
            console.open("token.soon", day);
        }
    }

    private void permissions(JsonNode data) {
        Set<String> missing = new LinkedHashSet<>(NEEDED);
        data.path("scopes").forEach(scope -> missing.remove(scope.asText()));
        if (!missing.isEmpty()) {
            throw new AdminMustAct("token.permissions", String.join(", ", missing));
        }
        console.good("token.permitted");
    }

    /** Only whoever knows the secret may read the app's subscriptions. */
    private void secretFits(String app, SharedSecrets sharedSecrets) {
        GraphAnswer graphAnswer = graph.get(app + "/subscriptions", app + "|" + sharedSecrets.appSecret());
        // Meta has been seen to say no with any of these to a wrong secret.
        if (graphAnswer.isRefused(0, 1, 100, 101, 102, 190)) {
            throw new AdminMustAct("token.secret");
        }
        graphAnswer.orStop();
        console.good("token.fits");
    }

    private static List<String> accounts(JsonNode data) {
        Set<String> accounts = new LinkedHashSet<>();
        for (JsonNode scope : data.path("granular_scopes")) {
            if (NEEDED.contains(scope.path("scope").asText())) {
                scope.path("target_ids").forEach(target -> accounts.add(target.asText()));
            }
        }
        return new ArrayList<>(accounts);
    }
}
