package org.sprechstunde.reply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.sprechstunde.api.BodySchema;
import org.sprechstunde.api.PersonJson;
import org.sprechstunde.enquiry.Person;
import org.sprechstunde.platform.ApiRequest;
import org.sprechstunde.platform.ApiResponse;
import org.sprechstunde.platform.Json;
import org.sprechstunde.platform.Problem;
import org.sprechstunde.platform.Services;
import org.sprechstunde.store.People;

/** {@code PUT /api/me}: somebody has logged in, and learns under which name colleagues see them, and who they are. */
final class Introduction {
    static final String ROUTE = "PUT /api/me";

    private static final BodySchema BODY = BodySchema.of(BodySchema.optional("name", BodySchema.TEXT));

    private final People people;

    Introduction(Services services) {
        this.people = People.of(services);
    }

    ApiResponse answer(ApiRequest request) {
        JsonNode body = BodySchema.json(request.body());
        if (!BODY.allows(body)) {
            return ApiResponse.problem(Problem.BAD_REQUEST);
        }
        Person me =
                people.arrived(request, Optional.of(body.path("name").asText()).filter(name -> !name.isBlank()));
        ObjectNode json = Json.object();
        json.set("me", PersonJson.of(me));
        json.put("given", request.loginName().isPresent());
        var all = json.putArray("people");
        people.all().forEach(person -> all.add(PersonJson.of(person)));
        return ApiResponse.json(200, json);
    }
}
