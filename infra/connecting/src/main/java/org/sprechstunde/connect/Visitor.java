package org.sprechstunde.connect;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** Somebody who calls the town's addresses, as a browser or as WhatsApp would. */
final class Visitor {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /**
     * What came back.
     *
     * @param status 0 if nothing did
     * @param location where to go instead; empty for nowhere
     */
    record Seen(int status, String body, boolean guarded, String location) {
        static final Seen NOTHING = new Seen(0, "", false, "");
    }

    Seen get(String address, Map<String, String> headers) {
        return call(address, headers, HttpRequest.newBuilder().GET());
    }

    Seen post(String address, Map<String, String> headers) {
        return call(address, headers, HttpRequest.newBuilder().POST(BodyPublishers.ofString("{}")));
    }

    Seen put(String address, Map<String, String> headers) {
        return call(address, headers, HttpRequest.newBuilder().PUT(BodyPublishers.ofString("{}")));
    }

    private Seen call(String address, Map<String, String> headers, HttpRequest.Builder request) {
        headers.forEach(request::header);
        try {
            var answer = client.send(
                    request.uri(URI.create(address)).timeout(PATIENCE).build(), BodyHandlers.ofString());
            boolean guarded =
                    answer.headers().firstValue("content-security-policy").isPresent()
                            && answer.headers()
                                    .firstValue("cache-control")
                                    .filter("no-store"::equals)
                                    .isPresent();
            return new Seen(
                    answer.statusCode(),
                    answer.body(),
                    guarded,
                    answer.headers().firstValue("location").orElse(""));
        } catch (IOException _) {
            return Seen.NOTHING;
        } catch (IllegalArgumentException _) {
            // What the town calls its login server may be no address at all.
            return Seen.NOTHING;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Seen.NOTHING;
        }
    }
}
