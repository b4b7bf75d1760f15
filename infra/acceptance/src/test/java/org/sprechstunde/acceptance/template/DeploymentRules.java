package org.sprechstunde.acceptance.template;

import static org.sprechstunde.acceptance.template.WrittenResource.fact;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How a new version comes: a tenth first, watched by alarms, by a role that can move these aliases and no other. */
final class DeploymentRules {
    static final String ROLE = "DeploymentRole";

    private DeploymentRules() {}

    static List<String> withoutNet(WrittenTemplate template) {
        JsonNode globals = template.section("Globals").path("Function");
        JsonNode preference = globals.path("DeploymentPreference");
        List<String> wrong = new ArrayList<>();
        if (!preference.path("Type").asText().startsWith("Canary")) {
            wrong.add("all calls go to a new version at once");
        }
        if (preference.path("Alarms").isEmpty()) {
            wrong.add("nothing takes a bad version back");
        }
        preference.path("Alarms").forEach(alarm -> {
            String id = alarm.path("Ref").asText();
            if (template.resource(id)
                    .filter(it -> it.type().endsWith("::Alarm"))
                    .isEmpty()) {
                wrong.add(id + " is no alarm");
            }
        });
        if (!preference.path("Role").path("Fn::GetAtt").asText().equals(ROLE + ".Arn")) {
            wrong.add("SAM's own role would move any alias of the account");
        }
        if (!globals.path("VersionDeletionPolicy").asText().equals("Delete")) {
            wrong.add("old versions stay behind");
        }
        template.functions()
                .forEach(function -> wrong.addAll(function.complaints(
                        fact("is deployed like all", !function.properties().has("DeploymentPreference")))));
        wrong.addAll(immovable(template));
        return wrong;
    }

    private static List<String> immovable(WrittenTemplate template) {
        String resources = template.resource(ROLE)
                .orElseThrow()
                .at("/Policies/0/PolicyDocument/Statement/0/Resource")
                .toString();
        return template.functions()
                .map(WrittenResource::id)
                .filter(id ->
                        !resources.contains("\"" + id + ".Arn\"") || !resources.contains("${" + id + ".Arn}:live"))
                .map(id -> id + " cannot be deployed")
                .toList();
    }

    /** A flood on a public route must not use up what the mayor's functions need. */
    static List<String> uncapped(WrittenTemplate template) {
        Set<String> called = template.ofType("AWS::ApiGatewayV2::Route")
                .filter(route -> route.at("/AuthorizationType").asText().equals("NONE"))
                .map(route -> RouteRules.function(template, route).orElseThrow())
                .map(alias -> alias.replace(".Alias", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        return called.stream()
                .filter(id -> template.resource(id)
                                .orElseThrow()
                                .at("/ReservedConcurrentExecutions/Fn::If/1")
                                .asInt()
                        <= 0)
                .toList();
    }
}
