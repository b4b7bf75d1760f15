package org.sprechstunde.whatsapp.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.sprechstunde.platform.Json;

/**
 * Reads WhatsApp's {@code timestamp}: seconds, or milliseconds where a sender has mistaken them. A time from the
 * future, or older than WhatsApp delivers, is no time: the message counts.
 */
record TimestampParser(Instant now) {
    /** WhatsApp delivers for seven days. */
    private static final Duration OLDEST = Duration.ofDays(9);

    /** In seconds this is the year 5138, in milliseconds 1973. */
    private static final long MILLISECONDS = 100_000_000_000L;

    Instant of(JsonNode message) {
        OptionalLong number = Json.number(message, "timestamp");
        if (number.isEmpty()) {
            return now;
        }
        long seconds = number.getAsLong() < MILLISECONDS ? number.getAsLong() : number.getAsLong() / 1_000;
        boolean sensible =
                seconds <= now.getEpochSecond() && seconds >= now.minus(OLDEST).getEpochSecond();
        return sensible ? Instant.ofEpochSecond(seconds) : now;
    }
}
