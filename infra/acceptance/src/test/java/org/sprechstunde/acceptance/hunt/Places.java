package org.sprechstunde.acceptance.hunt;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.sprechstunde.acceptance.hunt.Place.Chunk;
import org.sprechstunde.acceptance.hunt.Tap.Exchange;
import org.sprechstunde.local.output.FunctionLog;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Where the town could have left something, apart from the bucket, the stream and the disk. */
final class Places {
    private static final String METRIC = "\"_aws\"";

    private Places() {}

    /** Every attribute of every item, names included, as raw bytes. */
    static Place table(DynamoDbClient client, String table) {
        return new Place(
                "table",
                () -> client.scanPaginator(scan -> scan.tableName(table).consistentRead(true)).items().stream()
                        .flatMap(Places::attributes));
    }

    /** The attributes of a map, however deep. */
    static Stream<Chunk> attributes(Map<String, AttributeValue> item) {
        return item.entrySet().stream().flatMap(attribute -> {
            String where = "attribute " + attribute.getKey();
            return Stream.concat(Stream.of(Chunk.of(where, attribute.getKey())), values(where, attribute.getValue()));
        });
    }

    private static Stream<Chunk> values(String where, AttributeValue value) {
        Stream<Chunk> texts = Stream.of(
                        Stream.ofNullable(value.s()),
                        Stream.ofNullable(value.n()),
                        value.ss().stream(),
                        value.ns().stream())
                .flatMap(Function.identity())
                .map(text -> Chunk.of(where, text));
        Stream<Chunk> bytes = Stream.concat(Stream.ofNullable(value.b()), value.bs().stream())
                .map(octets -> new Chunk(where, octets.asByteArray()));
        Stream<Chunk> lists = value.l().stream().flatMap(inside -> values(where, inside));
        Stream<Chunk> maps = value.hasM() ? attributes(value.m()) : Stream.empty();
        return Stream.of(texts, bytes, lists, maps).flatMap(Function.identity());
    }

    /** Every line of every function. */
    static Place log(Supplier<List<FunctionLog.Line>> log) {
        return new Place("log", () -> log.get().stream().map(Places::line));
    }

    /** The lines that CloudWatch would turn into metrics. */
    static Place metrics(Supplier<List<FunctionLog.Line>> log) {
        return new Place(
                "metrics",
                () -> log.get().stream()
                        .filter(line -> line.text().contains(METRIC))
                        .map(Places::line));
    }

    private static Chunk line(FunctionLog.Line line) {
        return Chunk.of("line of " + line.function(), line.text());
    }

    /** The first lines of requests: methods and addresses. */
    static Place urls(String name, Supplier<Stream<Exchange>> exchanges) {
        return numbered(name, () -> exchanges.get().map(exchange -> firstLine(exchange.request())));
    }

    /** The headers of requests; the first line is an address and has a place of its own. */
    static Place requestHeaders(String name, Supplier<Stream<Exchange>> exchanges) {
        return numbered(name, () -> exchanges.get().map(exchange -> headers(exchange.request())));
    }

    /** Status lines and headers of answers. */
    static Place answerHeaders(String name, Supplier<Stream<Exchange>> exchanges) {
        return numbered(
                name, () -> exchanges.get().map(exchange -> exchange.answer().head()));
    }

    /** What was sent either way, headers apart. */
    static Place bodies(String name, Supplier<Stream<Exchange>> exchanges) {
        return numbered(
                name,
                () -> exchanges
                        .get()
                        .flatMap(exchange -> Stream.of(exchange.request(), exchange.answer()))
                        .map(HttpMessage::body));
    }

    /** Bytes that have no name but their number. */
    static Place numbered(String name, Supplier<Stream<byte[]>> bytes) {
        return new Place(name, () -> {
            var number = new AtomicInteger();
            return bytes.get().map(one -> new Chunk("number " + number.incrementAndGet(), one));
        });
    }

    private static byte[] firstLine(HttpMessage message) {
        return message.isMissing() ? new byte[0] : message.firstLine().getBytes(ISO_8859_1);
    }

    private static byte[] headers(HttpMessage message) {
        String head = new String(message.head(), ISO_8859_1);
        return head.substring(Math.max(0, head.indexOf("\r\n"))).getBytes(ISO_8859_1);
    }
}
