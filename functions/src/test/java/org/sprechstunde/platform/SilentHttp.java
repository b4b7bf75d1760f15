package org.sprechstunde.platform;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/** Answers nothing until a call is aborted, which then fails. */
final class SilentHttp implements SdkHttpClient {

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        var aborted = new CountDownLatch(1);
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                try {
                    aborted.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                throw new IOException("aborted");
            }

            @Override
            public void abort() {
                aborted.countDown();
            }
        };
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
