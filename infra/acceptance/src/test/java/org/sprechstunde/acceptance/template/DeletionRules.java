package org.sprechstunde.acceptance.template;

import static org.sprechstunde.acceptance.template.WrittenResource.fact;

import java.util.List;
import java.util.Map;

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

    private static boolean is(WrittenResource resource, String policy, String expected) {
        return resource.body().path(policy).asText().equals(expected);
    }
}
