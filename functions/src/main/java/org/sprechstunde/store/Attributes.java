package org.sprechstunde.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** DynamoDB's attribute values, spoken briefly. */
public final class Attributes {
    private static final Duration TTL_AFTER = Duration.ofDays(3);

    private Attributes() {}

    public static AttributeValue of(String text) {
        return AttributeValue.fromS(text);
    }

    public static AttributeValue of(long number) {
        return AttributeValue.fromN(Long.toString(number));
    }

    public static AttributeValue of(byte[] bytes) {
        return AttributeValue.fromB(SdkBytes.fromByteArray(bytes));
    }

    /** A time for our own reading: milliseconds since 1970. */
    public static AttributeValue millis(Instant time) {
        return of(time.toEpochMilli());
    }

    /** Several times at once, none twice. */
    static AttributeValue millis(Set<Instant> times) {
        return AttributeValue.fromNs(times.stream()
                .map(time -> Long.toString(time.toEpochMilli()))
                .distinct()
                .toList());
    }

    /** A time in seconds since 1970. */
    public static AttributeValue seconds(Instant time) {
        return of(time.getEpochSecond());
    }

    /**
     * For DynamoDB's TTL, of what should be gone at {@code end}: days later. The sweep erases on time, and asks WhatsApp to
     * forget as well; TTL, which asks nobody, is for what the sweep has not seen to.
     */
    public static AttributeValue ttl(Instant end) {
        return seconds(end.plus(TTL_AFTER));
    }

    public static String text(Map<String, AttributeValue> item, String name) {
        return required(item, name).s();
    }

    public static long number(Map<String, AttributeValue> item, String name) {
        return Long.parseLong(required(item, name).n());
    }

    public static byte[] bytes(Map<String, AttributeValue> item, String name) {
        return required(item, name).b().asByteArray();
    }

    public static Instant time(Map<String, AttributeValue> item, String name) {
        return Instant.ofEpochMilli(number(item, name));
    }

    public static Optional<String> optionalText(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).map(AttributeValue::s);
    }

    static Optional<byte[]> optionalBytes(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).map(value -> value.b().asByteArray());
    }

    public static OptionalLong optionalNumber(Map<String, AttributeValue> item, String name) {
        return item.containsKey(name) ? OptionalLong.of(number(item, name)) : OptionalLong.empty();
    }

    public static Optional<Instant> optionalTime(Map<String, AttributeValue> item, String name) {
        return item.containsKey(name) ? Optional.of(time(item, name)) : Optional.empty();
    }

    static Optional<Instant> latest(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).stream()
                .flatMap(times -> times.ns().stream())
                .map(Long::parseLong)
                .max(Long::compare)
                .map(Instant::ofEpochMilli);
    }

    private static AttributeValue required(Map<String, AttributeValue> item, String name) {
        @Nullable AttributeValue value = item.get(name);
        if (value == null) {
            throw new IllegalStateException("an item lacks the attribute " + name);
        }
        return value;
    }
}
