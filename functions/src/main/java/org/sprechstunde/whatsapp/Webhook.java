package org.sprechstunde.whatsapp;

import java.util.List;

/**
 * What one delivery of WhatsApp says. Every part of it is in exactly one of these lists.
 *
 * @param declined messages of groups, which are no citizen's own
 * @param skipped for each part that is none of the others, why
 * @param notices about the town's account, for the admin
 * @param problems WhatsApp's own error codes, for the admin
 */
public record Webhook(
        List<Inbound> messages,
        List<Status> statuses,
        List<GroupMessage> declined,
        List<Skipped> skipped,
        List<Notice> notices,
        List<Long> problems) {
    public Webhook {
        messages = List.copyOf(messages);
        statuses = List.copyOf(statuses);
        declined = List.copyOf(declined);
        skipped = List.copyOf(skipped);
        notices = List.copyOf(notices);
        problems = List.copyOf(problems);
    }
}
