package org.sprechstunde.acceptance.template;

import static org.sprechstunde.acceptance.template.WrittenResource.fact;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What becomes of a store with its stack, or when an update replaces it: decided, never left to a default. */
final class DeletionRules {
    private static final String DELETE = "Delete";
    private static final String RETAIN = "Retain";

    /** UpdateReplacePolicy of each type that keeps something; each is deleted with the stack. */
    private static final Map<String, String> STATEFUL = Map.of(
            "AWS::DynamoDB::Table", RETAIN,
            "AWS::S3::Bucket", RETAIN,
            "AWS::KMS::Key", RETAIN,
            "AWS::SecretsManager::Secret", RETAIN,
            "AWS::Cognito::UserPool", RETAIN,
            "AWS::Logs::LogGroup", DELETE);

    private static final String GUARDED = "{\"Fn::Equals\":[{\"Ref\":\"Protected\"},\"yes\"]}";

    /**
     * How a property is called that makes a resource refuse its own deletion; {@link RefusingTypesTest} asks
     * CloudFormation's schemas whether there are others.
     */
    static final Pattern REFUSING = Pattern.compile("(Delet|Terminat)(e|ion)Protect\\w*|TerminationProtected"
            + "|ManagedTerminationProtection|DisableApiTermination|LockConfiguration|ObjectLock(Configuration|Enabled)"
            + "|SnaplockConfiguration|RetentionLockType|LoadBalancerAttributes");

    /** These are protected if nothing is said. */
    private static final Set<String> REFUSING_UNASKED = Set.of("AWS::DSQL::Cluster", "AWS::QLDB::Ledger");

    private DeletionRules() {}

    static List<String> undecided(WrittenTemplate template) {
        return template.resources().stream()
                .filter(resource -> STATEFUL.containsKey(resource.type()))
                .flatMap(resource -> resource
                        .complaints(
                                fact("is deleted with the stack", is(resource, "DeletionPolicy", DELETE)),
                                fact(
                                        "is treated on replacement as decided",
                                        is(
                                                resource,
                                                "UpdateReplacePolicy",
                                                STATEFUL.getOrDefault(resource.type(), ""))))
                        .stream())
                .toList();
    }

    /**
     * Roll-back deletes what a first deployment has made. Whatever refuses leaves the whole stack stuck, so nothing may
     * refuse until the town is connected.
     */
    static List<String> stuck(WrittenTemplate template) {
        List<String> stuck = new ArrayList<>();
        for (String name : List.of("Protected", "ReservedConcurrency")) {
            JsonNode standard = template.section("Parameters").path(name).path("Default");
            if (!standard.asText().equals("no")) {
                stuck.add(name + " is not \"no\" in a first deployment");
            }
        }
        if (!template.section("Conditions").path("Guarded").toString().equals(GUARDED)) {
            stuck.add("Guarded does not follow Protected");
        }
        template.resources().forEach(resource -> {
            if (REFUSING_UNASKED.contains(resource.type())) {
                stuck.add(resource.id() + " refuses unless it is told not to");
            }
            refusals(resource.properties())
                    .filter(refusal -> !isProtectedLater(refusal.getValue()))
                    .forEach(refusal -> stuck.add(resource.id() + " refuses its deletion by " + refusal.getKey()));
        });
        return stuck;
    }

    /** Off, unless somebody has said that the town is to be protected. */
    static boolean isProtectedLater(JsonNode value) {
        JsonNode branches = value.path("Fn::If");
        return branches.path(0).asText().equals("Guarded")
                && List.of("true", "ACTIVE").contains(branches.path(1).asText())
                && List.of("false", "INACTIVE").contains(branches.path(2).asText());
    }

    private static Stream<Map.Entry<String, JsonNode>> refusals(JsonNode node) {
        Stream<Map.Entry<String, JsonNode>> here = node.properties().stream()
                .filter(entry -> REFUSING.matcher(entry.getKey()).matches());
        return Stream.concat(
                here, StreamSupport.stream(node.spliterator(), false).flatMap(DeletionRules::refusals));
    }

    private static boolean is(WrittenResource resource, String policy, String expected) {
        return resource.body().path(policy).asText().equals(expected);
    }
}
