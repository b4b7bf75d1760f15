package org.sprechstunde.local.meta.graph;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.sprechstunde.local.meta.chat.MediaShelf;
import org.sprechstunde.local.meta.web.Json;

/** What Meta demands of an outbound message before it accepts it. */
final class Demand {
    private static final int LONGEST_TEXT = 4096;
    private static final int LONGEST_OPAQUE = 512;
    private static final int MOST_BUTTONS = 3;
    private static final int LONGEST_TITLE = 20;
    private static final int LONGEST_ID = 256;

    private Demand() {}

    /** The refusal that {@code message} deserves, if any. */
    static Optional<GraphError> unmetBy(JsonNode message, MediaShelf shelf) {
        if (Json.text(message, "biz_opaque_callback_data")
                .filter(data -> data.length() > LONGEST_OPAQUE)
                .isPresent()) {
            return refuse("biz_opaque_callback_data is too long");
        }
        String type = Json.text(message, "type").orElse("text");
        JsonNode content = message.path(type);
        return switch (type) {
            case "text" -> text(content.path("body").asText(), LONGEST_TEXT);
            case "image", "document", "audio", "video", "sticker" -> media(content, shelf);
            case "template" -> template(content);
            case "reaction" -> Json.text(content, "message_id").isPresent() ? met() : refuse("message_id is missing");
            case "interactive" -> interactive(content);
            default -> refuse("type is not one of those this stand-in knows");
        };
    }

    private static Optional<GraphError> text(String body, int longest) {
        return body.isBlank() || body.length() > longest ? refuse("body is 1 to " + longest + " characters") : met();
    }

    private static Optional<GraphError> media(JsonNode content, MediaShelf shelf) {
        if (content.has("link")) {
            return Optional.of(GraphError.later(131053));
        }
        return shelf.atMeta(content.path("id").asText()).isPresent() ? met() : refuse("there is no media with this id");
    }

    private static Optional<GraphError> template(JsonNode content) {
        boolean complete = Json.text(content, "name").isPresent()
                && Json.text(content.path("language"), "code").isPresent();
        return complete ? met() : refuse("a template has a name and a language code");
    }

    private static Optional<GraphError> interactive(JsonNode content) {
        JsonNode buttons = content.path("action").path("buttons");
        if (!content.path("type").asText().equals("button") || buttons.isEmpty() || buttons.size() > MOST_BUTTONS) {
            return refuse("only type button, with one to three buttons");
        }
        Set<String> ids = new HashSet<>();
        Set<String> titles = new HashSet<>();
        for (JsonNode button : buttons) {
            String id = button.path("reply").path("id").asText();
            String title = button.path("reply").path("title").asText();
            if (!button.path("type").asText().equals("reply")
                    || !isOneTo(LONGEST_ID, id)
                    || !isOneTo(LONGEST_TITLE, title)) {
                return refuse("a reply button has an id of up to 256 and a title of up to 20 characters");
            }
            if (!ids.add(id) || !titles.add(title)) {
                return refuse("buttons differ in id and title");
            }
        }
        return text(content.path("body").path("text").asText(), 1024);
    }

    private static boolean isOneTo(int longest, String text) {
        return !text.isBlank() && text.length() <= longest;
    }

    private static Optional<GraphError> met() {
        return Optional.empty();
    }

    private static Optional<GraphError> refuse(String details) {
        return Optional.of(GraphError.parameter(details));
    }
}
