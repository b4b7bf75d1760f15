package org.sprechstunde.acceptance.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What is deployed is what runs, and no flood keeps the mayor out. */
final class DeploymentRules {
    /** What puts a version between a function and its callers, or makes sense only where one is. */
    private static final List<String> VERSIONS = List.of(
            "AutoPublishAlias",
            "AutoPublishAliasAllProperties",
            "AutoPublishCodeSha256",
            "DeploymentPreference",
            "ProvisionedConcurrencyConfig",
            "PublishToLatestPublished",
            "VersionDeletionPolicy",
            "VersionDescription");

    private DeploymentRules() {}

    /** A version keeps the parameters that it was published with, and SAM publishes none for a changed one. */
    static List<String> stale(WrittenTemplate template) {
        JsonNode globals = template.section("Globals").path("Function");
        List<String> wrong = new ArrayList<>();
        VERSIONS.stream().filter(globals::has).forEach(wrong::add);
        template.functions()
                .forEach(function -> VERSIONS.stream()
                        .filter(function.properties()::has)
                        .forEach(it -> wrong.add(function.id() + ": " + it)));
        return wrong;
    }

    /** A flood on a public route must not use up what the mayor's functions need. */
    static List<String> uncapped(WrittenTemplate template) {
        Set<String> called = template.ofType("AWS::ApiGatewayV2::Route")
                .filter(route -> route.at("/AuthorizationType").asText().equals("NONE"))
                .map(route -> RouteRules.function(template, route).orElseThrow())
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
