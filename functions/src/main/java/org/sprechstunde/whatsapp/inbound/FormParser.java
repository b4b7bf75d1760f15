package org.sprechstunde.whatsapp.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.sprechstunde.enquiry.MessageContent.Line;
import org.sprechstunde.platform.Json;

/** Reads a form that was filled in: its answers come as a text that is JSON, mostly an object, but nobody promises. */
final class FormParser {
    /** Says which form it was; no answer of the citizen's. */
    private static final Set<String> NO_ANSWER = Set.of("flow_token");

    private final List<Line> lines = new ArrayList<>();
    private int characters;

    private final Predicate<JsonNode> shown;

    private FormParser(Predicate<JsonNode> shown) {
        this.shown = shown;
    }

    static List<Line> parse(JsonNode reply) {
        FormParser form = new FormParser(_ -> true);
        form.collect("", answers(reply.path("response_json")));
        if (form.lines.isEmpty()) {
            Json.text(reply, "body").ifPresent(body -> form.add(new Line("", body)));
        }
        return form.lines;
    }

    /** All words of {@code reply}, of a kind that nobody knows yet: times and counts would tell nobody anything. */
    static List<Line> words(JsonNode reply) {
        FormParser form = new FormParser(JsonNode::isTextual);
        form.collect("", reply);
        return form.lines;
    }

    private static JsonNode answers(JsonNode response) {
        return response.isTextual() ? parsed(response.asText()) : response;
    }

    private static JsonNode parsed(String text) {
        try {
            return Json.read(text);
        } catch (Json.NotJson e) {
            return Json.object().textNode(text);
        }
    }

    private void collect(String label, JsonNode value) {
        if (value.isValueNode()) {
            if (shown.test(value) && !value.isNull() && !value.asText().isEmpty()) {
                add(new Line(label, value.asText()));
            }
            return;
        }
        if (value.isArray()) {
            value.forEach(each -> collect(label, each));
        }
        value.properties().stream()
                .filter(field -> !NO_ANSWER.contains(field.getKey()))
                .forEach(field -> collect((label + " " + field.getKey()).strip(), field.getValue()));
    }

    /** Labels repeat what is above them, so nested answers could grow without end: more than fits is not needed. */
    private void add(Line line) {
        if (characters <= ContentParser.LARGEST) {
            lines.add(line);
            characters += line.label().length() + line.value().length();
        }
    }
}
