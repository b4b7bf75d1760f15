package org.sprechstunde.local.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sprechstunde.local.template.SecretSpec;

class SecretValueTest {
    private static final SecretSpec SECRET = new SecretSpec(
            "secret", "arn", Optional.of("{\"appSecret\":\"\",\"verifyToken\":\"\"}"), Optional.of("pepper"));

    @Test
    void theSecretHasTheTemplatesFieldsAndNoOther() throws Exception {
        String filled = SecretValue.fill(
                SECRET, Map.of("appSecret", "a", "verifyToken", "v", "other", "o"), Map.of("stage", "s"));

        JsonNode json = new ObjectMapper().readTree(filled);
        assertThat(json.fieldNames()).toIterable().containsExactly("appSecret", "verifyToken", "stage", "pepper");
        assertThat(json.path("appSecret").asText()).isEqualTo("a");
        assertThat(json.path("pepper").asText()).hasSize(64);
    }

    @Test
    void everyStartHasAnotherPepper() throws Exception {
        var values = Map.of("appSecret", "a", "verifyToken", "v");

        assertThat(SecretValue.fill(SECRET, values, Map.of())).isNotEqualTo(SecretValue.fill(SECRET, values, Map.of()));
    }

    @Test
    void aFieldThatNobodyKnowsIsAnError() {
        assertThatThrownBy(() -> SecretValue.fill(SECRET, Map.of("appSecret", "a"), Map.of()))
                .hasMessageContaining("verifyToken");
    }
}
