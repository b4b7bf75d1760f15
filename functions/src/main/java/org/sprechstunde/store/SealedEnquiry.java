package org.sprechstunde.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.EnquiryPlace;
import org.sprechstunde.enquiry.Handling;
import org.sprechstunde.enquiry.Identity;
import org.sprechstunde.enquiry.Language;
import org.sprechstunde.enquiry.Message.Direction;
import org.sprechstunde.enquiry.MessageId;
import org.sprechstunde.enquiry.Preview;
import org.sprechstunde.platform.Json;

/** Whose an enquiry is and what it shows in the list, as the JSON that is sealed; read again by every later release. */
final class SealedEnquiry {
    private SealedEnquiry() {}

    static ObjectNode write(Enquiry enquiry) {
        ObjectNode json = Json.object();
        ObjectNode identity = json.putObject("identity");
        enquiry.identity().untold().ifPresent(text -> identity.put("untold", text));
        enquiry.identity().bsuid().ifPresent(text -> identity.put("bsuid", text));
        enquiry.identity().parent().ifPresent(text -> identity.put("parent", text));
        enquiry.identity().phone().ifPresent(text -> identity.put("phone", text));
        enquiry.identity().name().ifPresent(text -> identity.put("name", text));
        enquiry.identity().username().ifPresent(text -> identity.put("username", text));
        enquiry.identity().language().ifPresent(language -> identity.put("language", language.code()));
        if (enquiry.urgent()) {
            json.put("urgent", true);
        }
        enquiry.handling()
                .answered()
                .ifPresent(answered -> json.putObject("answered")
                        .put("revision", answered.revision())
                        .set("by", SealedPerson.json(answered.by())));
        EnquiryPlace place = enquiry.place();
        var aliases = json.putArray("aliases");
        place.aliases().forEach(aliases::add);
        place.earlier().ifPresent(text -> json.put("earlier", text));
        Preview preview = enquiry.preview();
        ObjectNode shown = json.putObject("preview")
                .put("direction", preview.direction().name())
                .put("kind", preview.kind());
        preview.text().ifPresent(text -> shown.put("text", text));
        preview.message().ifPresent(id -> shown.put("message", id.toString()));
        return json;
    }

    static Identity identity(JsonNode json) {
        return new Identity(
                Json.text(json, "untold"),
                Json.text(json, "bsuid"),
                Json.text(json, "parent"),
                Json.text(json, "phone"),
                Json.text(json, "name"),
                Json.text(json, "username"),
                Json.text(json, "language").flatMap(Language::of));
    }

    static Preview preview(JsonNode json) {
        return new Preview(
                Direction.valueOf(json.path("direction").asText()),
                json.path("kind").asText(),
                Json.text(json, "text"),
                Json.text(json, "message").flatMap(MessageId::parse));
    }

    static Optional<Handling.Answered> answered(JsonNode json) {
        return SealedPerson.read(json.path("by"))
                .map(by -> new Handling.Answered(by, json.path("revision").asLong()));
    }
}
