package org.sprechstunde.whatsapp.inbound;

import java.util.List;

/**
 * What one delivery of WhatsApp says. Every part of it is in exactly one of these lists.
 *
 * @param unanswered answers to citizens' words that did not arrive
 * @param declined messages of groups, which are no citizen's own
 * @param skipped for each part that is none of the others, why
 * @param notices about the town's account, for the admin
 * @param problems WhatsApp's own error codes, for the admin
 */
public record WebhookPayload(
        List<InboundEvent> messages,
        List<DeliveryStatus> statuses,
        List<UnansweredKeyword> unanswered,
        List<GroupMessage> declined,
        List<SkipReason> skipped,
        List<AccountNotice> notices,
        List<Long> problems) {
    public WebhookPayload {
        messages = List.copyOf(messages);
        statuses = List.copyOf(statuses);
        unanswered = List.copyOf(unanswered);
        declined = List.copyOf(declined);
        skipped = List.copyOf(skipped);
        notices = List.copyOf(notices);
        problems = List.copyOf(problems);
    }
}
