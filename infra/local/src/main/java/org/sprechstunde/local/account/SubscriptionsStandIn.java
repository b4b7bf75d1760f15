package org.sprechstunde.local.account;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sprechstunde.local.template.StackDescription;

/** SNS's other half: who gets mails, and who has confirmed. What nobody confirms in two days SNS forgets. */
public final class SubscriptionsStandIn {
    private static final String PENDING = "PendingConfirmation";

    private final Map<String, Map<String, String>> byTopic = new LinkedHashMap<>();

    SubscriptionsStandIn(StackDescription stack) {
        subscribe(stack, "AlarmTopicArn", "AlarmEmail");
        subscribe(stack, "MayorTopicArn", "NotificationEmail");
    }

    private void subscribe(StackDescription stack, String topic, String parameter) {
        String address = stack.parameters().getOrDefault(parameter, "");
        Optional.ofNullable(stack.outputs().get(topic)).ifPresent(arn -> {
            Map<String, String> addresses = new LinkedHashMap<>();
            if (!address.isEmpty()) {
                addresses.put(address, PENDING);
            }
            byTopic.put(arn, addresses);
        });
    }

    /** Its owner has opened the link. */
    public synchronized void confirm(String address) {
        byTopic.forEach((topic, addresses) -> addresses.computeIfPresent(address, (_, _) -> topic + ":1"));
    }

    /** Two days have gone by, or its owner has had enough. */
    public synchronized void drop(String address) {
        byTopic.values().forEach(addresses -> addresses.remove(address));
    }

    /** Whether a link is on its way to this address. */
    public synchronized boolean isAsked(String address) {
        return byTopic.values().stream()
                .anyMatch(addresses -> addresses.getOrDefault(address, "").equals(PENDING));
    }

    /** Nothing if this is no call for SNS. */
    synchronized Optional<AwsAnswer> answer(Map<String, String> fields) {
        Map<String, String> addresses = byTopic.getOrDefault(fields.getOrDefault("TopicArn", ""), Map.of());
        return switch (fields.getOrDefault("Action", "")) {
            case "ListSubscriptionsByTopic" -> Optional.of(xml("ListSubscriptionsByTopic", list(addresses)));
            case "Subscribe" -> {
                addresses.putIfAbsent(fields.getOrDefault("Endpoint", ""), PENDING);
                yield Optional.of(xml("Subscribe", "<SubscriptionArn>pending confirmation</SubscriptionArn>"));
            }
            default -> Optional.empty();
        };
    }

    private static String list(Map<String, String> addresses) {
        var members = new StringBuilder("<Subscriptions>");
        addresses.forEach((address, arn) -> members.append(
                "<member><Protocol>email</Protocol><Endpoint>%s</Endpoint><SubscriptionArn>%s</SubscriptionArn></member>"
                        .formatted(address, arn)));
        return members.append("</Subscriptions>").toString();
    }

    private static AwsAnswer xml(String action, String result) {
        return AwsAnswer.xml(
                200,
                "<%1$sResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><%1$sResult>%2$s</%1$sResult></%1$sResponse>"
                        .formatted(action, result));
    }
}
