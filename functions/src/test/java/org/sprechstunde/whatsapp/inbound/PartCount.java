package org.sprechstunde.whatsapp.inbound;

import com.fasterxml.jackson.databind.JsonNode;

/** Counts what a webhook brings, without reading any of it: none of these parts may be lost on the way. */
final class PartCount {
    private PartCount() {}

    /** What a webhook was read as: each part of it once. */
    static int of(WebhookPayload read) {
        return read.messages().size()
                + read.statuses().size()
                + read.declined().size()
                + read.skipped().size()
                + read.notices().size()
                + read.problems().size();
    }

    static int in(JsonNode body, String phoneNumberId) {
        int parts = 0;
        for (JsonNode entry : body.path("entry")) {
            for (JsonNode change : entry.path("changes")) {
                parts += change.path("field").asText().equals("messages")
                        ? inValue(change.path("value"), phoneNumberId)
                        : 1;
            }
        }
        return parts;
    }

    /** A change in which nothing has changed is a part, and so is all that is addressed to another number. */
    private static int inValue(JsonNode value, String phoneNumberId) {
        int errors = value.path("errors").size();
        int others = value.path("messages").size() + value.path("statuses").size();
        String number = value.path("metadata").path("phone_number_id").asText("");
        boolean ours = number.isEmpty() || number.equals(phoneNumberId);
        int empty = errors + others == 0 ? 1 : 0;
        return errors + empty + (ours ? others : 1);
    }
}
