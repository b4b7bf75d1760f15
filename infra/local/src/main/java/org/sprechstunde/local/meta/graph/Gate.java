package org.sprechstunde.local.meta.graph;

import java.time.Clock;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.sprechstunde.local.meta.faults.Struck;
import org.sprechstunde.local.meta.faults.What;
import org.sprechstunde.local.meta.faults.Where;
import org.sprechstunde.local.meta.web.Answer;
import org.sprechstunde.local.meta.web.Json;
import org.sprechstunde.local.meta.web.Pause;
import org.sprechstunde.local.meta.web.Request;
import org.sprechstunde.local.meta.web.Route;

/** What stands before every route: who may call, what goes wrong on purpose, and the record of the call. */
final class Gate {
    private static final String BEARER = "Bearer ";

    private final Predicate<String> tokens;
    private final GraphApi.Watch watch;
    private final Clock clock;

    /** Lets pass whose token is one of {@code tokens}. */
    Gate(Predicate<String> tokens, GraphApi.Watch watch, Clock clock) {
        this.tokens = tokens;
        this.watch = watch;
        this.clock = clock;
    }

    /** What a route does once the caller is known, and where its faults lie. */
    record Behind(Function<Request, Where> where, BiFunction<Request, Struck, Answer> work) {}

    Route route(String method, String template, Behind behind) {
        return new Route(method, template, request -> {
            Answer answer = refused(request).orElseGet(() -> faulty(request, behind));
            watch.calls()
                    .add(new Call(
                            method,
                            template,
                            answer.status(),
                            clock.instant(),
                            Json.read(request.body()).orElseGet(Json::object)));
            return answer;
        });
    }

    private Optional<Answer> refused(Request request) {
        if (request.header("User-Agent").isEmpty()) {
            return Optional.of(GraphError.NO_USER_AGENT.answer());
        }
        boolean known = request.header("Authorization")
                .filter(header -> header.startsWith(BEARER))
                .map(header -> header.substring(BEARER.length()))
                .filter(tokens)
                .isPresent();
        return known ? Optional.empty() : Optional.of(GraphError.TOKEN.answer());
    }

    private Answer faulty(Request request, Behind behind) {
        Where where = behind.where().apply(request);
        Struck struck = watch.faults().strike(where);
        Pause.sleep(struck.duration(What.DELAY));
        Optional<Answer> instead = before(struck);
        if (instead.isPresent()) {
            return instead.get();
        }
        Answer answer = behind.work().apply(request, struck);
        if (where != Where.MEDIA_DOWNLOAD) {
            Pause.sleep(struck.duration(What.SLOW));
        }
        if (struck.by(What.GATEWAY_5XX)) {
            return Answer.json(502, Json.object());
        }
        return struck.by(What.DROP_AFTER_ACCEPT) ? new Answer.Dropped() : answer;
    }

    /** The answer of a fault that keeps the work from being done. */
    private static Optional<Answer> before(Struck struck) {
        Optional<GraphError> error = struck.faults().stream()
                .flatMap(fault -> error(fault.what()).stream())
                .findFirst();
        return error.map(GraphError::answer);
    }

    private static Optional<GraphError> error(What what) {
        return switch (what) {
            case STATUS_5XX -> Optional.of(GraphError.SERVER);
            case NOT_FOUND -> Optional.of(GraphError.missing(404));
            case TOKEN_EXPIRED -> Optional.of(GraphError.TOKEN);
            case RATE_LIMIT -> Optional.of(GraphError.RATE);
            case PAIR_LIMIT -> Optional.of(GraphError.PAIR);
            case DUPLICATE, REORDER, DELAY, SLOW, WRONG_HASH -> Optional.empty();
            case TOO_LARGE, TOO_LONG, TRUNCATE, REDIRECT -> Optional.empty();
            case WINDOW_CLOSED, FAILED, GATEWAY_5XX, DROP_AFTER_ACCEPT, BAD_SIGNATURE -> Optional.empty();
        };
    }
}
