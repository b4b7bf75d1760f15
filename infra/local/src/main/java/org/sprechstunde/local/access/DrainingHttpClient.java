package org.sprechstunde.local.access;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * Closes when no call is under way any more. The CRT's client ends the whole JVM if a call looks for a connection while another
 * thread closes it, and a town may be closed while its functions work; on Lambda no client is ever closed.
 */
public final class DrainingHttpClient implements SdkHttpClient {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final SdkHttpClient http;
    private final Duration patience;
    private final ReadWriteLock calls = new ReentrantReadWriteLock();
    private volatile boolean isClosed;

    public DrainingHttpClient(SdkHttpClient http) {
        this(http, PATIENCE);
    }

    DrainingHttpClient(SdkHttpClient http, Duration patience) {
        this.http = http;
        this.patience = patience;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        ExecutableHttpRequest prepared = http.prepareRequest(request);
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                return answer(prepared);
            }

            @Override
            public void abort() {
                prepared.abort();
            }
        };
    }

    private HttpExecuteResponse answer(ExecutableHttpRequest call) throws IOException {
        calls.readLock().lock();
        try {
            if (isClosed) {
                throw new IOException("the client is closed");
            }
            return call.call();
        } finally {
            calls.readLock().unlock();
        }
    }

    /** A call that does not end keeps the client open: better a connection too many than no JVM. */
    @Override
    public void close() {
        isClosed = true;
        if (isDrained()) {
            try {
                http.close();
            } finally {
                calls.writeLock().unlock();
            }
        }
    }

    private boolean isDrained() {
        try {
            return calls.writeLock().tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public String clientName() {
        return http.clientName();
    }
}
