package org.sprechstunde.enquiry;

/** How many messages there were of each side, those included that were taken back. */
public record MessageCounts(long inbound, long outbound) {
    MessageCounts received() {
        return new MessageCounts(inbound + 1, outbound);
    }

    MessageCounts replied() {
        return new MessageCounts(inbound, outbound + 1);
    }
}
