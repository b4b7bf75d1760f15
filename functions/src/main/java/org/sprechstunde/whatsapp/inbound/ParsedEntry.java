package org.sprechstunde.whatsapp.inbound;

/** What one entry of a webhook's {@code messages} or {@code statuses} turned out to be. */
sealed interface ParsedEntry {
    record Found(InboundEvent inbound) implements ParsedEntry {}

    record Told(DeliveryStatus status) implements ParsedEntry {}

    record Unanswered(UnansweredKeyword keyword) implements ParsedEntry {}

    record InGroup(GroupMessage message) implements ParsedEntry {}

    record Nothing(SkipReason why) implements ParsedEntry {}
}
