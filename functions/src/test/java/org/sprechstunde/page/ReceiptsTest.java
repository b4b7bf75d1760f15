package org.sprechstunde.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.sprechstunde.platform.ApiRequest;
import org.sprechstunde.platform.AwsClients;
import org.sprechstunde.platform.CompleteEnvironment;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.Services;
import org.sprechstunde.platform.Settings;
import org.sprechstunde.store.Table;

final class ReceiptsTest {
    private final Settings settings = CompleteEnvironment.with(Map.of("ERASURE_LOG_KEY", "arn"));

    @Test
    void whoeverOpensTheMayorsPageWaitsForNoClientOfDynamoDbs() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var services = new Services(
                    new Platform(settings, Clock.systemUTC(), _ -> {}, new SecureRandom(), threads, aws()));
            Receipts receipts = Receipts.of(services).orElseThrow();

            assertThat(receipts.answer(request("GET /quittung", "")).status()).isEqualTo(200);
            assertThat(receipts.answer(request("POST /quittung", "code=nichts")).status())
                    .isEqualTo(200);

            assertThat(services.known(Table.class)).isNull();
        }
    }

    private AwsClients aws() {
        return new AwsClients(settings.aws(), () -> {
            throw new AssertionError("an HTTP client was built");
        });
    }

    private static ApiRequest request(String route, String form) {
        return new ApiRequest(
                route,
                ApiRequest.PUBLIC_STAGE,
                "/quittung",
                "",
                Optional.empty(),
                Map.of(),
                Map.of(),
                Map.of(),
                form.getBytes(UTF_8),
                () -> Duration.ofSeconds(1));
    }
}
