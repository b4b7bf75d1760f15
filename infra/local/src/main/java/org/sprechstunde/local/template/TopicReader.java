package org.sprechstunde.local.template;

import java.util.List;

/** Reads topics; who has subscribed stands in resources of their own. */
record TopicReader(Stack stack) {

    List<TopicSpec> topics() {
        List<Subscription> all = stack.read("AWS::SNS::Subscription", (_, properties) -> Subscription.of(properties));
        return stack.read(
                "AWS::SNS::Topic", (physical, _) -> new TopicSpec(physical.ref(), emails(physical.ref(), all)));
    }

    private record Subscription(String topic, String protocol, String endpoint) {
        static Subscription of(Values properties) {
            return new Subscription(
                    properties.text("TopicArn"), properties.text("Protocol"), properties.text("Endpoint"));
        }
    }

    private static List<String> emails(String topic, List<Subscription> all) {
        return all.stream()
                .filter(one -> one.topic().equals(topic) && one.protocol().equals("email"))
                .map(Subscription::endpoint)
                .toList();
    }
}
