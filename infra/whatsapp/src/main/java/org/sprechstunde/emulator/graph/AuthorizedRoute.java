package org.sprechstunde.emulator.graph;

import java.time.Clock;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.sprechstunde.emulator.faults.ActiveFaults;
import org.sprechstunde.emulator.faults.Fault;
import org.sprechstunde.emulator.faults.FaultKind;
import org.sprechstunde.emulator.faults.FaultPoint;
import org.sprechstunde.emulator.web.Delay;
import org.sprechstunde.emulator.web.JsonTrees;
import org.sprechstunde.emulator.web.Route;
import org.sprechstunde.emulator.web.WebAnswer;
import org.sprechstunde.emulator.web.WebRequest;

/** What stands before every route: who may call, what goes wrong on purpose, and the record of the call. */
final class AuthorizedRoute {
    private static final String BEARER = "Bearer ";

    private final Predicate<String> tokens;
    private final GraphApi.Watch watch;
    private final Habits habits;
    private final Clock clock;

    /** Lets pass whose token is one of {@code tokens}. */
    AuthorizedRoute(Predicate<String> tokens, GraphApi.Watch watch, Clock clock) {
        this.tokens = tokens;
        this.watch = watch;
        this.habits = new Habits(watch.variants());
        this.clock = clock;
    }

    /** What a route does once the caller is known, and where its faults lie. */
    record Behind(Function<WebRequest, FaultPoint> where, BiFunction<WebRequest, ActiveFaults, WebAnswer> work) {}

    Route route(String method, String template, Behind behind) {
        return new Route(method, template, request -> {
            WebAnswer answer = refused(request).orElseGet(() -> faulty(request, behind));
            watch.calls()
                    .add(new RecordedCall(
                            method,
                            template,
                            answer.status(),
                            clock.instant(),
                            JsonTrees.read(request.body()).orElseGet(JsonTrees::object)));
            return answer;
        });
    }

    private Optional<WebAnswer> refused(WebRequest request) {
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

    private WebAnswer faulty(WebRequest request, Behind behind) {
        FaultPoint where = behind.where().apply(request);
        ActiveFaults activeFaults = watch.faults().strike(where);
        Delay.sleep(activeFaults.duration(FaultKind.DELAY));
        Optional<WebAnswer> instead = before(activeFaults).or(() -> habits.instead(where, request));
        if (instead.isPresent()) {
            return instead.get();
        }
        WebAnswer answer = behind.work().apply(request, activeFaults);
        if (where != FaultPoint.MEDIA_DOWNLOAD) {
            Delay.sleep(activeFaults.duration(FaultKind.SLOW));
        }
        if (activeFaults.by(FaultKind.GATEWAY_5XX)) {
            return WebAnswer.json(502, JsonTrees.object());
        }
        return activeFaults.by(FaultKind.DROP_AFTER_ACCEPT) ? new WebAnswer.Dropped() : habits.after(where, answer);
    }

    /** The answer of a fault that keeps the work from being done. */
    private static Optional<WebAnswer> before(ActiveFaults activeFaults) {
        Optional<GraphError> error = activeFaults.faults().stream()
                .flatMap(fault -> error(fault).stream())
                .findFirst();
        return error.map(GraphError::answer);
    }

    private static Optional<GraphError> error(Fault fault) {
        return switch (fault.what()) {
            case REFUSED -> Optional.of(GraphError.later(fault.code()));
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
