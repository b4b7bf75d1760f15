package org.sprechstunde.emulator.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sprechstunde.emulator.web.JsonTrees;

/**
 * A message that Meta has approved beforehand, with gaps such as <code>{{1}}</code>.
 *
 * @param buttons the words on its quick replies
 */
record ApprovedTemplate(String name, String language, String body, List<String> buttons) {
    private static final Pattern GAP = Pattern.compile("\\{\\{([a-z0-9_]+)}}");
    private static final Pattern UNFIT = Pattern.compile("[\n\t]| {5}");
    private static final int LONGEST = 1024;

    /** The refusal that a message with this template deserves, if any. */
    Optional<GraphError> unmetBy(JsonNode content) {
        return refusal(parameters(content, "body"));
    }

    /** Adds to {@code content} what the phone shows: the text without gaps, and the quick replies. */
    void fill(ObjectNode content) {
        content.put("text", filled(parameters(content, "body")));
        ArrayNode shown = content.putArray("buttons");
        for (int i = 0; i < buttons.size(); i++) {
            String text = buttons.get(i);
            shown.addObject()
                    .put("text", text)
                    .put("payload", payload(content, i).orElse(text));
        }
    }

    private Optional<GraphError> refusal(List<JsonNode> parameters) {
        Set<String> gaps = new HashSet<>();
        GAP.matcher(body).results().map(gap -> gap.group(1)).forEach(gaps::add);
        if (gaps.size() != parameters.size()) {
            return Optional.of(GraphError.template(132000));
        }
        if (parameters.stream()
                .anyMatch(one -> !one.path("type").asText().equals("text")
                        || JsonTrees.text(one, "text").isEmpty()
                        || UNFIT.matcher(one.path("text").asText()).find())) {
            return Optional.of(GraphError.parameter("a parameter is text on one line"));
        }
        return filled(parameters).length() > LONGEST ? Optional.of(GraphError.template(132005)) : Optional.empty();
    }

    private String filled(List<JsonNode> parameters) {
        return GAP.matcher(body).replaceAll(gap -> Matcher.quoteReplacement(word(gap, parameters)));
    }

    /** Gaps have either numbers or names, and parameters are found accordingly. */
    private static String word(MatchResult gap, List<JsonNode> parameters) {
        String name = gap.group(1);
        JsonNode parameter = name.matches("\\d+")
                ? parameters.get(Integer.parseInt(name) - 1)
                : parameters.stream()
                        .filter(one -> one.path("parameter_name").asText().equals(name))
                        .findFirst()
                        .orElseGet(JsonTrees::object);
        return parameter.path("text").asText();
    }

    private static List<JsonNode> parameters(JsonNode content, String component) {
        List<JsonNode> parameters = new ArrayList<>();
        for (JsonNode part : content.path("components")) {
            if (part.path("type").asText().equals(component)) {
                part.path("parameters").forEach(parameters::add);
            }
        }
        return parameters;
    }

    private static Optional<String> payload(JsonNode content, int index) {
        for (JsonNode part : content.path("components")) {
            if (part.path("type").asText().equals("button")
                    && part.path("index").asInt(-1) == index) {
                return JsonTrees.text(part.at("/parameters/0"), "payload");
            }
        }
        return Optional.empty();
    }

    /** How many gaps the text has. */
    int gaps() {
        return (int)
                GAP.matcher(body).results().map(gap -> gap.group(1)).distinct().count();
    }
}
