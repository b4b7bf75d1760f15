package org.sprechstunde.webhook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sprechstunde.whatsapp.inbound.InboundEvent;

/** Sorts a delivery: whose messages can be taken side by side, and which of one citizen's in one transaction. */
final class InboundBatches {
    /** With mark, message and task each, they stay below the hundred actions of a transaction. */
    static final int MOST = 25;

    /** In characters; at most a third of the four megabytes of a transaction. */
    private static final int LONGEST = 400_000;

    private InboundBatches() {}

    /** By citizen, in order. A change of identity concerns two citizens, so all that comes with one stays in line. */
    static Collection<List<InboundEvent>> byCitizen(List<InboundEvent> messages) {
        if (messages.isEmpty() || messages.stream().anyMatch(InboundEvent.Moved.class::isInstance)) {
            return List.of(messages);
        }
        Map<String, List<InboundEvent>> citizens = new LinkedHashMap<>();
        messages.forEach(message -> citizens.computeIfAbsent(message.citizen().stableId(), _ -> new ArrayList<>())
                .add(message));
        return citizens.values();
    }

    /** Neighbours that one transaction can take; what is no ordinary message stands alone. */
    static List<List<InboundEvent>> together(List<InboundEvent> ofOneCitizen) {
        List<List<InboundEvent>> runs = new ArrayList<>();
        int length = 0;
        for (InboundEvent message : ofOneCitizen) {
            int own = message instanceof InboundEvent.Written written ? length(written) : LONGEST;
            if (runs.isEmpty() || length + own > LONGEST || runs.getLast().size() == MOST) {
                runs.add(new ArrayList<>());
                length = 0;
            }
            runs.getLast().add(message);
            length += own;
        }
        return runs;
    }

    private static int length(InboundEvent.Written message) {
        return message.content().toString().length();
    }
}
