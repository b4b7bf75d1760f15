package org.sprechstunde.whatsapp.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.sprechstunde.enquiry.MessageContent;
import org.sprechstunde.enquiry.MessageContent.Line;
import org.sprechstunde.platform.Json;

/** Reads taps on buttons and lists. */
final class InteractiveParser {
    private InteractiveParser() {}

    /** A quick reply of a template. */
    static Optional<MessageContent> button(JsonNode button) {
        return choice(button, "text", "payload");
    }

    /** The kind is told by which part there is: {@code interactive.type} only repeats it. */
    static Optional<MessageContent> interactive(JsonNode interactive) {
        return choice(interactive.path("button_reply"), "title", "id")
                .or(() -> choice(interactive.path("list_reply"), "title", "id"))
                .or(() -> form(interactive.path("nfm_reply")));
    }

    private static Optional<MessageContent> choice(JsonNode tap, String title, String orElse) {
        return Json.text(tap, title)
                .or(() -> Json.text(tap, orElse))
                .map(words -> new MessageContent.Choice(words, Json.text(tap, "description")));
    }

    private static Optional<MessageContent> form(JsonNode reply) {
        List<Line> lines = FormParser.parse(reply);
        return lines.isEmpty() ? Optional.empty() : Optional.of(new MessageContent.Form(lines));
    }
}
