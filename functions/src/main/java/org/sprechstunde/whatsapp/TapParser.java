package org.sprechstunde.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sprechstunde.enquiry.Content;
import org.sprechstunde.enquiry.Content.Line;
import org.sprechstunde.platform.Json;

/** Reads taps on buttons and lists, and forms that were filled in. */
final class TapParser {
    /** Says which form it was; no answer of the citizen's. */
    private static final Set<String> NO_ANSWER = Set.of("flow_token");

    private TapParser() {}

    /** A quick reply of a template. */
    static Optional<Content> button(JsonNode button) {
        return choice(button, "text", "payload");
    }

    /** The kind is told by which part there is: {@code interactive.type} only repeats it. */
    static Optional<Content> interactive(JsonNode interactive) {
        return choice(interactive.path("button_reply"), "title", "id")
                .or(() -> choice(interactive.path("list_reply"), "title", "id"))
                .or(() -> form(interactive.path("nfm_reply")));
    }

    private static Optional<Content> choice(JsonNode tap, String title, String orElse) {
        return Json.text(tap, title)
                .or(() -> Json.text(tap, orElse))
                .map(words -> new Content.Choice(words, Json.text(tap, "description")));
    }

    /** The answers come as a text that is JSON, mostly an object, but nobody promises. */
    private static Optional<Content> form(JsonNode reply) {
        List<Line> lines = new ArrayList<>();
        Json.text(reply, "response_json").ifPresent(text -> collect("", parsed(text), lines));
        if (lines.isEmpty()) {
            Json.text(reply, "body").ifPresent(body -> lines.add(new Line("", body)));
        }
        return lines.isEmpty() ? Optional.empty() : Optional.of(new Content.Form(lines));
    }

    private static JsonNode parsed(String text) {
        try {
            return Json.read(text);
        } catch (Json.NotJson e) {
            return Json.object().textNode(text);
        }
    }

    private static void collect(String label, JsonNode value, List<Line> lines) {
        if (value.isValueNode()) {
            if (!value.isNull() && !value.asText().isEmpty()) {
                lines.add(new Line(label, value.asText()));
            }
            return;
        }
        if (value.isArray()) {
            value.forEach(each -> collect(label, each, lines));
        }
        value.properties().stream()
                .filter(field -> !NO_ANSWER.contains(field.getKey()))
                .forEach(field -> collect((label + " " + field.getKey()).strip(), field.getValue(), lines));
    }
}
