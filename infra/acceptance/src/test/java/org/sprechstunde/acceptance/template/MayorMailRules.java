package org.sprechstunde.acceptance.template;

import static org.sprechstunde.acceptance.template.WrittenResource.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The topic of the mayor's e-mails: sealed, by TLS only, there only where somebody wants mail, and fed by two functions. */
final class MayorMailRules {
    private static final String TLS_ONLY = "{\"Sid\":\"MayorsMailByTlsOnly\",\"Effect\":\"Deny\",\"Principal\":\"*\","
            + "\"Action\":\"sns:Publish\",\"Resource\":{\"Ref\":\"MayorTopic\"},"
            + "\"Condition\":{\"Bool\":{\"aws:SecureTransport\":false}}}";
    private static final Set<String> WRITERS = Set.of("TasksRole", "SweepRole");

    private MayorMailRules() {}

    static List<String> open(WrittenTemplate template) {
        List<String> open = new ArrayList<>();
        for (String id : List.of("MayorTopic", "MayorTopicPolicy", "MayorSubscription")) {
            WrittenResource part = template.resource(id).orElseThrow();
            open.addAll(part.complaints(fact(
                    "is there only where somebody wants mail",
                    part.body().path("Condition").asText().equals("MayorIsTold"))));
        }
        WrittenResource topic = template.resource("MayorTopic").orElseThrow();
        open.addAll(topic.complaints(fact("has our key", StoreRules.isOurKey(topic.at("/KmsMasterKeyId")))));
        WrittenResource policy = template.resource("MayorTopicPolicy").orElseThrow();
        open.addAll(policy.complaints(fact(
                "is by TLS only",
                policy.at("/PolicyDocument/Statement").toString().equals("[" + TLS_ONLY + "]"))));
        template.ofType("AWS::IAM::Role")
                .filter(role -> role.properties().toString().contains("sns:") != WRITERS.contains(role.id()))
                .forEach(role -> open.add(role.id() + " should not write mails, or should"));
        return open;
    }
}
