package org.sprechstunde.inbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;
import org.sprechstunde.platform.Json;

/**
 * As many messages as one answer holds, oldest first. Lambda's answers end at 6 MB, and it wraps them in JSON once more,
 * which makes two bytes of each quotation mark and backslash: so half of that, and room for the longest message.
 *
 * @param isLast whether there are none before these
 */
record MessageSlice(Deque<Shown> messages, boolean isLast) {
    /** A message as it is shown, and when that will look different though nothing has happened to it. */
    record Shown(Optional<Instant> until, ObjectNode json) {}

    /** As {@code openapi.yaml} says. */
    static final int MOST = 200;

    private static final int BYTES = 1_500_000;

    /** The first of {@code newestFirst}; of the others no more is read than whether there are any. */
    static MessageSlice of(Stream<Shown> newestFirst) {
        Deque<Shown> messages = new ArrayDeque<>();
        long bytes = 0;
        Iterator<Shown> rest = newestFirst.iterator();
        while (rest.hasNext()) {
            Shown message = rest.next();
            bytes += Json.bytes(message.json).length;
            if (messages.size() == MOST || (bytes > BYTES && !messages.isEmpty())) {
                return new MessageSlice(messages, false);
            }
            messages.addFirst(message);
        }
        return new MessageSlice(messages, true);
    }

    /** The first moment at which one of them will look different. */
    Optional<Instant> until() {
        return messages.stream().flatMap(message -> message.until.stream()).min(Comparator.naturalOrder());
    }

    void write(ObjectNode json) {
        ArrayNode array = json.putArray("messages");
        messages.forEach(message -> array.add(message.json));
        if (isLast) {
            json.putNull("earlier");
        } else {
            json.put("earlier", messages.getFirst().json.path("id").asText());
        }
    }
}
