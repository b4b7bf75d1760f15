package org.sprechstunde.acceptance.hunt;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sprechstunde.acceptance.hunt.CanarySearch.Finding;
import org.sprechstunde.local.LocalTown;
import org.sprechstunde.local.Options;
import org.sprechstunde.local.output.FunctionLog;
import org.sprechstunde.local.output.RoutedOutput;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The proof of the hunt: a leak of each form is planted into each kind of place, and the hunt finds it there. */
@Tag("full")
final class PlantedLeakTest {
    private static final String WORDS = "Quxübelkrawft Wombälzigtor";
    private static final String SENTENCE = "heißt " + WORDS + " und wohnt hier";
    private static final CanarySearch SEARCH = new CanarySearch(List.of(Canary.text("words", WORDS)));
    private static final String NAME = "planted";

    private static LocalTown town;
    private static Tap tap;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws IOException {
        town = LocalTown.start(Options.forTest());
        tap = Tap.before(town.page().getPort());
    }

    @AfterAll
    static void stop() throws IOException {
        tap.close();
        town.close();
    }

    static Stream<Arguments> everyFormInEveryPlaceThatCanHoldIt() {
        return Stream.of(PlaceKind.values())
                .flatMap(kind -> Stream.of(Encoding.values())
                        .filter(form -> kind.takes(Leak.of(form, SENTENCE, WORDS)))
                        .map(form -> Arguments.of(kind, form)));
    }

    @ParameterizedTest(name = "{1} in {0}")
    @MethodSource("everyFormInEveryPlaceThatCanHoldIt")
    void aPlantedLeakIsFound(PlaceKind kind, Encoding form) throws Exception {
        byte[] leak = Leak.of(form, SENTENCE, WORDS);

        Place place = plant(kind, leak);

        assertThat(SEARCH.in(List.of(place)).findings())
                .extracting(Finding::canary, Finding::form)
                .contains(tuple("words", form));
    }

    private Place plant(PlaceKind kind, byte[] leak) throws Exception {
        return switch (kind) {
            case TABLE_TEXT -> tableWith(AttributeValue.fromS(text(leak)));
            case TABLE_BYTES -> tableWith(AttributeValue.fromB(SdkBytes.fromByteArray(leak)));
            case STREAM -> streamWith(text(leak));
            case OBJECT_NAME -> bucketWith(text(leak), "", new byte[0]);
            case OBJECT_METADATA -> bucketWith(NAME, text(leak), new byte[0]);
            case OBJECT_BYTES -> bucketWith(NAME, "", leak);
            case LOG -> Places.log(logWith(text(leak))::lines);
            case METRIC -> Places.metrics(logWith("{\"_aws\":{},\"name\":\"" + text(leak) + "\"}")::lines);
            case URL -> Places.urls("urls", sent(leak, new byte[0], new byte[0]));
            case HEADER -> Places.requestHeaders("headers", sent("/".getBytes(US_ASCII), leak, new byte[0]));
            case BODY -> Places.bodies("bodies", sent("/".getBytes(US_ASCII), new byte[0], leak));
            case FILE_NAME -> fileWith(text(leak), new byte[0]);
            case FILE -> fileWith("any.tmp", leak);
            case PROFILE -> fileWith("Default/Sessions/Session_1", leak);
        };
    }

    private static Place tableWith(AttributeValue value) {
        var item = Map.of("pk", AttributeValue.fromS(NAME), "sk", AttributeValue.fromS(NAME), "value", value);
        town.stores().table().putItem(put -> put.tableName(town.table()).item(item));
        return Places.table(town.stores().table(), town.table());
    }

    private static Place streamWith(String key) {
        var item = Map.of("pk", AttributeValue.fromS(key), "sk", AttributeValue.fromS(NAME));
        town.stores().table().putItem(put -> put.tableName(town.table()).item(item));
        String arn = town.stores()
                .table()
                .describeTable(describe -> describe.tableName(town.table()))
                .table()
                .latestStreamArn();
        return StreamPlace.of(town.stores().streams(), arn);
    }

    private static Place bucketWith(String name, String metadata, byte[] bytes) {
        town.stores()
                .bucket()
                .putObject(
                        put -> put.bucket(town.bucket()).key(name).metadata(Map.of("planted", metadata)),
                        RequestBody.fromBytes(bytes));
        return BucketPlace.of(town.stores().bucket(), town.bucket());
    }

    /** Through a thread's standard output, as a function's lines go. */
    @SuppressWarnings("SystemOut")
    private static FunctionLog logWith(String line) throws Exception {
        var log = new FunctionLog(_ -> {});
        RoutedOutput.listening(text -> log.add("Planted", text), () -> {
            System.out.println(line);
            return line;
        });
        return log;
    }

    private static Supplier<Stream<Tap.Exchange>> sent(byte[] path, byte[] header, byte[] body) throws IOException {
        int before = tap.exchanges().size();
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), tap.uri().getPort())) {
            var out = socket.getOutputStream();
            out.write("POST /".getBytes(US_ASCII));
            out.write(path);
            out.write(" HTTP/1.1\r\nHost: here\r\nConnection: close\r\nX-Planted: ".getBytes(US_ASCII));
            out.write(header);
            out.write(("\r\nContent-Length: " + body.length + "\r\n\r\n").getBytes(US_ASCII));
            out.write(body);
            out.flush();
            socket.getInputStream().readAllBytes();
        }
        return () -> tap.exchanges().stream().skip(before);
    }

    private Place fileWith(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        return FilesPlace.all("files", folder);
    }

    private static String text(byte[] leak) {
        return new String(leak, UTF_8);
    }
}
