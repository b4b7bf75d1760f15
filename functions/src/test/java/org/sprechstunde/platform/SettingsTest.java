package org.sprechstunde.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SettingsTest {
    private static final Map<String, String> COMPLETE = Map.ofEntries(
            Map.entry("TABLE", "town"),
            Map.entry("BUCKET", "town-media"),
            Map.entry("SECRET", "town-secret"),
            Map.entry("TOWN", "Heringen (Werra)"),
            Map.entry("TOWN_HALL_HOURS", "dienstags von 14 bis 16 Uhr"),
            Map.entry("PRIVACY_NOTICE_URL", "https://town.example/datenschutz"),
            Map.entry("SIGNS", "typing"),
            Map.entry("RETENTION_IDLE_DAYS", "30"),
            Map.entry("RETENTION_MAX_DAYS", "90"),
            Map.entry("WHATSAPP_API_URL", "https://graph.facebook.com"),
            Map.entry("WHATSAPP_API_VERSION", "v26.0"),
            Map.entry("WHATSAPP_PHONE_NUMBER_ID", "1"),
            Map.entry("WHATSAPP_MEDIA_HOST", "lookaside.fbsbx.com"),
            Map.entry("OIDC_ISSUER", "https://login.example"),
            Map.entry("OIDC_CLIENT_ID", "page"),
            Map.entry("OIDC_SCOPE", "sprechstunde/mayor"),
            Map.entry("LOGIN_ORIGIN", "https://login.example"),
            Map.entry("AWS_REGION", "eu-central-1"),
            Map.entry("AWS_ACCESS_KEY_ID", "key"),
            Map.entry("AWS_SECRET_ACCESS_KEY", "secret"));

    static Iterable<String> names() {
        return COMPLETE.keySet();
    }

    @ParameterizedTest
    @MethodSource("names")
    void aMissingValueIsAnErrorWithItsName(String name) {
        Map<String, String> environment = new HashMap<>(COMPLETE);
        environment.put(name, " ");

        assertThatThrownBy(() -> Settings.of(environment))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(name);
    }

    @Test
    void storesAreReachedWhereTheStandardVariablesSay() {
        Map<String, String> environment = new HashMap<>(COMPLETE);
        environment.put("AWS_ENDPOINT_URL_S3", "http://127.0.0.1:8084");

        Settings settings = Settings.of(environment);

        assertThat(settings.aws().endpoint(Settings.Service.S3)).hasValue(URI.create("http://127.0.0.1:8084"));
        assertThat(settings.aws().endpoint(Settings.Service.DYNAMODB)).isEmpty();
        assertThat(settings.idleRetention()).isEqualTo(Duration.ofDays(30));
    }
}
