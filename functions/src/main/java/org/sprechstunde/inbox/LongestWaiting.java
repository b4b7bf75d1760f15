package org.sprechstunde.inbox;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.store.Enquiries;
import org.sprechstunde.store.Worklist;

/**
 * By how long the citizen waits; who has an answer comes last. Whoever writes again keeps their place.
 * No index has this order, because it changes with each answer; a town has few enough open enquiries
 * to sort them all.
 */
record LongestWaiting(Worklist worklist, Enquiries enquiries) implements ListOrder {
    private static final String LAST = "last";

    @Override
    public Slice slice(Map<String, String> from) {
        String last = from.getOrDefault(LAST, "");
        List<Enquiry> rest = enquiries.open(worklist.open()).stream()
                .filter(enquiry -> rank(enquiry).compareTo(last) > 0)
                .sorted(Comparator.comparing(LongestWaiting::rank))
                .toList();
        if (rest.size() <= Slice.SIZE) {
            return new Slice(rest, Map.of());
        }
        List<Enquiry> slice = rest.subList(0, Slice.SIZE);
        return new Slice(slice, Map.of(LAST, rank(slice.getLast())));
    }

    /** Sorts like the waiting time, and is nobody else's. */
    private static String rank(Enquiry enquiry) {
        Instant time = enquiry.waitingSince().orElse(enquiry.lastMessage());
        String group = enquiry.waitingSince().isPresent() ? "0" : "1";
        return group + "%013d".formatted(time.toEpochMilli()) + enquiry.id();
    }
}
