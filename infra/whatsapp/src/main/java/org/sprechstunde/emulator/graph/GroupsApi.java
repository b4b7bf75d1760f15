package org.sprechstunde.emulator.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;
import org.sprechstunde.emulator.chat.Change;
import org.sprechstunde.emulator.chat.ChatMessage;
import org.sprechstunde.emulator.chat.DeliveryTick;
import org.sprechstunde.emulator.chat.WamidFactory;
import org.sprechstunde.emulator.chat.WhatsAppState;
import org.sprechstunde.emulator.web.JsonTrees;
import org.sprechstunde.emulator.web.WebAnswer;

/**
 * Messages to groups, as far as Meta's pages tell of them. Groups here are no more than ids under which citizens have
 * written; what the town says there stands in the chat of whoever wrote last.
 */
final class GroupsApi {
    private static final String GROUP = "group";

    private final WhatsAppState whatsAppState;

    GroupsApi(WhatsAppState whatsAppState) {
        this.whatsAppState = whatsAppState;
    }

    static boolean isAddressed(ObjectNode request) {
        return request.path("recipient_type").asText().equals(GROUP);
    }

    WebAnswer send(ObjectNode request) {
        String group = request.path("to").asText();
        return lastIn(group)
                .map(last -> shown(last, request, group))
                .orElseGet(() -> GraphError.parameter("there is no such group").answer());
    }

    private Optional<Change> lastIn(String group) {
        return whatsAppState.chats().changes(0).stream()
                .filter(change -> change.bubble().fromCitizen())
                .filter(change -> change.bubble().group().filter(group::equals).isPresent())
                .max(Comparator.comparing((Change change) -> change.bubble().at()));
    }

    private WebAnswer shown(Change last, ObjectNode request, String group) {
        String id = WamidFactory.random(last.citizen().envelope(), false).text();
        ObjectNode message = request.deepCopy().put("id", id).put(ChatMessage.GROUP, group);
        whatsAppState
                .chats()
                .add(last.citizen(), false, message, whatsAppState.clock().instant());
        whatsAppState.chats().tick(id, DeliveryTick.DELIVERED, OptionalInt.empty());
        ObjectNode body = JsonTrees.object().put("messaging_product", "whatsapp");
        body.putArray("contacts").addObject().put("input", group).put("wa_id", group);
        body.putArray("messages").addObject().put("id", id);
        return WebAnswer.ok(body);
    }
}
