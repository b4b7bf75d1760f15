package org.sprechstunde.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

final class MultipartWriteTest {
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final SdkHttpClient http = AwsCrtHttpClient.create();
    private HttpServer server;
    private MultipartWrite multipartWrite;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        S3Client client = S3Client.builder()
                .endpointOverride(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
                .forcePathStyle(true)
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
                .httpClient(http)
                .build();
        multipartWrite = new MultipartWrite(client, "bucket", "name");
    }

    @AfterEach
    void stop() {
        http.close();
        server.stop(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, MultipartWrite.PIECE - 1, MultipartWrite.PIECE, MultipartWrite.PIECE + 1})
    void onlyTheCallersThreadReads(int length) throws IOException {
        Set<Thread> readers = ConcurrentHashMap.newKeySet();

        multipartWrite.write(new FilterInputStream(new ByteArrayInputStream(new byte[length])) {
            @Override
            public int read(byte[] buffer, int offset, int count) throws IOException {
                readers.add(Thread.currentThread());
                return super.read(buffer, offset, count);
            }
        });

        assertThat(readers).containsExactly(Thread.currentThread());
    }

    @Test
    void whatIsNoLongerThanAPieceGoesAtOnce() throws IOException {
        multipartWrite.write(new ByteArrayInputStream(new byte[MultipartWrite.PIECE - 1]));

        assertThat(calls).containsExactly("PUT null");
    }

    @Test
    void whatIsLongerGoesPieceByPiece() throws IOException {
        multipartWrite.write(new ByteArrayInputStream(new byte[2 * MultipartWrite.PIECE + 1]));

        assertThat(calls)
                .containsExactly(
                        "POST uploads",
                        "PUT partNumber=1&uploadId=one",
                        "PUT partNumber=2&uploadId=one",
                        "PUT partNumber=3&uploadId=one",
                        "POST uploadId=one");
    }

    @Test
    void aStreamThatBreaksOffStoresNothingAndLeavesNoPiece() {
        InputStream broken = new FilterInputStream(new ByteArrayInputStream(new byte[MultipartWrite.PIECE + 1])) {
            @Override
            public int read(byte[] buffer, int offset, int count) throws IOException {
                int read = super.read(buffer, offset, count);
                if (read < 0) {
                    throw new IOException("broken");
                }
                return read;
            }
        };

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> multipartWrite.write(broken));

        assertThat(calls).containsExactly("POST uploads", "PUT partNumber=1&uploadId=one", "DELETE uploadId=one");
    }

    private void answer(HttpExchange call) throws IOException {
        call.getRequestBody().readAllBytes();
        String query = String.valueOf(call.getRequestURI().getRawQuery());
        calls.add(call.getRequestMethod() + " " + query);
        call.getResponseHeaders().add("ETag", "\"tag\"");
        byte[] body = (query.equals("uploads")
                        ? "<InitiateMultipartUploadResult><UploadId>one</UploadId></InitiateMultipartUploadResult>"
                        : "<CompleteMultipartUploadResult/>")
                .getBytes(StandardCharsets.UTF_8);
        boolean hasBody = call.getRequestMethod().equals("POST");
        call.sendResponseHeaders(200, hasBody ? body.length : -1);
        if (hasBody) {
            call.getResponseBody().write(body);
        }
        call.close();
    }
}
