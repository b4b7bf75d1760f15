package org.sprechstunde.emulator.webhook;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The town's webhook address as Meta sees it. */
public final class Endpoint implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(35);
    private static final String CHALLENGE = "1158201444";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private volatile URI webhook;
    private volatile boolean open = true;
    private final String appSecret;

    public Endpoint(URI webhook, String appSecret) {
        this.webhook = webhook;
        this.appSecret = appSecret;
    }

    /** The handshake that precedes all deliveries: true if the town knows the token and echoes the challenge. */
    public boolean subscribe(String verifyToken) throws InterruptedException {
        return shakeHands(webhook, verifyToken);
    }

    /** Delivers to {@code callback} from now on if it passes that handshake; false if it does not. */
    public boolean adopt(URI callback, String verifyToken) throws InterruptedException {
        boolean passed = shakeHands(callback, verifyToken);
        if (passed) {
            webhook = callback;
        }
        return passed;
    }

    public URI webhook() {
        return webhook;
    }

    /** While it is not open, nothing is delivered and nothing is kept for later, as at Meta. */
    public void open(boolean wanted) {
        open = wanted;
    }

    boolean isOpen() {
        return open;
    }

    private boolean shakeHands(URI callback, String verifyToken) throws InterruptedException {
        String query = "?hub.mode=subscribe&hub.challenge=" + CHALLENGE + "&hub.verify_token="
                + URLEncoder.encode(verifyToken, StandardCharsets.UTF_8);
        try {
            HttpRequest request = request(URI.create(callback + query)).build();
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            return answer.statusCode() == 200 && answer.body().equals(CHALLENGE);
        } catch (IOException _) {
            return false;
        }
    }

    /** Delivers signed bytes; the town's status, or 0 if there was no answer. */
    int deliver(byte[] body, boolean signedWell) throws InterruptedException {
        String secret = signedWell ? appSecret : appSecret + "-not";
        HttpRequest request = request(webhook)
                .header("Content-Type", "application/json")
                .header(SignatureHeader.HEADER, SignatureHeader.of(body, secret))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException _) {
            return 0;
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private static HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri).timeout(PATIENCE).header("User-Agent", "facebookexternalua");
    }
}
