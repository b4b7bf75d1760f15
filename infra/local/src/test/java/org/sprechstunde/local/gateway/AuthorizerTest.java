package org.sprechstunde.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sprechstunde.local.FreePort;
import org.sprechstunde.local.emulator.Emulator;
import org.sprechstunde.local.emulator.OidcServer;
import org.sprechstunde.local.gateway.Authorizer.Decision;
import org.sprechstunde.local.template.RouteSpec;
import org.sprechstunde.local.template.RouteSpec.AuthorizerSpec;

/** Against tokens of the real server, signed with its real keys. */
class AuthorizerTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static Emulator server;
    private static String issuer;

    private final Authorizer authorizer = new Authorizer(new SigningKeys());

    @BeforeAll
    static void startServer() throws Exception {
        server = OidcServer.start(Path.of("").toAbsolutePath(), FreePort.find());
        issuer = server.uri().toString();
    }

    @AfterAll
    static void stopServer() {
        server.close();
        HTTP.close();
    }

    private static String token(String clientId, String scope) throws Exception {
        String form = "grant_type=client_credentials&client_secret=any&client_id=" + clientId + "&scope=" + scope;
        HttpRequest request = HttpRequest.newBuilder(URI.create(issuer + "/token"))
                .header("content-type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        String answer = HTTP.send(request, BodyHandlers.ofString()).body();
        return new ObjectMapper().readTree(answer).required("access_token").asText();
    }

    private static RouteSpec route(String wantedIssuer) {
        var spec = new AuthorizerSpec(wantedIssuer, List.of("page"));
        return new RouteSpec("GET /", "Hello", Optional.of(spec), List.of("town/mayor"));
    }

    private Decision decide(String header) {
        return authorizer.decide(route(issuer), Optional.of(header), Instant.now());
    }

    @Test
    void aTokenWithTheScopeGoesThroughWithItsClaims() throws Exception {
        Decision decision = decide("Bearer " + token("page", "openid+town/mayor"));

        assertThat(decision)
                .isInstanceOfSatisfying(
                        Decision.Granted.class,
                        granted -> assertThat(granted.claims().orElseThrow().texts())
                                .containsEntry("scope", "openid town/mayor")
                                .containsEntry("client_id", "page"));
    }

    @Test
    void theWordBearerMayBeMissing() throws Exception {
        assertThat(decide(token("page", "town/mayor"))).isInstanceOf(Decision.Granted.class);
    }

    @Test
    void anotherScopeIsForbidden() throws Exception {
        assertThat(decide("Bearer " + token("page", "town/clerk"))).isEqualTo(new Decision.Forbidden());
    }

    @Test
    void anotherClientsTokenIsWorthNothing() throws Exception {
        assertThat(decide("Bearer " + token("other", "town/mayor"))).isEqualTo(new Decision.Unauthorized());
    }

    @Test
    void anotherIssuersTokenIsWorthNothing() throws Exception {
        String foreign = token("page", "town/mayor");

        Decision decision =
                authorizer.decide(route(issuer.replace("sprechstunde", "other")), Optional.of(foreign), Instant.now());

        assertThat(decision).isEqualTo(new Decision.Unauthorized());
    }

    @Test
    void aTokenIsWorthNothingBeforeItsTimeAndAfterIt() throws Exception {
        Optional<String> token = Optional.of(token("page", "town/mayor"));
        Instant now = Instant.now();

        for (Duration off : List.of(Duration.ofMinutes(16), Duration.ofMinutes(-1))) {
            assertThat(authorizer.decide(route(issuer), token, now.plus(off))).isEqualTo(new Decision.Unauthorized());
        }
    }

    @Test
    void aChangedTokenIsWorthNothing() throws Exception {
        String token = token("page", "town/clerk");
        String[] parts = token.split("\\.", -1);
        String other = token("page", "town/mayor").split("\\.", -1)[1];

        assertThat(decide(parts[0] + "." + other + "." + parts[2])).isEqualTo(new Decision.Unauthorized());
    }

    @Test
    void noTokenAndRubbishAreUnauthorized() {
        assertThat(authorizer.decide(route(issuer), Optional.empty(), Instant.now()))
                .isEqualTo(new Decision.Unauthorized());
        assertThat(decide("Bearer a.b.c")).isEqualTo(new Decision.Unauthorized());
    }

    @Test
    void anIssuerThatCannotBeReachedLetsNobodyIn() throws Exception {
        Optional<String> token = Optional.of(token("page", "town/mayor"));

        assertThat(authorizer.decide(route("http://127.0.0.1:9/nobody"), token, Instant.now()))
                .isEqualTo(new Decision.Unauthorized());
    }

    @Test
    void aPublicRouteAsksForNothing() {
        var open = new RouteSpec("GET /", "Hello", Optional.empty(), List.of());

        assertThat(authorizer.decide(open, Optional.empty(), Instant.now()))
                .isEqualTo(new Decision.Granted(Optional.empty()));
    }
}
