package org.sprechstunde.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StagesTest {
    private final Stages stages = new Stages();

    StagesTest() {
        stages.add("8f3a");
    }

    @Test
    void aNamedStageTakesWhatIsBelowItsName() {
        assertThat(stages.of("/8f3a/webhook")).isEqualTo("8f3a");
        assertThat(stages.of("/8f3a")).isEqualTo("8f3a");
        assertThat(request("/8f3a/webhook").routePath()).isEqualTo("/webhook");
    }

    @Test
    void thePublicStageTakesEverythingElse() {
        assertThat(stages.of("/webhook")).isEqualTo("$default");
        assertThat(stages.of("/")).isEqualTo("$default");
        assertThat(stages.of("/8f3a9/webhook")).isEqualTo("$default");
        assertThat(stages.of("/assets/8f3a")).isEqualTo("$default");
        assertThat(request("/8f3a9/webhook").routePath()).isEqualTo("/8f3a9/webhook");
    }

    @Test
    void aStageThatIsGoneTakesNothing() {
        stages.remove("8f3a");

        assertThat(stages.of("/8f3a/webhook")).isEqualTo("$default");
    }

    private GatewayRequest request(String path) {
        return new GatewayRequest(
                "POST", stages.of(path), path, "", "HTTP/1.1", "127.0.0.1", Map.of(), new byte[0], Instant.EPOCH);
    }
}
