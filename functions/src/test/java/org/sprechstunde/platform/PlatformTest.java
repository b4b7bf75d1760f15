package org.sprechstunde.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;

/** What the functions share goes in an order that harms nobody. */
final class PlatformTest {
    private static final Duration LAST_STEP = Duration.ofMillis(200);

    private final CountDownLatch begun = new CountDownLatch(1);
    private final List<String> ended = new CopyOnWriteArrayList<>();

    @Test
    void whatStillRunsIsInterruptedAndEndsBeforeItsClientDoes() throws Exception {
        Platform given = Platform.of(CompleteEnvironment.REQUIRED, Clock.systemUTC());
        var aws = new AwsClients(given.settings().aws(), Client::new);
        assertThat(aws.http()).isNotNull();
        var platform =
                new Platform(given.settings(), given.clock(), given.pause(), given.random(), given.threads(), aws);
        platform.threads().execute(this::work);
        begun.await();

        platform.close();

        assertThat(ended).containsExactly("work", "client");
    }

    private void work() {
        begun.countDown();
        try {
            TimeUnit.MINUTES.sleep(1);
        } catch (InterruptedException _) {
            LockSupport.parkNanos(LAST_STEP.toNanos());
            ended.add("work");
        }
    }

    private final class Client implements SdkHttpClient {
        @Override
        public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
            throw new IllegalStateException("nothing is asked here");
        }

        @Override
        public void close() {
            ended.add("client");
        }
    }
}
