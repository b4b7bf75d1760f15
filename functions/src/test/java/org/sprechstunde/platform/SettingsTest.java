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
    static Iterable<String> names() {
        return CompleteEnvironment.REQUIRED.keySet();
    }

    @ParameterizedTest
    @MethodSource("names")
    void aMissingValueIsAnErrorWithItsName(String name) {
        Map<String, String> environment = new HashMap<>(CompleteEnvironment.REQUIRED);
        environment.put(name, " ");

        assertThatThrownBy(() -> Settings.of(environment))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(name);
    }

    @Test
    void storesAreReachedWhereTheStandardVariablesSay() {
        Map<String, String> environment = new HashMap<>(CompleteEnvironment.REQUIRED);
        environment.put("AWS_ENDPOINT_URL_S3", "http://127.0.0.1:8084");

        Settings settings = Settings.of(environment);

        assertThat(settings.aws().endpoint(Settings.Service.S3)).hasValue(URI.create("http://127.0.0.1:8084"));
        assertThat(settings.aws().endpoint(Settings.Service.DYNAMODB)).isEmpty();
        assertThat(settings.idleRetention()).isEqualTo(Duration.ofDays(30));
    }
}
