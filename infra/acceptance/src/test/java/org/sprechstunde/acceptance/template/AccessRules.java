package org.sprechstunde.acceptance.template;

import static org.sprechstunde.acceptance.template.WrittenResource.fact;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Who may do what. */
final class AccessRules {
    private static final String ANY = "*";
    private static final String BOUNDED =
            "{\"Fn::If\":[\"Bounded\",{\"Ref\":\"PermissionsBoundary\"},{\"Ref\":\"AWS::NoValue\"}]}";
    private static final String TAKES_NO_RESOURCE = "[\"dynamodb:ListStreams\"]";
    private static final Pattern ACTION = Pattern.compile("[a-z0-9-]+:[A-Za-z]+");

    private AccessRules() {}

    /** A role's policies name actions and resources; and nothing comes from elsewhere. */
    static List<String> broadRoles(WrittenTemplate template) {
        List<String> broad = new ArrayList<>();
        template.ofType("AWS::IAM::Role").forEach(role -> {
            broad.addAll(role.complaints(
                    fact("has policies of its own only", !role.properties().has("ManagedPolicyArns")),
                    fact(
                            "is bounded where the account wants it",
                            role.at("/PermissionsBoundary").toString().equals(BOUNDED)),
                    fact(
                            "is of one service",
                            role.at("/AssumeRolePolicyDocument/Statement/0/Principal")
                                    .toString()
                                    .equals("{\"Service\":\"lambda.amazonaws.com\"}"))));
            role.at("/Policies")
                    .forEach(policy -> statements(policy.path("PolicyDocument")).forEach(statement -> {
                        each(statement.path("Action"))
                                .filter(AccessRules::isBroad)
                                .forEach(it -> broad.add(role.id() + ": " + it));
                        each(statement.path("Resource"))
                                .filter(it -> isAny(it)
                                        && !statement.path("Action").toString().equals(TAKES_NO_RESOURCE))
                                .forEach(it -> broad.add(role.id() + ": " + it));
                    }));
        });
        return broad;
    }

    /** The key's resource is always '*', which means itself; so who and what must be exact. */
    static List<String> broadKey(WrittenTemplate template) {
        List<String> broad = new ArrayList<>();
        template.ofType("AWS::KMS::Key").forEach(key -> {
            broad.addAll(key.complaints(
                    fact("is rotated, or signs", key.at("/EnableKeyRotation").asBoolean() || signs(key))));
            statements(key.at("/KeyPolicy")).forEach(statement -> {
                boolean uses = each(statement.path("Action"))
                        .anyMatch(it -> it.asText().equals("kms:Decrypt"));
                if (uses && !statement.has("Condition") && !isAlarms(statement)) {
                    broad.add("the key can be used without condition");
                }
                each(statement.path("Action")).filter(AccessRules::isBroad).forEach(it -> broad.add("key: " + it));
                if (statement.path("Principal").toString().contains("\"*\"")) {
                    broad.add("anybody may use the key");
                }
            });
        });
        return broad;
    }

    private static boolean signs(WrittenResource key) {
        return key.at("/KeyUsage").asText().equals("SIGN_VERIFY");
    }

    /** AWS publishes CloudWatch's right without a condition; what it may publish is up to the topic's policy. */
    private static boolean isAlarms(JsonNode statement) {
        return statement.path("Principal").toString().equals("{\"Service\":\"cloudwatch.amazonaws.com\"}")
                && statement.path("Action").toString().equals("[\"kms:Decrypt\",\"kms:GenerateDataKey\"]");
    }

    /** Alarms that cannot use the key are silent, and nobody notices. */
    static List<String> gaggedAlarms(WrittenTemplate template) {
        return template.ofType("AWS::KMS::Key")
                .filter(key -> !signs(key))
                .filter(key -> statements(key.at("/KeyPolicy"))
                        .noneMatch(statement -> isAlarms(statement) && !statement.has("Condition")))
                .map(key -> key.id() + " lets alarms publish only on a condition that AWS does not promise to meet")
                .toList();
    }

    /** A bucket's policy here only ever denies. */
    static List<String> openBucket(WrittenTemplate template) {
        List<String> open = new ArrayList<>();
        JsonNode policy = template.resource("BucketPolicy").orElseThrow().at("/PolicyDocument");
        List<JsonNode> statements = statements(policy).toList();
        if (!statements.stream().allMatch(it -> it.path("Effect").asText().equals("Deny"))) {
            open.add("the bucket's policy allows something");
        }
        for (String need : List.of(
                "{\"Bool\":{\"aws:SecureTransport\":false}}",
                "{\"NumericLessThan\":{\"s3:TlsVersion\":\"1.2\"}}",
                "{\"StringEquals\":{\"s3:authType\":\"REST-QUERY-STRING\"},\"NumericGreaterThan\":{\"s3:signatureAge\":60000}}")) {
            if (statements.stream()
                    .noneMatch(it -> it.path("Condition").toString().equals(need))) {
                open.add("the bucket's policy does not deny " + need);
            }
        }
        return open;
    }

    static List<String> secretsInside(WrittenTemplate template) {
        List<String> found = new ArrayList<>();
        template.ofType("AWS::SecretsManager::Secret")
                .forEach(secret -> found.addAll(secret.complaints(
                        fact("has no value here", !secret.properties().has("SecretString")),
                        fact(
                                "is empty but for the pepper",
                                secret.at("/GenerateSecretString/SecretStringTemplate")
                                        .asText()
                                        .equals("{\"appSecret\":\"\",\"accessToken\":\"\",\"verifyToken\":\"\"}")),
                        fact("has our key", StoreRules.isOurKey(secret.at("/KmsKeyId"))))));
        if (template.text().contains("{{resolve:") || template.text().contains("NoEcho")) {
            found.add("a secret passes through the template");
        }
        return found;
    }

    private static Stream<JsonNode> statements(JsonNode policy) {
        return StreamSupport.stream(policy.path("Statement").spliterator(), false)
                .flatMap(AccessRules::branches);
    }

    /** A statement that a condition decides on is as good as written. */
    private static Stream<JsonNode> branches(JsonNode statement) {
        return statement.has("Fn::If")
                ? StreamSupport.stream(statement.path("Fn::If").spliterator(), false)
                        .filter(branch -> branch.has("Effect"))
                : Stream.of(statement);
    }

    private static Stream<JsonNode> each(JsonNode oneOrMany) {
        return oneOrMany.isArray() ? StreamSupport.stream(oneOrMany.spliterator(), false) : Stream.of(oneOrMany);
    }

    private static boolean isBroad(JsonNode action) {
        return !ACTION.matcher(action.asText()).matches();
    }

    private static boolean isAny(JsonNode resource) {
        return resource.asText().equals(ANY);
    }
}
