package org.sprechstunde.emulator.graph;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sprechstunde.emulator.web.JsonTrees;

/** What Meta demands of a question whose answers are buttons or the rows of a list. */
final class InteractiveRules {
    private static final int MOST_BUTTONS = 3;
    private static final int MOST_ROWS = 10;
    private static final int LONGEST_QUESTION = 1024;
    private static final int LONGEST_QUESTION_WITH_LIST = 4096;

    private InteractiveRules() {}

    /** The refusal that the {@code interactive} of a message deserves, if any. */
    static Optional<GraphError> unmetBy(JsonNode content) {
        return switch (content.path("type").asText()) {
            case "button" -> buttons(content);
            case "list" -> list(content);
            default -> refuse("only type button, with one to three buttons, and type list");
        };
    }

    private static Optional<GraphError> buttons(JsonNode content) {
        List<JsonNode> replies = new ArrayList<>();
        for (JsonNode button : content.path("action").path("buttons")) {
            if (!button.path("type").asText().equals("reply")) {
                return refuse("a button has type reply");
            }
            replies.add(button.path("reply"));
        }
        if (replies.isEmpty() || replies.size() > MOST_BUTTONS) {
            return refuse("one to three buttons");
        }
        if (!areFit(replies, 256, 20) || haveDuplicates(replies, "title")) {
            return refuse("a reply button has an id of up to 256 and a title of up to 20 characters of its own");
        }
        return question(content, LONGEST_QUESTION);
    }

    private static Optional<GraphError> list(JsonNode content) {
        JsonNode sections = content.path("action").path("sections");
        List<JsonNode> rows = new ArrayList<>();
        for (JsonNode section : sections) {
            section.path("rows").forEach(rows::add);
            if (sections.size() > 1 && !isOneTo(24, section, "title")) {
                return refuse("several sections have a title of up to 24 characters each");
            }
        }
        if (rows.isEmpty() || rows.size() > MOST_ROWS || !isOneTo(20, content.path("action"), "button")) {
            return refuse("one to ten rows, and a button of up to 20 characters that opens them");
        }
        if (!areFit(rows, 200, 24)
                || rows.stream()
                        .anyMatch(row -> row.path("description").asText().length() > 72)) {
            return refuse("a row has an id of up to 200, a title of up to 24 and a description of up to 72 characters");
        }
        return question(content, LONGEST_QUESTION_WITH_LIST);
    }

    private static Optional<GraphError> question(JsonNode content, int longest) {
        return isOneTo(longest, content.path("body"), "text")
                ? Optional.empty()
                : refuse("body is 1 to " + longest + " characters");
    }

    private static boolean areFit(List<JsonNode> choices, int longestId, int longestTitle) {
        return choices.stream().allMatch(one -> isOneTo(longestId, one, "id") && isOneTo(longestTitle, one, "title"))
                && !haveDuplicates(choices, "id");
    }

    private static boolean haveDuplicates(List<JsonNode> choices, String field) {
        Set<String> seen = new HashSet<>();
        return !choices.stream().allMatch(one -> seen.add(one.path(field).asText()));
    }

    private static boolean isOneTo(int longest, JsonNode tree, String field) {
        return JsonTrees.text(tree, field)
                .filter(text -> !text.isBlank() && text.length() <= longest)
                .isPresent();
    }

    private static Optional<GraphError> refuse(String details) {
        return Optional.of(GraphError.parameter(details));
    }
}
