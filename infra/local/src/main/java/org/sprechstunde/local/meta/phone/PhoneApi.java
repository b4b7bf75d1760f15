package org.sprechstunde.local.meta.phone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.sprechstunde.local.meta.chat.Attachment;
import org.sprechstunde.local.meta.chat.Citizen;
import org.sprechstunde.local.meta.chat.World;
import org.sprechstunde.local.meta.web.Answer;
import org.sprechstunde.local.meta.web.Json;
import org.sprechstunde.local.meta.web.Multipart;
import org.sprechstunde.local.meta.web.Request;
import org.sprechstunde.local.meta.web.Route;

/** What the phone page does, over HTTP: citizens, their chats, and news as they come. */
public final class PhoneApi {
    private final World world;
    private final Phones phones;

    public PhoneApi(World world, Phones phones) {
        this.world = world;
        this.phones = phones;
    }

    public List<Route> routes() {
        return List.of(
                new Route("GET", "/phone/api/citizens", _ -> citizens()),
                new Route("POST", "/phone/api/citizens", this::create),
                ofCitizen("GET", "messages", (citizen, _) -> chat(citizen)),
                ofCitizen("POST", "messages", this::send),
                ofCitizen("POST", "number", (citizen, _) -> move(citizen, true)),
                ofCitizen("POST", "user-id", (citizen, _) -> move(citizen, false)),
                ofCitizen("POST", "keys", (citizen, _) -> changeKeys(citizen)),
                ofCitizen("POST", "read", (citizen, _) -> read(citizen)),
                new Route("GET", "/phone/api/media/{id}", this::media),
                new Route("GET", "/phone/api/events", new News(world)::since));
    }

    private Route ofCitizen(String method, String what, BiFunction<Citizen, Request, Answer> work) {
        return new Route(
                method,
                "/phone/api/citizens/{id}/" + what,
                request -> world.citizens()
                        .byBsuid(request.path("id"))
                        .map(citizen -> work.apply(citizen, request))
                        .orElseGet(() -> Answer.refused(404, "there is no such citizen")));
    }

    private Answer citizens() {
        ObjectNode body = Json.object();
        ArrayNode all = body.putArray("citizens");
        world.citizens().all().forEach(citizen -> all.add(PhoneJson.of(citizen)));
        return Answer.ok(body);
    }

    private Answer create(Request request) {
        JsonNode wish = Json.readObject(request.body()).orElseGet(Json::object);
        String name = Json.text(wish, "name").orElse("");
        Citizen random = wish.path("phone").asBoolean(false) ? world.citizens().withPhone(name) : citizen(wish, name);
        return Answer.json(201, PhoneJson.of(random));
    }

    private Citizen citizen(JsonNode wish, String name) {
        Optional<String> phone = Json.text(wish, "phone").filter(number -> !number.equals("false"));
        String bsuid = Json.text(wish, "bsuid").orElseGet(world.citizens()::bsuid);
        return world.citizens().add(new Citizen(bsuid, name, phone, Json.text(wish, "username")));
    }

    private Answer chat(Citizen citizen) {
        ObjectNode body = Json.object()
                .put("revision", world.chats().revision())
                .put("typing", world.chats().isTyping(citizen, world.clock().instant()));
        ArrayNode all = body.putArray("messages");
        world.chats().of(citizen).forEach(bubble -> all.add(PhoneJson.of(bubble)));
        return Answer.ok(body);
    }

    private Answer send(Citizen citizen, Request request) {
        List<Letter> letters = request.header("Content-Type").orElse("").startsWith("multipart/")
                ? fromForm(Multipart.parts(request))
                : fromJson(Json.read(request.body()).orElseGet(Json::object));
        if (letters.isEmpty()) {
            return Answer.refused(400, "there is nothing to send");
        }
        List<String> ids = phones.send(letters.stream()
                .map(letter -> new Phones.Written(citizen, letter))
                .toList());
        ObjectNode body = Json.object();
        ids.forEach(body.putArray("ids")::add);
        return Answer.json(202, body);
    }

    private static List<Letter> fromJson(JsonNode json) {
        List<Letter> letters = new ArrayList<>();
        JsonNode all =
                json.has("messages") ? json.path("messages") : Json.array().add(json);
        all.forEach(one -> letters.add(LetterJson.read(one)));
        return letters;
    }

    private static List<Letter> fromForm(List<Multipart.Part> parts) {
        ObjectNode fields = Json.object();
        List<Letter> letters = new ArrayList<>();
        parts.stream()
                .filter(part -> part.fileName().isEmpty())
                .forEach(part -> fields.put(part.name(), part.body().text()));
        for (Multipart.Part part : parts) {
            if (part.fileName().isPresent()) {
                letters.add(LetterJson.read(fields, new Attachment(part.body(), part.fileName())));
                // A caption belongs to the first file, as on a phone.
                fields.remove("caption");
            }
        }
        return letters;
    }

    private Answer move(Citizen citizen, boolean number) {
        return Answer.ok(PhoneJson.of(phones.move(citizen, number)));
    }

    private Answer changeKeys(Citizen citizen) {
        phones.changeKeys(citizen);
        return Answer.ok(Json.object());
    }

    private Answer read(Citizen citizen) {
        phones.read(citizen);
        return Answer.ok(Json.object());
    }

    private Answer media(Request request) {
        return world.shelf()
                .onPhone(request.path("id"))
                .<Answer>map(attachment -> new Answer.Whole(200, attachment.body()))
                .orElseGet(() -> Answer.refused(404, "there is no such file"));
    }
}
