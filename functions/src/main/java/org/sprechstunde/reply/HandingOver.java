package org.sprechstunde.reply;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.sprechstunde.api.BodySchema;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.Person;
import org.sprechstunde.platform.ApiRequest;
import org.sprechstunde.platform.ApiResponse;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.Problem;
import org.sprechstunde.platform.RandomId;
import org.sprechstunde.platform.Services;
import org.sprechstunde.store.DeskUpdates;
import org.sprechstunde.store.Enquiries;
import org.sprechstunde.store.People;
import org.sprechstunde.store.Update;

/** {@code PUT /api/enquiries/{id}/assignment}: whom it is for, of those who have logged in; nobody's again without a name. */
final class HandingOver {
    static final String ROUTE = "PUT /api/enquiries/{id}/assignment";

    private static final BodySchema BODY = BodySchema.of(BodySchema.optional("person", BodySchema.text(Person::isId)));

    private final Platform platform;
    private final Enquiries enquiries;
    private final People people;

    HandingOver(Services services) {
        this.platform = services.platform();
        this.enquiries = Enquiries.of(services);
        this.people = People.of(services);
    }

    ApiResponse answer(ApiRequest request) {
        JsonNode body = BodySchema.json(request.body());
        if (!BODY.allows(body)) {
            return ApiResponse.problem(Problem.BAD_REQUEST);
        }
        return RandomId.parse(request.pathParameters().getOrDefault("id", ""))
                .flatMap(enquiries::find)
                .map(enquiry -> handOver(enquiry, body))
                .orElseGet(() -> ApiResponse.problem(Problem.NOT_FOUND));
    }

    private ApiResponse handOver(Enquiry enquiry, JsonNode body) {
        Optional<Person> to =
                body.has("person") ? people.find(body.path("person").asText()) : Optional.empty();
        if (body.has("person") && to.isEmpty()) {
            return ApiResponse.problem(Problem.UNKNOWN_PERSON);
        }
        return enquiries.update(enquiry, open -> update(open, to))
                ? ApiResponse.nothing()
                : ApiResponse.problem(Problem.NOT_FOUND);
    }

    private Update update(Enquiry enquiry, Optional<Person> to) {
        return to.map(person -> DeskUpdates.assigned(enquiry, person, platform.random()))
                .orElseGet(() -> DeskUpdates.unassigned(enquiry));
    }
}
