package org.sprechstunde.resolve;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.OptionalLong;
import org.sprechstunde.platform.ApiRequest;
import org.sprechstunde.platform.ApiResponse;
import org.sprechstunde.platform.HttpFunction;
import org.sprechstunde.platform.Json;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.Problem;
import org.sprechstunde.platform.RandomId;

/** {@code POST /api/enquiries/{id}/resolve}: erases the enquiry at once and answers with the receipt. */
public final class ResolveFunction extends HttpFunction {
    private final Resolver resolver;

    public ResolveFunction() {
        this(Platform.lambda());
    }

    public ResolveFunction(Platform platform) {
        this.resolver = new Resolver(platform);
    }

    @Override
    protected ApiResponse answer(ApiRequest request) {
        Optional<JsonNode> body = body(request.body());
        if (body.isEmpty()) {
            return ApiResponse.problem(Problem.BAD_REQUEST);
        }
        OptionalLong seen = Json.number(body.get(), "inbound");
        return RandomId.parse(request.pathParameters().getOrDefault("id", ""))
                .map(id -> answer(resolver.resolve(id, seen)))
                .orElseGet(() -> ApiResponse.problem(Problem.NOT_FOUND));
    }

    private static ApiResponse answer(Resolver.Result result) {
        return switch (result) {
            case Resolver.Resolved(Receipt receipt) -> ApiResponse.json(200, receipt.json());
            case Resolver.Refused(Problem problem) -> ApiResponse.problem(problem);
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
