package org.sprechstunde.emulator.graph;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.sprechstunde.emulator.faults.FaultPoint;
import org.sprechstunde.emulator.variants.Variant;
import org.sprechstunde.emulator.variants.Variants;
import org.sprechstunde.emulator.web.Body;
import org.sprechstunde.emulator.web.Delay;
import org.sprechstunde.emulator.web.JsonTrees;
import org.sprechstunde.emulator.web.WebAnswer;
import org.sprechstunde.emulator.web.WebRequest;

/** What the variants in force make of a call. */
final class Habits {
    private static final Duration STATUSES_ARRIVE = Duration.ofMillis(500);
    private static final int PATIENCE = 2;

    private final Variants variants;
    private final Set<String> connections = ConcurrentHashMap.newKeySet();

    Habits(Variants variants) {
        this.variants = variants;
    }

    /** The answer of a habit that keeps the work from being done. */
    Optional<WebAnswer> instead(FaultPoint where, WebRequest request) {
        boolean used = !connections.add(request.connection());
        if (request.header("Connection").filter("close"::equalsIgnoreCase).isPresent()) {
            // It ends with this answer, and its port may be the next one's.
            connections.remove(request.connection());
        }
        if (used && variants.has(Variant.DEAD_WHEN_REUSED)) {
            return Optional.of(new WebAnswer.Dropped());
        }
        return switch (where) {
            case MEDIA_LOOKUP -> numberRefused(request);
            case MEDIA_DELETE -> numberRefused(request).or(this::deletion);
            case CONTACT_BOOK -> deletion();
            case MESSAGES -> message();
            case READ_RECEIPT, MEDIA_UPLOAD, MEDIA_DOWNLOAD, SETUP, WEBHOOK, STATUS_WEBHOOK -> Optional.empty();
        };
    }

    private Optional<WebAnswer> numberRefused(WebRequest request) {
        return variants.has(Variant.NUMBER_REFUSED)
                        && request.query("phone_number_id").isPresent()
                ? Optional.of(GraphError.parameter("Param phone_number_id is not valid")
                        .answer())
                : Optional.empty();
    }

    private Optional<WebAnswer> deletion() {
        if (variants.has(Variant.DELETE_DENIED)) {
            return Optional.of(WebAnswer.ok(JsonTrees.object().put("success", false)));
        }
        if (variants.has(Variant.DELETE_LOST_IN_BETWEEN)) {
            return Optional.of(new WebAnswer.Whole(404, html("<html><body>Not Found</body></html>")));
        }
        if (variants.has(Variant.DELETE_PARAMETER_REFUSED)) {
            return Optional.of(GraphError.parameter("Invalid parameter").answer());
        }
        return variants.has(Variant.DELETE_FINDS_NOTHING)
                ? Optional.of(GraphError.missing(400).answer())
                : Optional.empty();
    }

    private Optional<WebAnswer> message() {
        if (variants.strikes(Variant.TOKEN_REFUSED_AS_400, FaultPoint.MESSAGES, 1)) {
            return Optional.of(GraphError.TOKEN.under(400).answer());
        }
        if (variants.strikes(Variant.TOO_MANY_WITHOUT_CODE, FaultPoint.MESSAGES, 1)) {
            return Optional.of(WebAnswer.json(429, JsonTrees.object().put("message", "Too many requests")));
        }
        if (variants.strikes(Variant.UNAVAILABLE_TWICE, FaultPoint.MESSAGES, 2)) {
            return Optional.of(GraphError.UNAVAILABLE.answer());
        }
        return variants.strikes(Variant.RETRY_AFTER, FaultPoint.MESSAGES, 1)
                ? Optional.of(new WebAnswer.RetryAfter(429, GraphError.RATE.body(), PATIENCE))
                : Optional.empty();
    }

    /** What a habit makes of an answer once the work is done. */
    WebAnswer after(FaultPoint where, WebAnswer answer) {
        if (where == FaultPoint.MESSAGES && variants.has(Variant.STATUS_FIRST)) {
            Delay.sleep(STATUSES_ARRIVE);
        }
        return answer instanceof WebAnswer.Whole(int status, Body body)
                        && variants.strikes(Variant.ANSWER_CUT, where, 1)
                ? new WebAnswer.Truncated(status, body)
                : answer;
    }

    private static Body html(String text) {
        return new Body("text/html", text.getBytes(StandardCharsets.UTF_8));
    }
}
