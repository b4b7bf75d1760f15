package org.sprechstunde.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import org.sprechstunde.api.EnquiryJson;
import org.sprechstunde.api.MessageJson;
import org.sprechstunde.api.PersonJson;
import org.sprechstunde.crypto.Pseudonyms;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.enquiry.MessageId;
import org.sprechstunde.enquiry.Note;
import org.sprechstunde.identity.LinkedEnquiries;
import org.sprechstunde.platform.ApiRequest;
import org.sprechstunde.platform.ApiResponse;
import org.sprechstunde.platform.Json;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.Problem;
import org.sprechstunde.platform.RandomId;
import org.sprechstunde.platform.Secrets;
import org.sprechstunde.platform.Services;
import org.sprechstunde.store.Enquiries;
import org.sprechstunde.store.OpenedEnquiry;
import org.sprechstunde.store.PresignedUrls;

/** One enquiry with its messages, slice by slice; where the page has them already, one read tells so. */
final class SingleEnquiry {
    private final Enquiries enquiries;
    private final LinkedEnquiries linkedEnquiries;
    private final PresignedUrls links;
    private final MessageJson messages;
    private final OfferedTemplates templates;
    private final Colleagues colleagues;
    private final Secrets secrets;
    private final Clock clock;
    private final SecureRandom random;

    SingleEnquiry(Services services) {
        Platform platform = services.platform();
        this.enquiries = Enquiries.of(services);
        this.linkedEnquiries = new LinkedEnquiries(services);
        this.links = new PresignedUrls(platform);
        this.messages = new MessageJson(platform.clock(), Optional.empty());
        this.templates = new OfferedTemplates(services);
        this.colleagues = new Colleagues(services);
        this.secrets = services.secrets();
        this.clock = platform.clock();
        this.random = platform.random();
    }

    ApiResponse answer(ApiRequest request) {
        Optional<String> wanted = Optional.ofNullable(request.query().get("before"));
        Optional<MessageId> before = wanted.flatMap(MessageId::parse);
        if ((wanted.isPresent() && before.isEmpty()) || !Colleagues.isUnderstood(request)) {
            return ApiResponse.problem(Problem.BAD_REQUEST);
        }
        return RandomId.parse(request.pathParameters().getOrDefault("id", ""))
                .flatMap(id -> answer(request, id, before))
                .orElseGet(() -> ApiResponse.problem(Problem.NOT_FOUND));
    }

    private Optional<ApiResponse> answer(ApiRequest request, RandomId id, Optional<MessageId> before) {
        SealedText sealing = sealing(id, before);
        Optional<String> tag = request.header("If-None-Match");
        Optional<EnquiryTag> had = tag.flatMap(sent -> EnquiryTag.open(sent, sealing));
        return enquiries.open(id, had.map(EnquiryTag::place)).map(opened -> {
            ObjectNode json = withoutMessages(opened);
            EnquiryTag now = EnquiryTag.of(opened, json);
            boolean isUnchanged =
                    had.filter(it -> it.isStill(now, clock.instant())).isPresent();
            if (isUnchanged) {
                return colleagues.beside(request, opened, ApiResponse.unchanged(tag.orElseThrow()));
            }
            MessageSlice slice = slice(opened.enquiry(), before);
            slice.write(json);
            linkFiles(json);
            String names = now.atMost(slice.until()).seal(sealing);
            return colleagues.beside(
                    request, opened, ApiResponse.json(200, json).tagged(names));
        });
    }

    private SealedText sealing(RandomId id, Optional<MessageId> before) {
        String place = before.map(slice -> "tag " + id + " " + slice).orElseGet(() -> "tag " + id);
        return new SealedText(Pseudonyms.current(secrets).keyFor("tag"), place, random);
    }

    private ObjectNode withoutMessages(OpenedEnquiry opened) {
        Enquiry enquiry = opened.enquiry();
        ObjectNode json = EnquiryJson.summary(enquiry);
        json.set("citizen", EnquiryJson.citizen(enquiry.identity()));
        var linked = json.putArray("linked");
        linkedEnquiries.besides(enquiry).forEach(other -> linked.add(EnquiryJson.summary(other)));
        var told = json.putArray("told");
        opened.told()
                .forEach((text, at) -> told.addObject().put("text", text.word()).put("at", at.toString()));
        opened.note().ifPresent(note -> json.set("note", note(note)));
        opened.templates().ifPresent(states -> json.set("templates", templates.json(states)));
        return json;
    }

    private static ObjectNode note(Note note) {
        ObjectNode json = Json.object()
                .put("text", note.text())
                .put("at", note.at().toString())
                .put("version", note.version());
        json.set("by", PersonJson.of(note.by()));
        return json;
    }

    /** Read after what the tag names: if one comes or changes between the two, the next look sees that it did. */
    private MessageSlice slice(Enquiry enquiry, Optional<MessageId> before) {
        try (Stream<Message> newestFirst = enquiries.newestFirst(enquiry, before, MessageSlice.MOST + 1)) {
            return MessageSlice.of(newestFirst.map(
                    message -> new MessageSlice.Shown(messages.until(message), messages.json(enquiry.id(), message))));
        }
    }

    /** Addresses live for a minute, so they are made where somebody gets them, and say nothing of what has changed. */
    private void linkFiles(ObjectNode json) {
        for (JsonNode message : json.path("messages")) {
            if (message.path("media") instanceof ObjectNode media && media.has("context")) {
                media.put("url", links.to(media.path("context").asText()));
            }
        }
    }
}
