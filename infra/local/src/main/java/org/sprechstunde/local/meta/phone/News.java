package org.sprechstunde.local.meta.phone;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.sprechstunde.local.meta.chat.World;
import org.sprechstunde.local.meta.web.Answer;
import org.sprechstunde.local.meta.web.Json;
import org.sprechstunde.local.meta.web.Request;

/** What is new since the page asked last; the answer waits until there is something. */
final class News {
    private static final Duration LONG_POLL = Duration.ofSeconds(25);

    private final World world;

    News(World world) {
        this.world = world;
    }

    Answer since(Request request) {
        long after = request.query("after", 0);
        try {
            world.chats().await(after, LONG_POLL);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        ObjectNode body = Json.object().put("revision", world.chats().revision());
        ArrayNode changes = body.putArray("changes");
        world.chats()
                .changes(after)
                .forEach(change -> changes.addObject()
                        .put("citizen", change.citizen().bsuid())
                        .set("message", PhoneJson.of(change.bubble())));
        ArrayNode typing = body.putArray("typing");
        world.citizens().all().stream()
                .filter(citizen -> world.chats().isTyping(citizen, world.clock().instant()))
                .forEach(citizen -> typing.add(citizen.bsuid()));
        return Answer.ok(body);
    }
}
