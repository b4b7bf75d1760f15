package org.sprechstunde.resolve;

import com.fasterxml.jackson.databind.JsonNode;
import org.sprechstunde.api.AccessTrail;
import org.sprechstunde.api.AccessTrail.Act;
import org.sprechstunde.api.BodySchema;
import org.sprechstunde.api.Revision;
import org.sprechstunde.enquiry.Person;
import org.sprechstunde.platform.ApiRequest;
import org.sprechstunde.platform.ApiResponse;
import org.sprechstunde.platform.HttpFunction;
import org.sprechstunde.platform.Json;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.Problem;
import org.sprechstunde.platform.Rehearsal;
import org.sprechstunde.platform.Services;
import org.sprechstunde.store.People;

/** {@code POST /api/enquiries/{id}/resolve}: erases the enquiry at once and answers with the receipt. */
public final class ResolveFunction extends HttpFunction {
    private static final BodySchema BODY = BodySchema.of(Revision.MEMBER);

    private final AccessTrail accessTrail;
    private final Resolver resolver;
    private final People people;

    public ResolveFunction() {
        this(Platform.lambda());
        rehearse();
    }

    public ResolveFunction(Platform platform) {
        super(platform);
        Services services = new Services(platform);
        this.accessTrail = new AccessTrail(services);
        this.resolver = new Resolver(services);
        this.people = People.of(services);
    }

    @Override
    protected Rehearsal rehearsal() {
        return Rehearsal.ofEnquiry("POST", "/resolve", "{\"revision\":1}");
    }

    @Override
    protected ApiResponse answer(ApiRequest request) {
        // Erasing cannot be undone: what is not exactly understood erases nothing. Without a body, nothing is said.
        JsonNode body = request.body().length == 0 ? Json.object() : BodySchema.json(request.body());
        if (!BODY.allows(body)) {
            return ApiResponse.problem(Problem.BAD_REQUEST);
        }
        AccessTrail.Visit visit = accessTrail.visit(request);
        Person asking = people.resolving(request);
        return visit.enquiry()
                .map(id -> answer(visit, asking, resolver.resolve(id, Revision.of(body), asking)))
                .orElseGet(() -> ApiResponse.problem(Problem.NOT_FOUND));
    }

    /** Who is told of an erasure that was another's, or the citizen's, has resolved nothing. */
    private static ApiResponse answer(AccessTrail.Visit visit, Person asking, Resolver.Result result) {
        return switch (result) {
            case Resolver.Resolved(Receipt receipt) -> {
                Act act = receipt.isBy(asking) ? Act.RESOLVED : Act.OPENED;
                yield visit.noted(act, ApiResponse.json(200, receipt.json()));
            }
            case Resolver.Refused(Problem problem) -> ApiResponse.problem(problem);
        };
    }
}
