package org.sprechstunde.reply;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.sprechstunde.api.BodySchema;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.Note;
import org.sprechstunde.enquiry.Person;
import org.sprechstunde.platform.ApiRequest;
import org.sprechstunde.platform.ApiResponse;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.Problem;
import org.sprechstunde.platform.RandomId;
import org.sprechstunde.platform.Services;
import org.sprechstunde.store.Enquiries;
import org.sprechstunde.store.NoteItem;
import org.sprechstunde.store.People;
import org.sprechstunde.store.Table;

/** {@code PUT /api/enquiries/{id}/note}: what colleagues write for each other; whoever was faster is read first. */
final class NoteWriting {
    static final String ROUTE = "PUT /api/enquiries/{id}/note";

    private static final long MOST_VERSIONS = 1_000_000_000;

    private static final BodySchema BODY = BodySchema.of(
            BodySchema.required("text", BodySchema.text(text -> text.codePointCount(0, text.length()) <= Note.LONGEST)),
            BodySchema.required("version", BodySchema.whole(0, MOST_VERSIONS)));

    private final Platform platform;
    private final Table table;
    private final Enquiries enquiries;
    private final People people;

    NoteWriting(Services services) {
        this.platform = services.platform();
        this.table = Table.of(services);
        this.enquiries = Enquiries.of(services);
        this.people = People.of(services);
    }

    ApiResponse answer(ApiRequest request) {
        JsonNode body = BodySchema.json(request.body());
        if (!BODY.allows(body)) {
            return ApiResponse.problem(Problem.BAD_REQUEST);
        }
        Optional<Enquiry> enquiry =
                RandomId.parse(request.pathParameters().getOrDefault("id", "")).flatMap(enquiries::find);
        return enquiry.map(open -> write(open, body, people.asking(request)))
                .orElseGet(() -> ApiResponse.problem(Problem.NOT_FOUND));
    }

    private ApiResponse write(Enquiry enquiry, JsonNode body, Person by) {
        Note note = new Note(
                body.path("text").asText().strip(),
                by,
                platform.clock().instant(),
                body.path("version").asLong() + 1);
        if (table.update(NoteItem.written(enquiry, note, platform.random()))) {
            return ApiResponse.nothing();
        }
        boolean isOpen = enquiries.find(enquiry.id()).isPresent();
        return ApiResponse.problem(isOpen ? Problem.NOTE_CHANGED : Problem.NOT_FOUND);
    }
}
