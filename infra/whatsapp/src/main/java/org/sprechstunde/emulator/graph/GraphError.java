package org.sprechstunde.emulator.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.sprechstunde.emulator.web.Body;
import org.sprechstunde.emulator.web.JsonTrees;
import org.sprechstunde.emulator.web.WebAnswer;

/** One of Meta's refusals; the code is what callers decide on. */
record GraphError(int http, int code, String title, String details) {
    private static final String NO_OBJECT = "Unsupported request";
    private static final int OBJECT_MISSING = 33;
    private static final Map<Integer, String> TITLES = Map.of(
            131026, "Message undeliverable",
            131042, "Business eligibility payment issue",
            131047, "Re-engagement message",
            131049, "This message was not delivered to maintain healthy ecosystem engagement.",
            131050, "User has stopped marketing messages",
            131053, "Media upload error",
            131056, "(Business Account, Consumer Account) pair rate limit hit");

    static final GraphError TOKEN = new GraphError(401, 190, "Invalid OAuth access token.", "The token is not valid.");
    static final GraphError NO_USER_AGENT =
            new GraphError(400, 100, "Invalid parameter", "The request has no User-Agent header.");
    static final GraphError RATE =
            new GraphError(400, 130429, "Rate limit hit", "Cloud API message throughput has been reached.");
    static final GraphError PAIR = new GraphError(
            400, 131056, "(Business Account, Consumer Account) pair rate limit hit", "Too many messages to one user.");
    static final GraphError CALLBACK =
            new GraphError(400, 2200, "Callback verification failed", "The callback did not echo the challenge.");
    static final GraphError UNAVAILABLE =
            new GraphError(503, 2, "API Service", "Temporary issue due to downtime or due to being overloaded.");
    static final GraphError SERVER = new GraphError(500, 131000, "Something went wrong", "Unknown error.");

    /** A file that Meta does not take. */
    static GraphError file(String details) {
        return new GraphError(400, 131053, "Media upload error", details);
    }

    /** A field has the right shape, but there is nothing of that value. */
    static GraphError value(String details) {
        return new GraphError(400, 131009, "Parameter value is not valid", details);
    }

    /** No such template, or not with these parameters. */
    static GraphError template(int code) {
        return switch (code) {
            case 132000 ->
                new GraphError(400, code, "Template Param Count Mismatch", "Not as many as the template has.");
            case 132001 -> new GraphError(404, code, "Template does not exist", "Not in this language, at least.");
            case 132005 -> new GraphError(400, code, "Template Hydrated Text Too Long", "More than 1024 characters.");
            default -> throw new IllegalArgumentException("not a code for templates");
        };
    }

    /** The number cannot be put on the network or used. */
    static GraphError number(int code) {
        return switch (code) {
            case 133005 -> new GraphError(400, code, "Two step verification PIN Mismatch", "The PIN is wrong.");
            case 133006 -> new GraphError(400, code, "Phone number re-verification needed", "Confirm it first.");
            case 133010 -> new GraphError(400, code, "Phone number Not Registered", "Register it first.");
            default -> throw new IllegalArgumentException("not a code for numbers");
        };
    }

    static GraphError parameter(String details) {
        return new GraphError(400, 100, "Invalid parameter", details);
    }

    /** No such object, or not ours. */
    static GraphError missing(int http) {
        return new GraphError(http, 100, NO_OBJECT, "Object does not exist or cannot be loaded.");
    }

    /** What a {@code failed} status reports. */
    static GraphError later(int code) {
        return new GraphError(400, code, TITLES.getOrDefault(code, "Something went wrong"), "See the error code.");
    }

    /** The same under another HTTP status. */
    GraphError under(int status) {
        return new GraphError(status, code, title, details);
    }

    /** As the answer to a call. */
    WebAnswer answer() {
        return new WebAnswer.Whole(http, body());
    }

    Body body() {
        ObjectNode body = JsonTrees.object();
        ObjectNode error = body.putObject("error")
                .put("message", "(#" + code + ") " + title)
                .put("type", "OAuthException")
                .put("code", code);
        if (title.equals(NO_OBJECT)) {
            error.put("error_subcode", OBJECT_MISSING);
        }
        error.putObject("error_data").put("messaging_product", "whatsapp").put("details", details);
        error.put("fbtrace_id", "AbCdEfGhIjKlMnOpQrStUv");
        return new Body("application/json", JsonTrees.bytes(body));
    }

    /** As an element of a status's {@code errors}. */
    ObjectNode inStatus() {
        ObjectNode error =
                JsonTrees.object().put("code", code).put("title", title).put("message", title);
        error.putObject("error_data").put("details", details);
        return error;
    }
}
