package org.sprechstunde.local.meta.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;
import org.sprechstunde.local.meta.chat.Bubble;
import org.sprechstunde.local.meta.chat.Change;
import org.sprechstunde.local.meta.chat.Tick;
import org.sprechstunde.local.meta.chat.Wamid;
import org.sprechstunde.local.meta.chat.World;
import org.sprechstunde.local.meta.web.Answer;
import org.sprechstunde.local.meta.web.Json;

/**
 * Messages to groups, as far as Meta's pages tell of them. Groups here are no more than ids under which citizens have
 * written; what the town says there stands in the chat of whoever wrote last.
 */
final class Groups {
    private static final String GROUP = "group";

    private final World world;

    Groups(World world) {
        this.world = world;
    }

    static boolean isAddressed(ObjectNode request) {
        return request.path("recipient_type").asText().equals(GROUP);
    }

    Answer send(ObjectNode request) {
        String group = request.path("to").asText();
        return lastIn(group)
                .map(last -> shown(last, request, group))
                .orElseGet(() -> GraphError.parameter("there is no such group").answer());
    }

    private Optional<Change> lastIn(String group) {
        return world.chats().changes(0).stream()
                .filter(change -> change.bubble().fromCitizen())
                .filter(change -> change.bubble().group().filter(group::equals).isPresent())
                .max(Comparator.comparing((Change change) -> change.bubble().at()));
    }

    private Answer shown(Change last, ObjectNode request, String group) {
        String id = Wamid.random(last.citizen().envelope(), false).text();
        ObjectNode message = request.deepCopy().put("id", id).put(Bubble.GROUP, group);
        world.chats().add(last.citizen(), false, message, world.clock().instant());
        world.chats().tick(id, Tick.DELIVERED, OptionalInt.empty());
        ObjectNode body = Json.object().put("messaging_product", "whatsapp");
        body.putArray("contacts").addObject().put("input", group).put("wa_id", group);
        body.putArray("messages").addObject().put("id", id);
        return Answer.ok(body);
    }
}
