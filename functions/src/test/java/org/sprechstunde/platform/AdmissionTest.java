package org.sprechstunde.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may work here, by what the token says of its owner. */
final class AdmissionTest {
    private static final String CLAIM = "cognito:groups";
    private static final Admission ADMISSION = new Admission(CLAIM, "sprechstunde");

    @ParameterizedTest
    @ValueSource(strings = {"sprechstunde", "[sprechstunde]", "[bauhof sprechstunde]", "[sprechstunde bauhof]"})
    void whoHasTheValueIsAdmitted(String said) {
        assertThat(ADMISSION.admits(Json.object().put(CLAIM, said))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "[",
                "]",
                "bauhof",
                "sprechstunden",
                "[sprechstunden]",
                "bauhof sprechstunde",
                "Sprechstunde"
            })
    void whoHasAnotherIsNot(String said) {
        assertThat(ADMISSION.admits(Json.object().put(CLAIM, said))).isFalse();
    }

    @Test
    void whoseTokenDoesNotSayIsNot() {
        ObjectNode claims = Json.object().put("groups", "sprechstunde");

        assertThat(ADMISSION.admits(claims)).isFalse();
        assertThat(ADMISSION.admits(Json.read("null".getBytes(UTF_8)))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"LOGIN_CLAIM", "LOGIN_CLAIM_VALUE"})
    void halfOfItStartsNothing(String only) {
        Map<String, String> environment = new HashMap<>(CompleteEnvironment.REQUIRED);
        environment.put(only, "groups");

        assertThatThrownBy(() -> Settings.of(environment)).hasMessageContaining("LOGIN_CLAIM");
    }
}
