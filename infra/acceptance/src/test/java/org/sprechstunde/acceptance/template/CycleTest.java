package org.sprechstunde.acceptance.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** CloudFormation makes things in an order, so none may wait for itself; asked of what SAM makes of the template. */
class CycleTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^!}.]+)[^}]*}");

    @Test
    void nothingWaitsForItself() throws Exception {
        WrittenTemplate transformed = Transformed.of(WrittenTemplate.deployed()).template();

        assertThat(cycle(transformed)).isEmpty();
    }

    /** The circle that SAM's own HttpApi events would make. */
    @Test
    void aCircleIsFound() throws Exception {
        WrittenTemplate circular = Transformed.of(WrittenTemplate.deployed()
                        .with("      Name: !Ref AWS::StackName\n", "      Name: !Sub 'x-${PageFunction.Arn}'\n"))
                .template();

        assertThat(cycle(circular)).contains("Api", "PageFunction");
    }

    /** The ids of a circle, or nothing. */
    private static List<String> cycle(WrittenTemplate template) {
        Map<String, Set<String>> needs = new LinkedHashMap<>();
        template.resources().forEach(resource -> {
            Set<String> needed = new TreeSet<>();
            collect(resource.properties(), needed);
            JsonNode before = resource.body().path("DependsOn");
            (before.isArray() ? before : List.of(before)).forEach(id -> needed.add(id.asText()));
            needs.put(resource.id(), needed);
        });
        needs.values().forEach(needed -> needed.retainAll(needs.keySet()));
        Set<String> done = new LinkedHashSet<>();
        return needs.keySet().stream()
                .map(id -> from(id, needs, new LinkedHashSet<>(), done))
                .filter(circle -> !circle.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static List<String> from(String id, Map<String, Set<String>> needs, Set<String> path, Set<String> done) {
        if (done.contains(id)) {
            return List.of();
        }
        if (!path.add(id)) {
            return new ArrayList<>(path);
        }
        for (String needed : needs.getOrDefault(id, Set.of())) {
            List<String> circle = from(needed, needs, path, done);
            if (!circle.isEmpty()) {
                return circle;
            }
        }
        path.remove(id);
        done.add(id);
        return List.of();
    }

    private static void collect(JsonNode node, Set<String> ids) {
        node.properties().forEach(entry -> {
            JsonNode argument = entry.getValue();
            switch (entry.getKey()) {
                case "Ref" -> ids.add(argument.asText());
                case "Fn::GetAtt" ->
                    ids.add(
                            argument.isArray()
                                    ? argument.path(0).asText()
                                    : argument.asText().split("\\.", 2)[0]);
                case "Fn::Sub" ->
                    PLACEHOLDER.matcher(argument.toString()).results().forEach(found -> ids.add(found.group(1)));
                default -> {}
            }
        });
        node.forEach(part -> collect(part, ids));
    }
}
