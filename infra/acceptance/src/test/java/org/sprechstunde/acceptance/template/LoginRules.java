package org.sprechstunde.acceptance.template;

import static org.sprechstunde.acceptance.template.WrittenResource.fact;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The login of the stack's own. */
final class LoginRules {
    private static final int MINUTES = 15;

    private LoginRules() {}

    static List<String> weak(WrittenTemplate template) {
        WrittenResource pool = template.resource("MayorPool").orElseThrow();
        WrittenResource client = template.resource("MayorClient").orElseThrow();
        List<String> weak = new ArrayList<>();
        weak.addAll(pool.complaints(
                fact(
                        "asks for a second factor",
                        pool.at("/MfaConfiguration").asText().equals("ON")),
                fact(
                        "has no SMS",
                        !pool.properties().toString().contains("SMS_")
                                && pool.at("/SmsConfiguration").isMissingNode()),
                fact(
                        "is by invitation",
                        pool.at("/AdminCreateUserConfig/AllowAdminCreateUserOnly")
                                .asBoolean()),
                fact(
                        "verifies users of passkeys",
                        pool.at("/WebAuthnUserVerification").asText().equals("required")),
                fact(
                        "is protected once the town is connected",
                        DeletionRules.isProtectedLater(pool.at("/DeletionProtection")))));
        weak.addAll(client.complaints(
                fact("keeps no secret", !client.at("/GenerateSecret").asBoolean(true)),
                fact(
                        "uses the code flow only",
                        client.at("/AllowedOAuthFlows").toString().equals("[\"code\"]")),
                fact(
                        "asks for the scope",
                        client.at("/AllowedOAuthScopes")
                                .toString()
                                .equals("[\"openid\",\"profile\",\"sprechstunde/mayor\"]")),
                fact(
                        "hides who exists",
                        client.at("/PreventUserExistenceErrors").asText().equals("ENABLED")),
                fact("revokes tokens", client.at("/EnableTokenRevocation").asBoolean()),
                fact(
                        "gives tokens for 15 minutes",
                        client.at("/AccessTokenValidity").asInt() == MINUTES),
                fact(
                        "counts in minutes",
                        client.at("/TokenValidityUnits/AccessToken").asText().equals("minutes"))));
        return weak;
    }

    /** Whoever brings an OIDC server gets no second way in, and cannot bring one without TLS. */
    static List<String> twoWaysIn(WrittenTemplate template) {
        List<String> wrong = new ArrayList<>();
        template.resources().stream()
                .filter(resource -> resource.type().startsWith("AWS::Cognito::"))
                .filter(resource -> !resource.body().path("Condition").asText().equals("OwnLogin"))
                .map(WrittenResource::id)
                .forEach(wrong::add);
        JsonNode pattern = template.section("Parameters").at("/OidcIssuer/AllowedPattern");
        if (!"".matches(pattern.asText()) || "http://example.org".matches(pattern.asText())) {
            wrong.add("an issuer without TLS is accepted");
        }
        return wrong;
    }
}
