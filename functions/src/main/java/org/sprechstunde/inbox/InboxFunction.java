package org.sprechstunde.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.stream.Stream;
import org.sprechstunde.api.AccessTrail;
import org.sprechstunde.api.AccessTrail.Act;
import org.sprechstunde.api.EnquiryJson;
import org.sprechstunde.api.MessageJson;
import org.sprechstunde.api.PersonJson;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.enquiry.MessageId;
import org.sprechstunde.enquiry.Note;
import org.sprechstunde.identity.LinkedEnquiries;
import org.sprechstunde.platform.ApiRequest;
import org.sprechstunde.platform.ApiResponse;
import org.sprechstunde.platform.HttpFunction;
import org.sprechstunde.platform.Json;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.Problem;
import org.sprechstunde.platform.RandomId;
import org.sprechstunde.platform.Rehearsal;
import org.sprechstunde.platform.Services;
import org.sprechstunde.store.Enquiries;
import org.sprechstunde.store.PresignedUrls;

/** {@code GET /api/enquiries} lists, {@code GET /api/enquiries/{id}} opens; {@code GET /api/numbers} counts. */
public final class InboxFunction extends HttpFunction {
    private static final String LIST = "GET /api/enquiries";

    private final Enquiries enquiries;
    private final LinkedEnquiries linkedEnquiries;
    private final EnquiryList enquiryList;
    private final PresignedUrls links;
    private final MessageJson messages;
    private final OfferedTemplates templates;
    private final Colleagues colleagues;
    private final TownNumbers townNumbers;
    private final AccessTrail accessTrail;

    public InboxFunction() {
        this(Platform.lambda());
        rehearse();
    }

    public InboxFunction(Platform platform) {
        super(platform);
        Services services = new Services(platform);
        PresignedUrls links = new PresignedUrls(platform);
        this.enquiries = Enquiries.of(services);
        this.linkedEnquiries = new LinkedEnquiries(services);
        this.enquiryList = new EnquiryList(services);
        this.accessTrail = new AccessTrail(services);
        this.templates = new OfferedTemplates(services);
        this.colleagues = new Colleagues(services);
        this.townNumbers = new TownNumbers(services);
        this.links = links;
        this.messages = new MessageJson(platform.clock(), Optional.empty());
    }

    @Override
    protected Rehearsal rehearsal() {
        return Rehearsal.ofEnquiry("GET", "", "");
    }

    @Override
    protected ApiResponse answer(ApiRequest request) {
        if (request.route().equals(TownNumbers.ROUTE)) {
            return townNumbers.answer();
        }
        AccessTrail.Visit visit = accessTrail.visit(request);
        return request.route().equals(LIST)
                ? visit.noted(Act.LISTED, enquiryList.answer(request))
                : visit.noted(Act.OPENED, one(request));
    }

    private ApiResponse one(ApiRequest request) {
        Optional<String> wanted = Optional.ofNullable(request.query().get("before"));
        Optional<MessageId> before = wanted.flatMap(MessageId::parse);
        if ((wanted.isPresent() && before.isEmpty()) || !Colleagues.isUnderstood(request)) {
            return ApiResponse.problem(Problem.BAD_REQUEST);
        }
        return RandomId.parse(request.pathParameters().getOrDefault("id", ""))
                .flatMap(enquiries::open)
                .map(opened -> colleagues.beside(
                        request, opened, Unchanged.unless(request, json(opened, before), this::linkFiles)))
                .orElseGet(() -> ApiResponse.problem(Problem.NOT_FOUND));
    }

    private ObjectNode json(Enquiries.Opened opened, Optional<MessageId> before) {
        Enquiry enquiry = opened.enquiry();
        ObjectNode json = EnquiryJson.summary(enquiry);
        json.set("citizen", EnquiryJson.citizen(enquiry.identity()));
        var linked = json.putArray("linked");
        linkedEnquiries.besides(enquiry).forEach(other -> linked.add(EnquiryJson.summary(other)));
        var told = json.putArray("told");
        opened.told()
                .forEach((text, at) -> told.addObject().put("text", text.word()).put("at", at.toString()));
        opened.note().ifPresent(note -> json.set("note", note(note)));
        templates.states().ifPresent(states -> json.set("templates", states));
        try (Stream<Message> newestFirst = enquiries.newestFirst(enquiry, before, MessageSlice.MOST + 1)) {
            MessageSlice.of(newestFirst.map(message -> messages.json(enquiry.id(), message)))
                    .write(json);
        }
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

    /** Addresses live for a minute, so they are made where somebody gets them, and say nothing of what has changed. */
    private void linkFiles(ObjectNode json) {
        for (JsonNode message : json.path("messages")) {
            if (message.path("media") instanceof ObjectNode media && media.has("context")) {
                media.put("url", links.to(media.path("context").asText()));
            }
        }
    }
}
