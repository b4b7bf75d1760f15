package org.sprechstunde.emulator.phone;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.sprechstunde.emulator.chat.WhatsAppState;
import org.sprechstunde.emulator.web.JsonTrees;
import org.sprechstunde.emulator.web.WebAnswer;
import org.sprechstunde.emulator.web.WebRequest;

/** What is new since the page asked last; the answer waits until there is something. */
final class PhoneUpdates {
    private static final Duration LONG_POLL = Duration.ofSeconds(25);

    private final WhatsAppState whatsAppState;

    PhoneUpdates(WhatsAppState whatsAppState) {
        this.whatsAppState = whatsAppState;
    }

    WebAnswer since(WebRequest request) {
        long after = request.query("after", 0);
        try {
            whatsAppState.chats().await(after, LONG_POLL);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        ObjectNode body =
                JsonTrees.object().put("revision", whatsAppState.chats().revision());
        ArrayNode changes = body.putArray("changes");
        whatsAppState
                .chats()
                .changes(after)
                .forEach(change -> changes.addObject()
                        .put("citizen", change.citizen().bsuid())
                        .set("message", PhoneJson.of(change.bubble())));
        ArrayNode typing = body.putArray("typing");
        whatsAppState.citizens().all().stream()
                .filter(citizen -> whatsAppState
                        .chats()
                        .isTyping(citizen, whatsAppState.clock().instant()))
                .forEach(citizen -> typing.add(citizen.bsuid()));
        return WebAnswer.ok(body);
    }
}
