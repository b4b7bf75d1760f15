package org.sprechstunde.reply;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.sprechstunde.api.BodySchema;
import org.sprechstunde.api.Revision;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.Person;
import org.sprechstunde.platform.ApiRequest;
import org.sprechstunde.platform.ApiResponse;
import org.sprechstunde.platform.Problem;
import org.sprechstunde.platform.RandomId;
import org.sprechstunde.platform.Services;
import org.sprechstunde.store.DeskUpdates;
import org.sprechstunde.store.Enquiries;
import org.sprechstunde.store.People;
import org.sprechstunde.store.Update;

/**
 * {@code PUT /api/enquiries/{id}/postponement}: the mayor does not want to be reminded of it before some time, or wants it
 * back. It ends by itself when the citizen writes, and never lies beyond the day of deletion.
 */
final class Postponement {
    static final String ROUTE = "PUT /api/enquiries/{id}/postponement";

    private static final BodySchema BODY = BodySchema.of(
            BodySchema.optional("until", BodySchema.text(text -> time(text).isPresent())), Revision.MEMBER);

    private final Enquiries enquiries;
    private final People people;
    private final Clock clock;
    private final SecureRandom random;

    Postponement(Services services) {
        this.enquiries = Enquiries.of(services);
        this.people = People.of(services);
        this.clock = services.platform().clock();
        this.random = services.platform().random();
    }

    ApiResponse answer(ApiRequest request) {
        JsonNode body = BodySchema.json(request.body());
        Optional<Instant> until = time(body.path("until").asText());
        OptionalLong seen = Revision.of(body);
        if (!BODY.allows(body) || (until.isPresent() && seen.isEmpty())) {
            return ApiResponse.problem(Problem.BAD_REQUEST);
        }
        return RandomId.parse(request.pathParameters().getOrDefault("id", ""))
                .flatMap(enquiries::find)
                .map(enquiry -> until.map(time -> postponed(enquiry, seen.getAsLong(), time, people.asking(request)))
                        .orElseGet(() -> fetchedBack(enquiry)))
                .orElseGet(() -> ApiResponse.problem(Problem.NOT_FOUND));
    }

    private ApiResponse postponed(Enquiry enquiry, long seen, Instant until, Person by) {
        if (!until.isAfter(clock.instant()) || !until.isBefore(enquiry.expires())) {
            return ApiResponse.problem(Problem.NO_SUCH_DAY);
        }
        return done(enquiry, open -> DeskUpdates.postponed(open, seen, until, by, random));
    }

    private ApiResponse fetchedBack(Enquiry enquiry) {
        return done(enquiry, DeskUpdates::fetchedBack);
    }

    private ApiResponse done(Enquiry enquiry, Function<Enquiry, Update> change) {
        if (enquiries.update(enquiry, change)) {
            return ApiResponse.nothing();
        }
        boolean isOpen = enquiries.find(enquiry.id()).isPresent();
        return ApiResponse.problem(isOpen ? Problem.CHANGED : Problem.NOT_FOUND);
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
