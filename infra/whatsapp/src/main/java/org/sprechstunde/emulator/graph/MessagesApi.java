package org.sprechstunde.emulator.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.sprechstunde.emulator.chat.Change;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.chat.DeliveryTick;
import org.sprechstunde.emulator.chat.WamidFactory;
import org.sprechstunde.emulator.chat.WhatsAppState;
import org.sprechstunde.emulator.faults.ActiveFaults;
import org.sprechstunde.emulator.faults.Fault;
import org.sprechstunde.emulator.faults.FaultKind;
import org.sprechstunde.emulator.web.JsonTrees;
import org.sprechstunde.emulator.web.WebAnswer;

/** {@code POST /{phone-number-id}/messages}: sending, read receipts and the typing sign. */
final class MessagesApi {
    private static final Duration WINDOW = Duration.ofHours(24);
    private static final Duration TYPING = Duration.ofSeconds(25);
    private static final int UNDELIVERABLE = 131026;
    private static final int WINDOW_CLOSED = 131047;

    private final WhatsAppState whatsAppState;
    private final StatusUpdates statusUpdates;
    private final MessageRules messageRules;
    private final GroupsApi groups;
    private final TemplateReview templates;

    MessagesApi(WhatsAppState whatsAppState, StatusUpdates statusUpdates, TemplateReview templates) {
        this.whatsAppState = whatsAppState;
        this.statusUpdates = statusUpdates;
        this.messageRules = new MessageRules(whatsAppState, templates);
        this.templates = templates;
        this.groups = new GroupsApi(whatsAppState);
    }

    WebAnswer answer(ObjectNode request, ActiveFaults activeFaults) {
        if (!request.path("messaging_product").asText().equals("whatsapp")) {
            return GraphError.parameter("messaging_product is not whatsapp").answer();
        }
        return isReceipt(request) ? receipt(request) : send(request, activeFaults);
    }

    static boolean isReceipt(ObjectNode request) {
        return request.path("status").asText().equals("read");
    }

    private WebAnswer receipt(ObjectNode request) {
        Optional<Change> found =
                whatsAppState.chats().find(request.path("message_id").asText());
        if (found.filter(change -> change.bubble().fromCitizen()).isEmpty()) {
            return GraphError.parameter("message_id is unknown").answer();
        }
        if (request.has("typing_indicator")
                && !request.at("/typing_indicator/type").asText().equals("text")) {
            return GraphError.parameter("typing_indicator has type text").answer();
        }
        Citizen citizen = found.get().citizen();
        Instant upTo = found.get().bubble().at();
        whatsAppState.chats().of(citizen).stream()
                .filter(bubble -> bubble.fromCitizen() && !bubble.at().isAfter(upTo))
                .forEach(bubble -> whatsAppState.chats().tick(bubble.id(), DeliveryTick.READ, OptionalInt.empty()));
        if (request.has("typing_indicator")) {
            whatsAppState
                    .chats()
                    .typing(citizen, whatsAppState.clock().instant().plus(TYPING));
        }
        return WebAnswer.ok(JsonTrees.object().put("success", true));
    }

    private WebAnswer send(ObjectNode request, ActiveFaults activeFaults) {
        Optional<GraphError> unmet = messageRules.unmetBy(request);
        if (unmet.isPresent()) {
            return unmet.get().answer();
        }
        if (GroupsApi.isAddressed(request)) {
            return groups.send(request);
        }
        Optional<Addressee> to = Addressee.of(request, whatsAppState.citizens());
        if (to.isEmpty()) {
            return GraphError.parameter("neither to nor recipient").answer();
        }
        ObjectNode message = shown(request.deepCopy())
                .put("id", WamidFactory.random(to.get().envelope(), false).text());
        to.get()
                .citizen()
                .ifPresent(citizen -> whatsAppState
                        .chats()
                        .add(citizen, false, message, whatsAppState.clock().instant()));
        failure(to.get(), message, activeFaults)
                .ifPresentOrElse(
                        code -> statusUpdates.failed(to.get(), message, code), () -> deliver(to.get(), message));
        return accepted(to.get(), message);
    }

    /** As the phone shows it: messages that it names are named as they are here, and a template's gaps are filled. */
    private ObjectNode shown(ObjectNode message) {
        for (String naming : List.of("context", "reaction")) {
            if (message.path(naming) instanceof ObjectNode object) {
                whatsAppState
                        .chats()
                        .find(object.path("message_id").asText())
                        .ifPresent(
                                found -> object.put("message_id", found.bubble().id()));
            }
        }
        if (message.path("template") instanceof ObjectNode template) {
            templates.approved(template).orElseThrow().fill(template);
            // WhatsApp shows no quote above a template.
            message.remove("context");
        }
        return message;
    }

    private Optional<Integer> failure(Addressee to, ObjectNode message, ActiveFaults activeFaults) {
        Optional<Integer> told = activeFaults.fault(FaultKind.FAILED).map(Fault::code);
        if (told.isPresent()) {
            return told;
        }
        if (to.citizen().isEmpty()) {
            return Optional.of(UNDELIVERABLE);
        }
        boolean free = !message.path("type").asText().equals("template");
        boolean closed = activeFaults.by(FaultKind.WINDOW_CLOSED)
                || !windowIsOpen(to.citizen().get());
        return free && closed ? Optional.of(WINDOW_CLOSED) : Optional.empty();
    }

    private boolean windowIsOpen(Citizen citizen) {
        Instant opening = whatsAppState.clock().instant().minus(WINDOW);
        return whatsAppState
                .chats()
                .lastInbound(citizen)
                .filter(opening::isBefore)
                .isPresent();
    }

    private void deliver(Addressee to, ObjectNode message) {
        Citizen citizen = to.citizen().orElseThrow();
        statusUpdates.tick(citizen, message, DeliveryTick.SENT);
        // Meta never reports more than that for a reaction.
        if (!message.path("type").asText().equals("reaction")) {
            statusUpdates.tick(citizen, message, DeliveryTick.DELIVERED);
        }
    }

    private static WebAnswer accepted(Addressee to, ObjectNode message) {
        ObjectNode body = JsonTrees.object().put("messaging_product", "whatsapp");
        ObjectNode contact = body.putArray("contacts").addObject().put("input", to.input());
        if (to.byPhone()) {
            contact.put("wa_id", to.envelope());
        }
        to.citizen().ifPresent(citizen -> contact.put("user_id", citizen.bsuid()));
        body.putArray("messages").addObject().put("id", message.path("id").asText());
        return WebAnswer.ok(body);
    }
}
