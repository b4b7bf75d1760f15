package org.sprechstunde.resolve;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.OptionalLong;
import org.sprechstunde.api.Revision;
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
        Optional<Seen> seen = seen(request.body());
        if (seen.isEmpty()) {
            return ApiResponse.problem(Problem.BAD_REQUEST);
        }
        return RandomId.parse(request.pathParameters().getOrDefault("id", ""))
                .map(id -> answer(resolver.resolve(id, seen.get().revision())))
                .orElseGet(() -> ApiResponse.problem(Problem.NOT_FOUND));
    }

    /** How much the mayor has seen; nothing is said of it where only the receipt is asked for again. */
    private record Seen(OptionalLong revision) {}

    private static ApiResponse answer(Resolver.Result result) {
        return switch (result) {
            case Resolver.Resolved(Receipt receipt) -> ApiResponse.json(200, receipt.json());
            case Resolver.Refused(Problem problem) -> ApiResponse.problem(problem);
        };
    }

    /** Erasing cannot be undone: what is not exactly understood erases nothing. */
    private static Optional<Seen> seen(byte[] body) {
        if (body.length == 0) {
            return Optional.of(new Seen(OptionalLong.empty()));
        }
        try {
            JsonNode json = Json.read(body);
            if (json.isObject() && json.isEmpty()) {
                return Optional.of(new Seen(OptionalLong.empty()));
            }
            OptionalLong revision = Revision.read(json);
            return json.size() == 1 && revision.isPresent() ? Optional.of(new Seen(revision)) : Optional.empty();
        } catch (Json.NotJson e) {
            return Optional.empty();
        }
    }
}
