package org.sprechstunde.resolve;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.OptionalLong;
import org.sprechstunde.platform.HttpFunction;
import org.sprechstunde.platform.Json;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.Problem;
import org.sprechstunde.platform.RandomId;
import org.sprechstunde.platform.Request;
import org.sprechstunde.platform.Response;

/** {@code POST /api/enquiries/{id}/resolve}: erases the enquiry at once and answers with the receipt. */
public final class ResolveFunction extends HttpFunction {
    private final Resolution resolution;

    public ResolveFunction() {
        this(Platform.lambda());
    }

    public ResolveFunction(Platform platform) {
        this.resolution = new Resolution(platform);
    }

    @Override
    protected Response answer(Request request) {
        Optional<JsonNode> body = body(request.body());
        if (body.isEmpty()) {
            return Response.problem(Problem.BAD_REQUEST);
        }
        OptionalLong seen = Json.number(body.get(), "inbound");
        return RandomId.parse(request.pathParameters().getOrDefault("id", ""))
                .map(id -> answer(resolution.resolve(id, seen)))
                .orElseGet(() -> Response.problem(Problem.NOT_FOUND));
    }

    private static Response answer(Resolution.Result result) {
        return switch (result) {
            case Resolution.Resolved(Receipt receipt) -> Response.json(200, receipt.json());
            case Resolution.Refused(Problem problem) -> Response.problem(problem);
        };
    }

    /** An empty body asks for nothing in particular. */
    private static Optional<JsonNode> body(byte[] bytes) {
        if (bytes.length == 0) {
            return Optional.of(Json.object());
        }
        try {
            return Optional.of(Json.read(bytes)).filter(JsonNode::isObject);
        } catch (Json.NotJson e) {
            return Optional.empty();
        }
    }
}
