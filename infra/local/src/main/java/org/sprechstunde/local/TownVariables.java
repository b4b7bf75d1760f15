package org.sprechstunde.local;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.sprechstunde.local.stores.StoreClients.Credentials;
import org.sprechstunde.local.template.TownTemplate;

/** What follows from options and addresses: the template's parameters, the functions' variables, the secret. */
record TownVariables(Options options, Addresses addresses) {
    static final String PHONE_NUMBER_ID = "100000000000001";
    static final String WEBHOOK_STAGE = "local-webhook-stage";
    static final String CLIENT_ID = "sprechstunde-page";

    Map<String, String> parameters() {
        Map<String, String> parameters = new HashMap<>(ExampleTown.read(options.home(), ExampleTown.USUAL));
        parameters.put("WhatsAppPhoneNumberId", phoneNumberId());
        parameters.put("WhatsAppApiUrl", addresses.of(Part.META).toString());
        parameters.put("OidcIssuer", addresses.of(Part.OIDC).toString());
        parameters.put("OidcClientId", options.variable("OIDC_CLIENT_ID", CLIENT_ID));
        parameters.put("LoginOrigin", options.variable("LOGIN_ORIGIN", addresses.origin(Part.OIDC)));
        String mediaHost = options.variable("WHATSAPP_MEDIA_HOST", "");
        if (!mediaHost.isEmpty()) {
            parameters.put("WhatsAppMediaHost", mediaHost);
        } else if (addresses.isHere(Part.META)) {
            parameters.put("WhatsAppMediaHost", addresses.of(Part.META).getRawAuthority());
        }
        parameters.putAll(options.parameters());
        return parameters;
    }

    /** The same as an admin would have given them: with a login of the stack's own. */
    Map<String, String> deployed() {
        Map<String, String> parameters = parameters();
        parameters.keySet().removeAll(Set.of("OidcIssuer", "OidcClientId", "LoginOrigin"));
        return parameters;
    }

    /** What Lambda itself gives a function, and where the stores are. */
    Map<String, String> functions() {
        Credentials credentials = credentials();
        Map<String, String> variables = new HashMap<>();
        variables.put("AWS_REGION", credentials.region());
        variables.put("AWS_ACCESS_KEY_ID", credentials.accessKey());
        variables.put("AWS_SECRET_ACCESS_KEY", credentials.secretKey());
        if (!credentials.sessionToken().isEmpty()) {
            variables.put("AWS_SESSION_TOKEN", credentials.sessionToken());
        }
        variables.put("AWS_ENDPOINT_URL_DYNAMODB", addresses.of(Part.DYNAMODB).toString());
        variables.put("AWS_ENDPOINT_URL_S3", addresses.of(Part.S3).toString());
        variables.put(
                "AWS_ENDPOINT_URL_SECRETS_MANAGER", addresses.of(Part.SECRETS).toString());
        variables.put("AWS_ENDPOINT_URL_KMS", addresses.of(Part.SECRETS).toString());
        variables.put("AWS_ENDPOINT_URL_SNS", addresses.of(Part.MAIL).toString());
        // The template's own address is that of the deployed API.
        variables.put("PAGE_URL", addresses.of(Part.PAGE) + "/");
        return variables;
    }

    /** Stores elsewhere may hold those of other towns: the stack's name keeps them apart. */
    String stack() {
        return options.variable("SPRECHSTUNDE_STACK", TownTemplate.STACK);
    }

    Credentials credentials() {
        return new Credentials(
                options.variable("AWS_REGION", "eu-central-1"),
                options.variable("AWS_ACCESS_KEY_ID", "local"),
                options.variable("AWS_SECRET_ACCESS_KEY", "local-secret-key"),
                options.variable("AWS_SESSION_TOKEN", ""));
    }

    Map<String, String> secret() {
        return isConnected()
                ? Map.of("appSecret", appSecret(), "accessToken", accessToken(), "verifyToken", verifyToken())
                : Map.of("appSecret", "", "accessToken", "", "verifyToken", "");
    }

    /** What {@code infra/connect} adds to the secret: the stage that WhatsApp delivers to. */
    Map<String, String> secretStage() {
        return isConnected() ? Map.of("webhookStage", WEBHOOK_STAGE) : Map.of();
    }

    /** The path that WhatsApp delivers to. */
    String webhook() {
        return isConnected() ? "/" + WEBHOOK_STAGE + "/webhook" : "/webhook";
    }

    /** False for a town as a deployment leaves it, for {@code infra/connect} to be tried on. */
    boolean isConnected() {
        return !options.variable("SPRECHSTUNDE_CONNECTED", "yes").equals("no");
    }

    String appSecret() {
        return options.variable("SPRECHSTUNDE_APP_SECRET", "local-app-secret");
    }

    String accessToken() {
        return options.variable("SPRECHSTUNDE_ACCESS_TOKEN", "local-access-token");
    }

    String verifyToken() {
        return options.variable("SPRECHSTUNDE_VERIFY_TOKEN", "local-verify-token");
    }

    String phoneNumberId() {
        return options.variable("WHATSAPP_PHONE_NUMBER_ID", PHONE_NUMBER_ID);
    }
}
