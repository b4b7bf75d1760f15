package org.sprechstunde.acceptance.artefact;

import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sprechstunde.acceptance.bench.Figures;
import org.sprechstunde.emulator.chat.Attachment;
import org.sprechstunde.emulator.phone.CitizenMessage;
import org.sprechstunde.emulator.phone.FileKind;
import org.sprechstunde.emulator.phone.MessageDraft;
import org.sprechstunde.emulator.web.Body;
import org.sprechstunde.local.LocalTown;
import org.sprechstunde.local.Options;
import org.sprechstunde.local.Options.EngineKind;
import org.sprechstunde.local.output.FunctionLog;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/**
 * How much memory the tasks function takes for a file of 100 MB over one of 16, the packaged jar in a JVM of 512 MB; and how
 * fast the warm function is beside a copy that neither cleans nor seals nor checks.
 */
final class MediaBenchmark {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int MEGABYTE = 1 << 20;
    private static final int LARGE = 100;
    private static final int ROUNDS = Figures.isQuick() ? 1 : 5;
    private static final String COPY = "00000000000000000000000000000bad/0123456789abcdef0123456789abcdef";

    private final Figures figures = new Figures("media");

    @Test
    void aLargeFileTakesNoMoreMemoryThanASmallOne() {
        try (LocalTown town = LocalTown.start(Options.forTest().withEngine(EngineKind.CHILD_JVM))) {
            double small = peak(town, 16);
            double large = peak(town, LARGE);
            figures.put("media-peak-mb", large);
            figures.put("media-peak", large / small);
        }
    }

    @Test
    void aLargeFileIsNearlyAsFastAsACopy() throws Exception {
        try (LocalTown town = LocalTown.start(Options.forTest())) {
            List<Double> ratios = new ArrayList<>();
            for (int round = -1; round < ROUNDS; round++) {
                long nothing = stored(town, "Klein " + round, 1);
                long large = stored(town, "Groß " + round, LARGE * MEGABYTE);
                long copied = copied(town, new byte[LARGE * MEGABYTE]);
                if (round >= 0) {
                    // What both wait for, above all the stream that wakes the function, is not the file's.
                    ratios.add((double) copied / (large - nothing));
                }
            }
            figures.put("media-speed", ratios.stream().sorted().toList().get(ROUNDS / 2));
        }
    }

    /** Milliseconds from the message until its file is in the bucket, by the functions' own clock. */
    private static long stored(LocalTown town, String name, int bytes) {
        int before = town.log().size();
        long start = System.currentTimeMillis();
        send(town, name, bytes);
        return await().atMost(PATIENCE)
                        .until(
                                () -> town.log().stream()
                                        .skip(before)
                                        .map(FunctionLog.Line::text)
                                        .filter(line -> line.contains("\"MEDIA_STORED\""))
                                        .findFirst(),
                                Optional::isPresent)
                        .map(line -> Long.parseLong(line.replaceAll(".*\"Timestamp\":(\\d+).*", "$1")))
                        .orElseThrow()
                - start;
    }

    /** Milliseconds of a download and an upload in parts of eight megabytes, one after the other. */
    private static long copied(LocalTown town, byte[] file) throws Exception {
        HttpServer source = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        source.createContext("/", call -> {
            call.sendResponseHeaders(200, file.length);
            call.getResponseBody().write(file);
            call.close();
        });
        source.start();
        try {
            long start = System.currentTimeMillis();
            try (var in = URI.create("http://127.0.0.1:" + source.getAddress().getPort())
                    .toURL()
                    .openStream()) {
                upload(town, in);
            }
            return System.currentTimeMillis() - start;
        } finally {
            source.stop(0);
        }
    }

    private static void upload(LocalTown town, InputStream in) throws IOException {
        S3Client client = town.stores().bucket();
        String bucket = town.bucket();
        String id = client.createMultipartUpload(
                        request -> request.bucket(bucket).key(COPY))
                .uploadId();
        List<CompletedPart> parts = new ArrayList<>();
        byte[] piece = new byte[8 * MEGABYTE];
        for (int length; (length = in.readNBytes(piece, 0, piece.length)) > 0; ) {
            int number = parts.size() + 1;
            RequestBody body = RequestBody.fromBytes(Arrays.copyOf(piece, length));
            String tag = client.uploadPart(
                            request -> request.bucket(bucket)
                                    .key(COPY)
                                    .uploadId(id)
                                    .partNumber(number),
                            body)
                    .eTag();
            parts.add(CompletedPart.builder().partNumber(number).eTag(tag).build());
        }
        client.completeMultipartUpload(request ->
                request.bucket(bucket).key(COPY).uploadId(id).multipartUpload(upload -> upload.parts(parts)));
    }

    private static void send(LocalTown town, String name, int bytes) {
        var file = new Attachment(new Body("application/pdf", new byte[bytes]), Optional.empty());
        town.meta()
                .send(
                        town.meta().citizens().withPhone(name),
                        CitizenMessage.of(MessageDraft.File.of(FileKind.DOCUMENT, file)));
    }

    /** Megabytes that the function's process has ever held. */
    private static double peak(LocalTown town, int megabytes) {
        MayorHttpClient mayor = new MayorHttpClient(town);
        send(town, "Mess " + megabytes, megabytes * MEGABYTE);
        await().atMost(PATIENCE).until(() -> isStored(mayor, "Mess " + megabytes));
        return status("TasksFunction");
    }

    private static boolean isStored(MayorHttpClient mayor, String name) {
        return mayor.list()
                .valueStream()
                .filter(enquiry -> enquiry.path("name").asText().equals(name))
                .anyMatch(enquiry ->
                        mayor.open(enquiry.path("id").asText()).toString().contains("\"stored\""));
    }

    private static double status(String function) {
        try (Stream<ProcessHandle> children = ProcessHandle.current().descendants()) {
            return children.map(ProcessHandle::pid)
                    .filter(pid -> read(pid, "cmdline").contains(function))
                    .mapToDouble(pid -> read(pid, "status")
                            .lines()
                            .filter(line -> line.startsWith("VmHWM"))
                            .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                            .sum())
                    .max()
                    .orElseThrow();
        }
    }

    private static String read(long pid, String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), file));
        } catch (IOException e) {
            return "";
        }
    }
}
