package org.sprechstunde.local.template;

import java.util.Map;
import java.util.Optional;

/** Where the stack would be: what {@code AWS::Region} and its siblings stand for. */
record PseudoParameters(String region, String account, String stack) {
    /** A stack of a town that is on no account. */
    static PseudoParameters local(String stack) {
        return new PseudoParameters("eu-central-1", "000000000000", stack);
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(Map.of(
                        "AWS::Region",
                        region,
                        "AWS::AccountId",
                        account,
                        "AWS::StackName",
                        stack,
                        "AWS::StackId",
                        arn("cloudformation", "stack/" + stack + "/local"),
                        "AWS::Partition",
                        "aws",
                        "AWS::URLSuffix",
                        "amazonaws.com")
                .get(name));
    }

    String arn(String service, String resource) {
        return "arn:aws:" + service + ":" + region + ":" + account + ":" + resource;
    }
}
