package org.sprechstunde.connect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A message that WhatsApp must approve before the town can send it, as {@code templates.json} of the functions has it.
 *
 * @param values what fills each gap, in the words of that file
 */
record SubmittedTemplate(String name, String language, String text, List<String> values, List<String> buttons) {
    private static final String FILE = "/texts/templates.json";
    private static final String CATEGORY = "UTILITY";

    static List<SubmittedTemplate> all() {
        try (InputStream in = Objects.requireNonNull(SubmittedTemplate.class.getResourceAsStream(FILE), FILE)) {
            List<SubmittedTemplate> all = new ArrayList<>();
            for (JsonNode one : new JsonMapper().readTree(in)) {
                all.add(new SubmittedTemplate(
                        one.path("name").asText(),
                        one.path("language").asText(),
                        one.path("text").asText(),
                        texts(one.path("values")),
                        texts(one.path("buttons"))));
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    /** What Meta wants to see: an answer to something that the citizen has asked, with an example for each gap. */
    ObjectNode submission(DeployedStack town) {
        ObjectNode json =
                GraphClient.object().put("name", name).put("language", language).put("category", CATEGORY);
        ObjectNode body =
                json.putArray("components").addObject().put("type", "BODY").put("text", text);
        if (!values.isEmpty()) {
            var example = body.putObject("example").putArray("body_text").addArray();
            values.forEach(value -> example.add(example(value, town)));
        }
        if (!buttons.isEmpty()) {
            var replies = json.withArray("components")
                    .addObject()
                    .put("type", "BUTTONS")
                    .putArray("buttons");
            buttons.forEach(
                    button -> replies.addObject().put("type", "QUICK_REPLY").put("text", button));
        }
        return json;
    }

    boolean is(JsonNode atMeta) {
        return atMeta.path("name").asText().equals(name)
                && atMeta.path("language").asText().equals(language);
    }

    /** Whether Meta has it in these words. */
    boolean hasWordsOf(JsonNode atMeta) {
        for (JsonNode component : atMeta.path("components")) {
            if (component.path("type").asText().equals("BODY")) {
                return component.path("text").asText().equals(text);
            }
        }
        return false;
    }

    /** Whether Meta bills it as what it is. */
    static boolean isOfItsKind(JsonNode atMeta) {
        return atMeta.path("category").asText(CATEGORY).equals(CATEGORY);
    }

    private static String example(String value, DeployedStack town) {
        return switch (value) {
            case "town" -> town.name();
            case "hours" -> town.answer("TownHallHours");
            default -> value.replaceFirst("^name\\|", "");
        };
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    /** For people to read. */
    @Override
    public String toString() {
        return name + " (" + language + ")";
    }
}
