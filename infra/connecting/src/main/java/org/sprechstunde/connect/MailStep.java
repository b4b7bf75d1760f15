package org.sprechstunde.connect;

import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.Subscription;

/** Has everybody who is to get mails confirmed? SNS sends one link, and forgets in silence whoever has not opened it in two days. */
record MailStep(Console console, SnsClient client) {
    private static final String CONFIRMED = "arn:";

    void take(DeployedStack deployedStack) {
        console.step("mail");
        look(deployedStack, "AlarmEmail", "AlarmTopicArn");
        look(deployedStack, "NotificationEmail", "MayorTopicArn");
    }

    private void look(DeployedStack deployedStack, String parameter, String output) {
        String address = deployedStack.answer(parameter);
        if (address.isEmpty()) {
            console.note("mail.nobody." + parameter, parameter);
            return;
        }
        String topic = deployedStack.told(output).orElseThrow(() -> new AdminMustAct("stack.foreign", output));
        if (isConfirmed(topic, address)) {
            console.good("mail.confirmed", address);
        } else if (console.checkOnly()) {
            console.open("mail.open", address);
        } else {
            ask(topic, address);
        }
    }

    /** Asking again sends a new link also to whoever has one already. */
    private void ask(String topic, String address) {
        AwsAccount.call(
                "sns:Subscribe",
                () -> client.subscribe(
                        subscribe -> subscribe.topicArn(topic).protocol("email").endpoint(address)));
        console.ask("mail.link", address);
        if (isConfirmed(topic, address)) {
            console.good("mail.confirmed", address);
        } else {
            console.open("mail.open", address);
        }
    }

    private boolean isConfirmed(String topic, String address) {
        return AwsAccount.call(
                "sns:ListSubscriptionsByTopic",
                () -> client.listSubscriptionsByTopicPaginator(list -> list.topicArn(topic)).subscriptions().stream()
                        .filter(subscription -> address.equalsIgnoreCase(subscription.endpoint()))
                        .map(Subscription::subscriptionArn)
                        .anyMatch(arn -> arn.startsWith(CONFIRMED)));
    }
}
