package org.sprechstunde.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class SigningKeyTest {
    private static final byte[] LINE = {1, 2, 3};

    @Test
    void whatKmsSignsIsHandedOver() {
        var http = new StubHttp(_ -> new StubHttp.Answer(200, "{\"Signature\":\"AQID\"}"));

        assertThat(key(http).sign(LINE)).containsExactly(1, 2, 3);
        assertThat(http.bodies()).singleElement().asString().contains("\"Message\":\"AQID\"");
    }

    @Test
    void aRefusalIsNamedByItsStatusAndLeavesNoConnectionHalfRead() {
        var http = new StubHttp(_ -> new StubHttp.Answer(403, "{\"__type\":\"AccessDeniedException\"}"));

        assertThatIllegalStateException().isThrownBy(() -> key(http).sign(LINE)).withMessageContaining("403");
        assertThat(http.aborted()).isEqualTo(1);
    }

    private static SigningKey key(StubHttp http) {
        return new AwsClients(CompleteEnvironment.with(Map.of()).aws(), () -> http)
                .signingKey("arn:aws:kms:eu-central-1:000000000000:key/SigningKey");
    }
}
