package org.sprechstunde.enquiry;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.sprechstunde.platform.RandomId;

/**
 * When a message was written and a token of its own. WhatsApp's times are whole seconds, so the
 * token begins with the arrival: messages of one second keep the order in which they came.
 */
public record MessageId(Instant time, RandomId token) {
    private static final Pattern FORM = Pattern.compile("(\\d{13})-([0-9a-f]{32})");
    private static final HexFormat HEX = HexFormat.of();
    private static final int TIME_DIGITS = 13;
    private static final int ARRIVAL_DIGITS = 12;
    private static final int PLACE_DIGITS = 4;
    private static final int RADIX = 16;
    private static final int RANDOM_BYTES = 10;

    public static MessageId next(Instant time, Instant arrival, RandomGenerator random) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        String arrived = HEX.toHexDigits(arrival.toEpochMilli(), ARRIVAL_DIGITS);
        return new MessageId(time, new RandomId(arrived + HEX.formatHex(bytes)));
    }

    /** The same message, in {@code place} among those that arrived with it; they may be 65,536. */
    public MessageId at(int place) {
        String value = token.value();
        String rest = value.substring(ARRIVAL_DIGITS + PLACE_DIGITS);
        return new MessageId(
                time, new RandomId(value.substring(0, ARRIVAL_DIGITS) + HEX.toHexDigits(place, PLACE_DIGITS) + rest));
    }

    public static Optional<MessageId> parse(String text) {
        var form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(
                        new MessageId(Instant.ofEpochMilli(Long.parseLong(form.group(1))), new RandomId(form.group(2))))
                : Optional.empty();
    }

    /** When the message came to us; counts for retention, since a late message is not an old one. */
    public Instant arrival() {
        return Instant.ofEpochMilli(Long.parseLong(token.value().substring(0, ARRIVAL_DIGITS), RADIX));
    }

    /** Thirteen digits of milliseconds, then the token: sorts by time. */
    @Override
    public String toString() {
        String millis = Long.toString(time.toEpochMilli());
        return "0".repeat(Math.max(0, TIME_DIGITS - millis.length())) + millis + "-" + token;
    }
}
