package org.sprechstunde.emulator.phone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.sprechstunde.emulator.chat.Attachment;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.chat.WhatsAppState;
import org.sprechstunde.emulator.web.JsonTrees;
import org.sprechstunde.emulator.web.Multipart;
import org.sprechstunde.emulator.web.Route;
import org.sprechstunde.emulator.web.WebAnswer;
import org.sprechstunde.emulator.web.WebRequest;

/** What the phone page does, over HTTP: citizens, their chats, and news as they come. */
public final class PhoneApi {
    private final WhatsAppState whatsAppState;
    private final Phones phones;

    public PhoneApi(WhatsAppState whatsAppState, Phones phones) {
        this.whatsAppState = whatsAppState;
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
                new Route("GET", "/phone/api/events", new PhoneUpdates(whatsAppState)::since));
    }

    private Route ofCitizen(String method, String what, BiFunction<Citizen, WebRequest, WebAnswer> work) {
        return new Route(
                method,
                "/phone/api/citizens/{id}/" + what,
                request -> whatsAppState
                        .citizens()
                        .byBsuid(request.path("id"))
                        .map(citizen -> work.apply(citizen, request))
                        .orElseGet(() -> WebAnswer.refused(404, "there is no such citizen")));
    }

    private WebAnswer citizens() {
        ObjectNode body = JsonTrees.object();
        ArrayNode all = body.putArray("citizens");
        whatsAppState.citizens().all().forEach(citizen -> all.add(PhoneJson.of(citizen)));
        return WebAnswer.ok(body);
    }

    private WebAnswer create(WebRequest request) {
        JsonNode wish = JsonTrees.readObject(request.body()).orElseGet(JsonTrees::object);
        String name = JsonTrees.text(wish, "name").orElse("");
        Citizen random =
                wish.path("phone").asBoolean(false) ? whatsAppState.citizens().withPhone(name) : citizen(wish, name);
        return WebAnswer.json(201, PhoneJson.of(random));
    }

    private Citizen citizen(JsonNode wish, String name) {
        Optional<String> phone = JsonTrees.text(wish, "phone").filter(number -> !number.equals("false"));
        String bsuid = JsonTrees.text(wish, "bsuid").orElseGet(whatsAppState.citizens()::bsuid);
        return whatsAppState.citizens().add(new Citizen(bsuid, name, phone, JsonTrees.text(wish, "username")));
    }

    private WebAnswer chat(Citizen citizen) {
        ObjectNode body = JsonTrees.object()
                .put("revision", whatsAppState.chats().revision())
                .put(
                        "typing",
                        whatsAppState
                                .chats()
                                .isTyping(citizen, whatsAppState.clock().instant()));
        ArrayNode all = body.putArray("messages");
        whatsAppState.chats().of(citizen).forEach(bubble -> all.add(PhoneJson.of(bubble)));
        return WebAnswer.ok(body);
    }

    private WebAnswer send(Citizen citizen, WebRequest request) {
        List<CitizenMessage> letters = request.header("Content-Type").orElse("").startsWith("multipart/")
                ? fromForm(Multipart.parts(request))
                : fromJson(JsonTrees.read(request.body()).orElseGet(JsonTrees::object));
        if (letters.isEmpty()) {
            return WebAnswer.refused(400, "there is nothing to send");
        }
        List<String> ids = phones.send(letters.stream()
                .map(letter -> new Phones.Written(citizen, letter))
                .toList());
        ObjectNode body = JsonTrees.object();
        ids.forEach(body.putArray("ids")::add);
        return WebAnswer.json(202, body);
    }

    private static List<CitizenMessage> fromJson(JsonNode json) {
        List<CitizenMessage> letters = new ArrayList<>();
        JsonNode all =
                json.has("messages") ? json.path("messages") : JsonTrees.array().add(json);
        all.forEach(one -> letters.add(CitizenMessageJson.read(one)));
        return letters;
    }

    private static List<CitizenMessage> fromForm(List<Multipart.Part> parts) {
        ObjectNode fields = JsonTrees.object();
        List<CitizenMessage> letters = new ArrayList<>();
        parts.stream()
                .filter(part -> part.fileName().isEmpty())
                .forEach(part -> fields.put(part.name(), part.body().text()));
        for (Multipart.Part part : parts) {
            if (part.fileName().isPresent()) {
                letters.add(CitizenMessageJson.read(fields, new Attachment(part.body(), part.fileName())));
                // A caption belongs to the first file, as on a phone.
                fields.remove("caption");
            }
        }
        return letters;
    }

    private WebAnswer move(Citizen citizen, boolean number) {
        return WebAnswer.ok(PhoneJson.of(phones.move(citizen, number)));
    }

    private WebAnswer changeKeys(Citizen citizen) {
        phones.changeKeys(citizen);
        return WebAnswer.ok(JsonTrees.object());
    }

    private WebAnswer read(Citizen citizen) {
        phones.read(citizen);
        return WebAnswer.ok(JsonTrees.object());
    }

    private WebAnswer media(WebRequest request) {
        return whatsAppState
                .shelf()
                .onPhone(request.path("id"))
                .<WebAnswer>map(attachment -> new WebAnswer.Whole(200, attachment.body()))
                .orElseGet(() -> WebAnswer.refused(404, "there is no such file"));
    }
}
