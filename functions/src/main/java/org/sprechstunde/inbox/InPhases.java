package org.sprechstunde.inbox;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.store.Enquiries;
import org.sprechstunde.store.Worklist.Limit;

/**
 * One part after the other. Each page costs what it shows, and a few reads more where the answered stand between those who
 * wait: then it is shorter than it could be, or empty, and the next goes on.
 */
record InPhases(List<Phase> phases, Enquiries enquiries, Clock clock) implements ListOrder {
    private static final int READS = 4;
    private static final String PHASE = "phase";
    /** The same moment for all pages of a list, or somebody would slip from a part to come into one that is over. */
    private static final String OPENS = "opens";

    @Override
    public Slice slice(Map<String, String> from) {
        Map<String, String> position = new HashMap<>(from);
        int phase = Integer.parseInt(position.getOrDefault(PHASE, "0"));
        Instant opens = Instant.ofEpochMilli(Long.parseLong(position.getOrDefault(OPENS, Long.toString(opens()))));
        position.keySet().removeAll(List.of(PHASE, OPENS));
        List<Enquiry> found = new ArrayList<>();
        for (int reads = 0; reads < READS && phase < phases.size() && found.size() < Slice.SIZE; reads++) {
            Phase.Found page = phases.get(phase)
                    .read(new Limit(Slice.SIZE - found.size(), Map.copyOf(position)), opens, enquiries);
            found.addAll(page.enquiries());
            position.clear();
            position.putAll(page.next());
            phase += page.next().isEmpty() ? 1 : 0;
        }
        if (phase == phases.size()) {
            return new Slice(found, Map.of());
        }
        position.put(PHASE, Integer.toString(phase));
        position.put(OPENS, Long.toString(opens.toEpochMilli()));
        return new Slice(found, position);
    }

    private long opens() {
        return clock.instant().minus(Enquiry.REPLY_WINDOW).toEpochMilli();
    }
}
