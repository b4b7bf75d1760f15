package org.sprechstunde.whatsapp;

import java.util.List;

/**
 * What one delivery of WhatsApp says.
 *
 * @param declined messages of groups, which are no citizen's own
 * @param ignored parts that carry no citizen's message: other fields, other numbers, foreign statuses
 * @param problems WhatsApp's own error codes, for the admin
 */
public record Webhook(List<Inbound> messages, List<Status> statuses, int declined, int ignored, List<Long> problems) {
    public Webhook {
        messages = List.copyOf(messages);
        statuses = List.copyOf(statuses);
        problems = List.copyOf(problems);
    }
}
