package org.sprechstunde.local.meta.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/** What a route gives back: a whole body, or one of the ways in which a network lets a client down. */
public sealed interface Answer {

    int status();

    static Answer json(int status, JsonNode body) {
        return new Whole(status, new Body("application/json", Json.bytes(body)));
    }

    static Answer ok(JsonNode body) {
        return json(200, body);
    }

    static Answer bytes(String type, byte[] bytes) {
        return new Whole(200, new Body(type, bytes));
    }

    /** {@code {"error": message}}, for a caller of the phone's own API. */
    static Answer refused(int status, String message) {
        return json(status, Json.object().put("error", message));
    }

    record Whole(int status, Body body) implements Answer {}

    /** The connection closes without a word, although the work was done. */
    record Dropped() implements Answer {
        @Override
        public int status() {
            return 0;
        }
    }

    /** Another address that has what was asked for. */
    record Moved(String to) implements Answer {
        @Override
        public int status() {
            return 302;
        }
    }

    /** The length of the whole is announced, then the connection breaks half-way. */
    record Truncated(int status, Body body) implements Answer {}

    /** The bytes come in drops, all of them after {@code within}. */
    record Trickled(int status, Body body, Duration within) implements Answer {}
}
