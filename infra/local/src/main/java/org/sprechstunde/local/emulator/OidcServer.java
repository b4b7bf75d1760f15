package org.sprechstunde.local.emulator;

import java.lang.reflect.Array;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;

/** mock-oauth2-server: anybody may log in, and tokens carry the scope that was asked for. */
public final class OidcServer {
    /** The issuer's path; issuers are created on first use. */
    public static final String ISSUER = "sprechstunde";

    private static final String ROOT = "no.nav.security.mock.oauth2.";

    private OidcServer() {}

    public static Emulator start(Path modules, int port) throws Exception {
        Path module = modules.resolve("oidc");
        IsolatedClassLoader isolatedClassLoader = IsolatedClassLoader.of(module);
        return isolatedClassLoader.call(
                () -> start(isolatedClassLoader, port, configuration(module.resolve("login.html"))));
    }

    private static Emulator start(IsolatedClassLoader isolatedClassLoader, int port, String configuration)
            throws Exception {
        Class<?> configType = isolatedClassLoader.type(ROOT + "OAuth2Config");
        Object companion = configType.getField("Companion").get(null);
        Object config = companion.getClass().getMethod("fromJson", String.class).invoke(companion, configuration);
        Object noRoutes = Array.newInstance(isolatedClassLoader.type(ROOT + "http.Route"), 0);
        Class<?> type = isolatedClassLoader.type(ROOT + "MockOAuth2Server");
        Object server = type.getConstructor(configType, noRoutes.getClass()).newInstance(config, noRoutes);
        InetAddress loopback = InetAddress.getLoopbackAddress();
        type.getMethod("start", InetAddress.class, int.class).invoke(server, loopback, port);
        return new Emulator(
                URI.create("http://127.0.0.1:" + port + "/" + ISSUER),
                () -> isolatedClassLoader.call(() -> type.getMethod("shutdown").invoke(server)));
    }

    /**
     * Access tokens look like Cognito's: {@code client_id} and {@code scope}, no {@code aud}. The
     * authorization code's scope is put in by the login page, because the server forgets it; whose it is, who types a name there.
     */
    private static String configuration(Path loginPage) {
        return """
            {
              "interactiveLogin": true,
              "loginPagePath": "%s",
              "httpServer": "NettyWrapper",
              "tokenCallbacks": [{
                "issuerId": "%s",
                "tokenExpiry": 900,
                "requestMappings": [
                  {"requestParam": "person", "match": "*", "claims":
                    {"sub": "${person}", "name": "${person}", "client_id": "${clientId}", "scope": "${scope}"}},
                  {"requestParam": "subject", "match": "*", "claims":
                    {"sub": "${subject}", "client_id": "${clientId}"}},
                  {"requestParam": "scope", "match": "*", "claims":
                    {"sub": "${clientId}", "client_id": "${clientId}", "scope": "${scope}"}},
                  {"requestParam": "grant_type", "match": "*", "claims":
                    {"sub": "${clientId}", "client_id": "${clientId}"}}
                ]
              }]
            }
            """.formatted(loginPage.toString().replace("\\", "\\\\"), ISSUER);
    }
}
