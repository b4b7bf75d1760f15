package org.sprechstunde.acceptance.hunt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.sprechstunde.emulator.EmulatorSettings;
import org.sprechstunde.emulator.WhatsAppEmulator;
import org.sprechstunde.local.LocalTown;
import org.sprechstunde.local.Options;
import org.sprechstunde.local.emulator.DynamoDbLocal;
import org.sprechstunde.local.emulator.Emulator;
import org.sprechstunde.local.emulator.S3Proxy;
import org.sprechstunde.repository.Repository;

/** A town with a tap in every connection of its functions: to both stores, to WhatsApp, and from outside. */
final class HuntTown implements AutoCloseable {
    static final String APP_SECRET = "local-app-secret";
    static final String PHONE_NUMBER_ID = "100000000000001";
    private static final Duration FIRST_REDELIVERY = Duration.ofMillis(300);

    private final Emulator dynamoDb;
    private final Emulator s3;
    private final Tap table;
    private final Tap bucket;
    private final Tap whatsApp;
    private final Tap front;
    private final LocalTown town;
    private final WhatsAppEmulator meta;

    private HuntTown(int pagePort, int metaPort) throws Exception {
        String origin = "http://127.0.0.1:" + pagePort;
        dynamoDb = DynamoDbLocal.start(Repository.file("infra/local"), freePort());
        var access = new S3Proxy.Access("local", "local-secret-key", origin, List.of("GET", "HEAD"), List.of("range"));
        s3 = S3Proxy.start(Repository.file("infra/local"), freePort(), access);
        table = Tap.before(dynamoDb.uri().getPort());
        bucket = Tap.before(s3.uri().getPort());
        whatsApp = Tap.before(metaPort);
        front = Tap.before(pagePort);
        town = LocalTown.start(Options.forTest()
                .withParameter("ErasureLog", "yes")
                .withEnvironment("SPRECHSTUNDE_PORT", Integer.toString(pagePort))
                .withEnvironment("AWS_ENDPOINT_URL_DYNAMODB", table.uri().toString())
                .withEnvironment("AWS_ENDPOINT_URL_S3", bucket.uri().toString())
                .withEnvironment("WHATSAPP_API_URL", whatsApp.uri().toString())
                .withEnvironment("WHATSAPP_MEDIA_HOST", whatsApp.uri().getRawAuthority()));
        meta = WhatsAppEmulator.start(
                settings(metaPort, front.uri().resolve(town.webhook().getPath())), town.clock(), FIRST_REDELIVERY);
    }

    static HuntTown start() {
        try {
            return new HuntTown(freePort(), freePort());
        } catch (Exception e) {
            throw new IllegalStateException("the town did not start: " + e, e);
        }
    }

    LocalTown town() {
        return town;
    }

    WhatsAppEmulator meta() {
        return meta;
    }

    /** Before DynamoDB. */
    Tap table() {
        return table;
    }

    /** Before S3. */
    Tap bucket() {
        return bucket;
    }

    /** Before WhatsApp's Graph API and its files. */
    Tap whatsApp() {
        return whatsApp;
    }

    /** Before page, API and webhook, for all but the browser. */
    Tap front() {
        return front;
    }

    /** Runs the sweep as its five-minute schedule does. */
    void sweep() {
        town.invoke("SweepFunction", "{\"detail-type\":\"Scheduled Event\"}");
    }

    /** Runs the sweep as its hourly schedule does. */
    void sweepForLeftovers() {
        town.invoke("SweepFunction", "{\"detail-type\":\"Leftovers\"}");
    }

    private static EmulatorSettings settings(int port, URI webhook) {
        return new EmulatorSettings(
                port,
                webhook,
                APP_SECRET,
                "local-access-token",
                "local-verify-token",
                PHONE_NUMBER_ID,
                "100000000000002",
                "4966249110");
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        meta.close();
        town.close();
        for (AutoCloseable part : List.of(front, whatsApp, bucket, table, s3, dynamoDb)) {
            try {
                part.close();
            } catch (Exception e) {
                throw new IllegalStateException("a part of the town did not stop", e);
            }
        }
    }
}
