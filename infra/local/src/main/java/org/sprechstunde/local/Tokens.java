package org.sprechstunde.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Asks the OIDC server for a token by client credentials, as a script would. */
final class Tokens {
    static final String MAYOR = "sprechstunde/mayor";

    private Tokens() {}

    static String get(URI issuer, String scope) {
        return get(issuer, Map.of("scope", scope));
    }

    /** Of one of several who may log in. */
    static String get(URI issuer, String scope, String person) {
        return get(issuer, Map.of("scope", scope, "person", person));
    }

    private static String get(URI issuer, Map<String, String> wish) {
        Map<String, String> form = new HashMap<>(wish);
        form.put("grant_type", "client_credentials");
        form.put("client_id", TownVariables.CLIENT_ID);
        form.put("client_secret", "any");
        HttpRequest request = HttpRequest.newBuilder(URI.create(issuer + "/token"))
                .header("content-type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encode(form)))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            String body = http.send(request, BodyHandlers.ofString()).body();
            return new ObjectMapper().readTree(body).required("access_token").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encode(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
