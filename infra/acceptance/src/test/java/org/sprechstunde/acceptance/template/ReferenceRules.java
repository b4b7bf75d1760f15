package org.sprechstunde.acceptance.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether every name that is used means something. */
final class ReferenceRules {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^!}][^}]*)}");
    private static final Set<String> PSEUDO = Set.of(
            "AWS::AccountId",
            "AWS::NoValue",
            "AWS::Partition",
            "AWS::Region",
            "AWS::StackId",
            "AWS::StackName",
            "AWS::URLSuffix");

    private final WrittenTemplate template;
    private final List<String> dangling = new ArrayList<>();

    private ReferenceRules(WrittenTemplate template) {
        this.template = template;
    }

    static List<String> dangling(WrittenTemplate template) {
        var references = new ReferenceRules(template);
        references.visit(template.root());
        template.resources().forEach(references::visitAttributes);
        return references.dangling;
    }

    private void visit(JsonNode node) {
        node.properties().forEach(entry -> call(entry.getKey(), entry.getValue()));
        node.forEach(this::visit);
    }

    private void call(String function, JsonNode argument) {
        switch (function) {
            case "Ref" -> name(argument.asText());
            case "Fn::GetAtt" -> name(argument.isArray() ? argument.get(0).asText() : resourceOf(argument.asText()));
            case "Fn::Sub" -> PLACEHOLDER.matcher(argument.asText()).results().forEach(found -> name(found.group(1)));
            case "Fn::If" -> condition(argument.get(0).asText());
            case "Fn::FindInMap" ->
                require(template.section("Mappings"), argument.get(0).asText());
            default -> {}
        }
    }

    private void visitAttributes(WrittenResource resource) {
        if (resource.body().has("Condition")) {
            condition(resource.body().path("Condition").asText());
        }
        JsonNode before = resource.body().path("DependsOn");
        (before.isArray() ? before : List.of(before)).forEach(id -> {
            if (id.isTextual()) {
                require(template.section("Resources"), id.asText());
            }
        });
    }

    private void name(String name) {
        boolean known = PSEUDO.contains(name)
                || template.section("Parameters").has(name)
                || template.section("Resources").has(resourceOf(name));
        if (!known) {
            dangling.add(name + " means nothing");
        }
    }

    private void condition(String name) {
        require(template.section("Conditions"), name);
    }

    private void require(JsonNode section, String name) {
        if (!section.has(name)) {
            dangling.add(name + " means nothing");
        }
    }

    /** {@code Table} of {@code Table.Arn}. */
    private static String resourceOf(String name) {
        return name.split("\\.", 2)[0];
    }
}
