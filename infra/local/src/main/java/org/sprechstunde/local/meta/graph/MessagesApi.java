package org.sprechstunde.local.meta.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.sprechstunde.local.meta.chat.Change;
import org.sprechstunde.local.meta.chat.Citizen;
import org.sprechstunde.local.meta.chat.Tick;
import org.sprechstunde.local.meta.chat.Wamid;
import org.sprechstunde.local.meta.chat.World;
import org.sprechstunde.local.meta.faults.Fault;
import org.sprechstunde.local.meta.faults.Struck;
import org.sprechstunde.local.meta.faults.What;
import org.sprechstunde.local.meta.web.Answer;
import org.sprechstunde.local.meta.web.Json;

/** {@code POST /{phone-number-id}/messages}: sending, read receipts and the typing sign. */
final class MessagesApi {
    private static final Duration WINDOW = Duration.ofHours(24);
    private static final Duration TYPING = Duration.ofSeconds(25);
    private static final int UNDELIVERABLE = 131026;
    private static final int WINDOW_CLOSED = 131047;

    private final World world;
    private final Statuses statuses;
    private final Demand demand;
    private final Groups groups;

    MessagesApi(World world, Statuses statuses) {
        this.world = world;
        this.statuses = statuses;
        this.demand = new Demand(world);
        this.groups = new Groups(world);
    }

    Answer answer(ObjectNode request, Struck struck) {
        if (!request.path("messaging_product").asText().equals("whatsapp")) {
            return GraphError.parameter("messaging_product is not whatsapp").answer();
        }
        return isReceipt(request) ? receipt(request) : send(request, struck);
    }

    static boolean isReceipt(ObjectNode request) {
        return request.path("status").asText().equals("read");
    }

    private Answer receipt(ObjectNode request) {
        Optional<Change> found = world.chats().find(request.path("message_id").asText());
        if (found.filter(change -> change.bubble().fromCitizen()).isEmpty()) {
            return GraphError.parameter("message_id is unknown").answer();
        }
        if (request.has("typing_indicator")
                && !request.at("/typing_indicator/type").asText().equals("text")) {
            return GraphError.parameter("typing_indicator has type text").answer();
        }
        Citizen citizen = found.get().citizen();
        Instant upTo = found.get().bubble().at();
        world.chats().of(citizen).stream()
                .filter(bubble -> bubble.fromCitizen() && !bubble.at().isAfter(upTo))
                .forEach(bubble -> world.chats().tick(bubble.id(), Tick.READ, OptionalInt.empty()));
        if (request.has("typing_indicator")) {
            world.chats().typing(citizen, world.clock().instant().plus(TYPING));
        }
        return Answer.ok(Json.object().put("success", true));
    }

    private Answer send(ObjectNode request, Struck struck) {
        Optional<GraphError> unmet = demand.unmetBy(request);
        if (unmet.isPresent()) {
            return unmet.get().answer();
        }
        if (Groups.isAddressed(request)) {
            return groups.send(request);
        }
        Optional<Addressee> to = Addressee.of(request, world.citizens());
        if (to.isEmpty()) {
            return GraphError.parameter("neither to nor recipient").answer();
        }
        ObjectNode message = shown(request.deepCopy())
                .put("id", Wamid.random(to.get().envelope(), false).text());
        to.get()
                .citizen()
                .ifPresent(citizen ->
                        world.chats().add(citizen, false, message, world.clock().instant()));
        failure(to.get(), message, struck)
                .ifPresentOrElse(code -> statuses.failed(to.get(), message, code), () -> deliver(to.get(), message));
        return accepted(to.get(), message);
    }

    /** As the phone shows it: messages that it names are named as they are here, and a template's gaps are filled. */
    private ObjectNode shown(ObjectNode message) {
        for (String naming : List.of("context", "reaction")) {
            if (message.path(naming) instanceof ObjectNode object) {
                world.chats()
                        .find(object.path("message_id").asText())
                        .ifPresent(
                                found -> object.put("message_id", found.bubble().id()));
            }
        }
        if (message.path("template") instanceof ObjectNode template) {
            Template.fill(template);
            // WhatsApp shows no quote above a template.
            message.remove("context");
        }
        return message;
    }

    private Optional<Integer> failure(Addressee to, ObjectNode message, Struck struck) {
        Optional<Integer> told = struck.fault(What.FAILED).map(Fault::code);
        if (told.isPresent()) {
            return told;
        }
        if (to.citizen().isEmpty()) {
            return Optional.of(UNDELIVERABLE);
        }
        boolean free = !message.path("type").asText().equals("template");
        boolean closed =
                struck.by(What.WINDOW_CLOSED) || !windowIsOpen(to.citizen().get());
        return free && closed ? Optional.of(WINDOW_CLOSED) : Optional.empty();
    }

    private boolean windowIsOpen(Citizen citizen) {
        Instant opening = world.clock().instant().minus(WINDOW);
        return world.chats().lastInbound(citizen).filter(opening::isBefore).isPresent();
    }

    private void deliver(Addressee to, ObjectNode message) {
        Citizen citizen = to.citizen().orElseThrow();
        statuses.tick(citizen, message, Tick.SENT);
        // Meta never reports more than that for a reaction.
        if (!message.path("type").asText().equals("reaction")) {
            statuses.tick(citizen, message, Tick.DELIVERED);
        }
    }

    private static Answer accepted(Addressee to, ObjectNode message) {
        ObjectNode body = Json.object().put("messaging_product", "whatsapp");
        ObjectNode contact = body.putArray("contacts").addObject().put("input", to.input());
        if (to.byPhone()) {
            contact.put("wa_id", to.envelope());
        }
        to.citizen().ifPresent(citizen -> contact.put("user_id", citizen.bsuid()));
        body.putArray("messages").addObject().put("id", message.path("id").asText());
        return Answer.ok(body);
    }
}
