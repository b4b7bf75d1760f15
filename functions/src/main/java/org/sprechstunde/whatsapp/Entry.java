package org.sprechstunde.whatsapp;

/** What one entry of a webhook's {@code messages} or {@code statuses} turned out to be. */
sealed interface Entry {
    record Found(Inbound inbound) implements Entry {}

    record Told(Status status) implements Entry {}

    record InGroup(GroupMessage message) implements Entry {}

    record Nothing(Skipped why) implements Entry {}
}
