package org.sprechstunde.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkException;

final class SigningKeyTest {
    private static final byte[] LINE = {1, 2, 3};

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void stop() {
        threads.close();
    }

    @Test
    void whatKmsSignsIsHandedOver() {
        var http = new StubHttp(_ -> new StubHttp.Answer(200, "{\"Signature\":\"AQID\"}"));

        assertThat(key(http).sign(LINE)).containsExactly(1, 2, 3);
        assertThat(http.bodies()).singleElement().asString().contains("\"Message\":\"AQID\"");
    }

    @Test
    void aRefusalIsNoSignature() {
        var http = new StubHttp(_ -> new StubHttp.Answer(403, "{\"__type\":\"AccessDeniedException\"}"));

        assertThatThrownBy(() -> key(http).sign(LINE)).isInstanceOf(SdkException.class);
    }

    private SigningKey key(StubHttp http) {
        Settings settings = CompleteEnvironment.with(Map.of());
        var aws = new AwsClients(settings.aws(), () -> http);
        var platform = new Platform(settings, Clock.systemUTC(), _ -> {}, new SecureRandom(), threads, aws);
        return new SigningKey(new SignedCalls(platform), "arn:aws:kms:eu-central-1:000000000000:key/SigningKey");
    }
}
