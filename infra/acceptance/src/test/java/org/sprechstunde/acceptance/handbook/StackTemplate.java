package org.sprechstunde.acceptance.handbook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.sprechstunde.repository.Repository;
import org.sprechstunde.repository.Yaml;

/** What the handbook has to be true to: the template as written. */
record StackTemplate(JsonNode root) {
    private static final StackTemplate DEPLOYED = parse(Repository.text("template.yaml"));

    static StackTemplate deployed() {
        return DEPLOYED;
    }

    static StackTemplate parse(String text) {
        return new StackTemplate(Yaml.read(text));
    }

    List<String> parameters() {
        return root.path("Parameters").properties().stream()
                .map(Map.Entry::getKey)
                .toList();
    }

    boolean hasDefault(String parameter) {
        return root.path("Parameters").path(parameter).has("Default");
    }

    String standard(String parameter) {
        return root.path("Parameters").path(parameter).path("Default").asText();
    }

    /** After how many days the bucket throws a file away whatever happens, with the standard retention. */
    String lifecycleDays() {
        return root.path("Mappings")
                .path("Retention")
                .path(standard("RetentionMaxDays"))
                .path("LifecycleDays")
                .asText();
    }

    List<Stored> resources() {
        return root.path("Resources").properties().stream()
                .map(entry -> new Stored(
                        entry.getKey(),
                        entry.getValue().path("Type").asText(),
                        entry.getValue().path("Properties")))
                .toList();
    }

    /** A resource; only some of them keep anything. */
    record Stored(String id, String type, JsonNode properties) {}
}
