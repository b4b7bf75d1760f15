package org.sprechstunde.whatsapp.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sprechstunde.enquiry.MessageContent;
import org.sprechstunde.enquiry.MessageContent.Line;
import org.sprechstunde.platform.Json;

/** Reads taps on buttons and lists. */
final class InteractiveParser {
    private static final Set<String> KNOWN = Set.of("button_reply", "list_reply", "nfm_reply");

    private InteractiveParser() {}

    /** A quick reply of a template. */
    static Optional<MessageContent> button(JsonNode button) {
        return choice(button, "text", "payload");
    }

    /** The kind is told by which part there is: {@code interactive.type} only repeats it. */
    static Optional<MessageContent> interactive(JsonNode interactive) {
        return choice(interactive.path("button_reply"), "title", "id")
                .or(() -> choice(interactive.path("list_reply"), "title", "id"))
                .or(() -> form(FormParser.parse(interactive.path("nfm_reply"))))
                .or(() -> ofTomorrow(interactive));
    }

    /** Of a kind that there was not yet: what was chosen, or whatever else it says. */
    private static Optional<MessageContent> ofTomorrow(JsonNode interactive) {
        String kind = interactive.path("type").asText();
        JsonNode part = KNOWN.contains(kind) ? MissingNode.getInstance() : interactive.path(kind);
        return choice(part, "title", "text").or(() -> form(FormParser.words(part)));
    }

    private static Optional<MessageContent> choice(JsonNode tap, String title, String orElse) {
        return Json.text(tap, title)
                .or(() -> Json.text(tap, orElse))
                .map(words -> new MessageContent.Choice(words, Json.text(tap, "description")));
    }

    private static Optional<MessageContent> form(List<Line> lines) {
        return lines.isEmpty() ? Optional.empty() : Optional.of(new MessageContent.Form(lines));
    }
}
