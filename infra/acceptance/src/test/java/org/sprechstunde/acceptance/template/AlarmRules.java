package org.sprechstunde.acceptance.template;

import static org.sprechstunde.acceptance.template.WrittenResource.fact;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What rings: for something that can happen, where somebody hears it, and saying what to do. */
final class AlarmRules {
    private static final String TOPIC = "[{\"Ref\":\"AlarmTopic\"}]";
    private static final String NAME = "${AWS::StackName}-";

    /** CloudWatch takes 1024 characters, with every address filled in. */
    private static final int LONGEST_DESCRIPTION = 800;

    private static final String ONLY_OURS =
            "{\"StringEquals\":{\"aws:SourceAccount\":{\"Ref\":\"AWS::AccountId\"}},\"ArnLike\":"
                + "{\"aws:SourceArn\":{\"Fn::Sub\":\"arn:${AWS::Partition}:cloudwatch:${AWS::Region}:${AWS::AccountId}:alarm:"
                + "${AWS::StackName}-*\"}}}";

    private AlarmRules() {}

    static List<String> silent(WrittenTemplate template) {
        return alarms(template)
                .flatMap(alarm -> alarm
                        .complaints(
                                fact(
                                        "rings",
                                        alarm.at("/AlarmActions").toString().equals(TOPIC)),
                                fact(
                                        "says when it is over",
                                        alarm.at("/OKActions").toString().equals(TOPIC)),
                                fact(
                                        "knows what silence means",
                                        alarm.properties().has("TreatMissingData")),
                                fact("leads to what is to be done", leadsToRunbook(alarm)))
                        .stream())
                .toList();
    }

    private static boolean leadsToRunbook(WrittenResource alarm) {
        String name = alarm.at("/AlarmName/Fn::Sub").asText();
        String words = alarm.at("/AlarmDescription/Fn::Sub/0").asText();
        return name.startsWith(NAME)
                && words.contains("https://")
                && words.length() <= LONGEST_DESCRIPTION
                && words.endsWith("Handbuch für Admins unter „Alarm: " + name.substring(NAME.length()) + "“.");
    }

    /** Nothing is as calm as an alarm for a metric that nobody emits. */
    static List<String> deaf(WrittenTemplate template) {
        return alarms(template)
                .flatMap(alarm -> metrics(alarm)
                        .filter(metric -> !metric.isEmitted(template))
                        .map(metric -> alarm.id() + " listens in vain to " + metric))
                .toList();
    }

    /**
     * A new stack has no data yet, and its mails are not confirmed: what rings then is never heard, and never rings
     * again. So silence rings by having been something else before.
     */
    static List<String> bornRinging(WrittenTemplate template) {
        return alarms(template)
                .flatMap(alarm -> alarm
                        .complaints(
                                fact(
                                        "is born quiet",
                                        !alarm.at("/TreatMissingData").asText().equals("breaching")),
                                fact(
                                        "rings when nothing comes any more",
                                        !alarm.at("/ComparisonOperator")
                                                        .asText()
                                                        .startsWith("LessThan")
                                                || (alarm.at("/TreatMissingData")
                                                                .asText()
                                                                .equals("missing")
                                                        && alarm.at("/InsufficientDataActions")
                                                                .toString()
                                                                .equals(TOPIC))))
                        .stream())
                .toList();
    }

    /** By one mail, to whoever gets the alarms. */
    static List<String> unwatchedSpending(WrittenTemplate template) {
        List<WrittenResource> budgets = template.ofType("AWS::Budgets::Budget").toList();
        List<String> wrong = new ArrayList<>();
        if (budgets.size() != 1) {
            wrong.add("there is no budget, or several");
        }
        budgets.forEach(budget -> wrong.addAll(budget.complaints(
                fact(
                        "is what the admin has set",
                        budget.at("/Budget/BudgetLimit/Amount/Ref").asText().equals("MonthlyBudget")),
                fact(
                        "is told to whoever gets the alarms",
                        budget.at("/NotificationsWithSubscribers/0/Subscribers")
                                .toString()
                                .equals("[{\"SubscriptionType\":\"EMAIL\",\"Address\":{\"Ref\":\"AlarmEmail\"}}]")),
                fact(
                        "is there only where somebody is told",
                        budget.body().path("Condition").asText().equals("SpendingIsWatched")))));
        return wrong;
    }

    private static Stream<Metric> metrics(WrittenResource alarm) {
        JsonNode several = alarm.at("/Metrics");
        return several.isMissingNode()
                ? Stream.of(Metric.of(alarm.properties()))
                : StreamSupport.stream(several.spliterator(), false)
                        .filter(metric -> metric.has("MetricStat"))
                        .map(metric -> Metric.of(metric.at("/MetricStat/Metric")));
    }

    static List<String> openTopic(WrittenTemplate template) {
        List<String> wrong = new ArrayList<>();
        WrittenResource topic = template.resource("AlarmTopic").orElseThrow();
        WrittenResource mail = template.resource("AlarmMail").orElseThrow();
        JsonNode allowed = template.resource("AlarmTopicPolicy").orElseThrow().at("/PolicyDocument/Statement/0");
        JsonNode denied = template.resource("AlarmTopicPolicy").orElseThrow().at("/PolicyDocument/Statement/1");
        wrong.addAll(topic.complaints(fact("has our key", StoreRules.isOurKey(topic.at("/KmsMasterKeyId")))));
        wrong.addAll(mail.complaints(fact(
                "is sent only where somebody is named",
                mail.body().path("Condition").asText().equals("SomebodyIsTold"))));
        if (!allowed.path("Condition").toString().equals(ONLY_OURS)) {
            wrong.add("not only our alarms may ring");
        }
        if (!denied.path("Condition").toString().equals("{\"Bool\":{\"aws:SecureTransport\":false}}")) {
            wrong.add("alarms may ring without TLS");
        }
        return wrong;
    }

    private static Stream<WrittenResource> alarms(WrittenTemplate template) {
        return template.ofType("AWS::CloudWatch::Alarm");
    }
}
