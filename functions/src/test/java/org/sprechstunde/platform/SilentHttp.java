package org.sprechstunde.platform;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CountDownLatch;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;

/** Answers nothing, or says that it answers and then nothing, until a call is aborted, which then fails. */
final class SilentHttp implements SdkHttpClient {
    private final boolean begins;

    SilentHttp(boolean begins) {
        this.begins = begins;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        var aborted = new CountDownLatch(1);
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                if (!begins) {
                    await(aborted);
                }
                return HttpExecuteResponse.builder()
                        .response(SdkHttpResponse.builder().statusCode(200).build())
                        .responseBody(AbortableInputStream.create(silence(aborted), aborted::countDown))
                        .build();
            }

            @Override
            public void abort() {
                aborted.countDown();
            }
        };
    }

    private static InputStream silence(CountDownLatch aborted) {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                await(aborted);
                return -1;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                return read();
            }
        };
    }

    private static void await(CountDownLatch aborted) throws IOException {
        try {
            aborted.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IOException("aborted");
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
