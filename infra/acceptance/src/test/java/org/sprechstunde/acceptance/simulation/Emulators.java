package org.sprechstunde.acceptance.simulation;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import org.sprechstunde.local.emulator.DynamoDbLocal;
import org.sprechstunde.local.emulator.Emulator;
import org.sprechstunde.local.emulator.S3Proxy;
import org.sprechstunde.repository.Repository;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;

/** One S3Proxy for all worlds; each world has a DynamoDB of its own. */
final class Emulators implements AutoCloseable {
    static final String ACCESS_KEY = "simulated";
    static final String SECRET_KEY = "simulated-secret";

    private final Emulator bucket;
    private final SdkHttpClient http = new OnceMore(AwsCrtHttpClient.builder().build());

    Emulators() throws Exception {
        var access = new S3Proxy.Access(ACCESS_KEY, SECRET_KEY, "http://127.0.0.1", List.of("GET"), List.of());
        bucket = S3Proxy.start(Repository.file("infra/local"), freePort(), access);
    }

    URI bucketAddress() {
        return bucket.uri();
    }

    SdkHttpClient http() {
        return http;
    }

    static SdkHttpClient newTable() throws Exception {
        return DynamoDbLocal.inProcess(Repository.file("infra/local"));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        http.close();
        bucket.close();
    }
}
