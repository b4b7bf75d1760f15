package org.sprechstunde.local.account;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.sprechstunde.emulator.web.Body;
import org.sprechstunde.emulator.web.Route;
import org.sprechstunde.emulator.web.WebAnswer;
import org.sprechstunde.emulator.web.WebRequest;
import org.sprechstunde.local.engine.Engine.Outcome;

/** Lambda: calls the town's functions by name, once the town has some. */
public final class LambdaStandIn {
    private static final String CALL = "/2015-03-31/functions/{name}/invocations";

    private final String stack;
    private final Set<String> broken = ConcurrentHashMap.newKeySet();
    private volatile Optional<BiFunction<String, byte[], Outcome>> functions = Optional.empty();

    LambdaStandIn(String stack) {
        this.stack = stack;
    }

    /** From now on calls lead to {@code engine}, which knows functions by their names in the template. */
    public void connect(BiFunction<String, byte[], Outcome> engine) {
        functions = Optional.of(engine);
    }

    /** The function fails from now on, until it is mended. */
    public void fail(String function) {
        broken.add(function);
    }

    public void mend() {
        broken.clear();
    }

    List<Route> routes() {
        return List.of(new Route("POST", CALL, this::call));
    }

    /** A function that fails is an answer like any other, but for a header that is left out here. */
    private WebAnswer call(WebRequest request) {
        String function = request.path("name").replaceFirst("^" + stack + "-", "");
        if (functions.isEmpty()) {
            return AwsAnswer.rest(404, AwsAnswer.object().put("Message", "Function not found"))
                    .whole();
        }
        Outcome outcome = broken.contains(function) ? failed() : functions.get().apply(function, request.body());
        return switch (outcome) {
            case Outcome.Answered(byte[] bytes) -> WebAnswer.bytes("application/json", bytes);
            case Outcome.Failed(String exception) -> error(exception);
            case Outcome.TimedOut() -> error("Sandbox.Timedout");
        };
    }

    private static Outcome failed() {
        return new Outcome.Failed("java.lang.IllegalStateException");
    }

    private static WebAnswer error(String type) {
        String json = AwsAnswer.object()
                .put("errorType", type)
                .put("errorMessage", "…")
                .toString();
        return new WebAnswer.Whole(200, new Body("application/json", json.getBytes(StandardCharsets.UTF_8)));
    }
}
