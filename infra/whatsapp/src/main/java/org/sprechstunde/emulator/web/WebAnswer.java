package org.sprechstunde.emulator.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/** What a route gives back: a whole body, or one of the ways in which a network lets a client down. */
public sealed interface WebAnswer {

    int status();

    static WebAnswer json(int status, JsonNode body) {
        return new Whole(status, new Body("application/json", JsonTrees.bytes(body)));
    }

    static WebAnswer ok(JsonNode body) {
        return json(200, body);
    }

    static WebAnswer bytes(String type, byte[] bytes) {
        return new Whole(200, new Body(type, bytes));
    }

    /** {@code {"error": message}}, for a caller of the phone's own API. */
    static WebAnswer refused(int status, String message) {
        return json(status, JsonTrees.object().put("error", message));
    }

    record Whole(int status, Body body) implements WebAnswer {}

    /** The same body, with the wish to be asked again after so many seconds. */
    record RetryAfter(int status, Body body, int seconds) implements WebAnswer {}

    /** The connection closes without a word, although the work was done. */
    record Dropped() implements WebAnswer {
        @Override
        public int status() {
            return 0;
        }
    }

    /** Another address that has what was asked for. */
    record Moved(String to) implements WebAnswer {
        @Override
        public int status() {
            return 302;
        }
    }

    /** The length of the whole is announced, then the connection breaks half-way. */
    record Truncated(int status, Body body) implements WebAnswer {}

    /** The bytes come in drops, all of them after {@code within}. */
    record Trickled(int status, Body body, Duration within) implements WebAnswer {}
}
