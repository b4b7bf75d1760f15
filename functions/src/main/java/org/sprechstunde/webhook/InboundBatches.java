package org.sprechstunde.webhook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sprechstunde.whatsapp.inbound.InboundEvent;

/** Sorts a delivery: whose messages can be taken side by side, and which of one citizen's in one transaction. */
final class InboundBatches {
    /** With mark, message and task each, they stay below the hundred actions of a transaction. */
    static final int MOST = 25;

    /** In characters; at most a third of the four megabytes of a transaction. */
    private static final int LONGEST = 400_000;

    private InboundBatches() {}

    /** What is taken at once. */
    sealed interface Batch {
        record Run(MessageRun run) implements Batch {}

        /** What is no ordinary message stands alone. */
        record Single(InboundEvent event) implements Batch {}
    }

    /** By citizen, in order, by whichever ids they are told; a change of identity makes one citizen of two. */
    static Collection<List<InboundEvent>> inOrder(List<InboundEvent> events) {
        Map<String, String> citizens = new HashMap<>();
        events.forEach(event -> join(ids(event), citizens));
        Map<String, List<InboundEvent>> inOrder = new LinkedHashMap<>();
        events.forEach(
                event -> inOrder.computeIfAbsent(of(event.citizen().stableId(), citizens), _ -> new ArrayList<>())
                        .add(event));
        return inOrder.values();
    }

    private static List<String> ids(InboundEvent event) {
        List<String> ids = event.citizen().ids();
        return event instanceof InboundEvent.Moved moved
                ? Stream.concat(moved.former().ids().stream(), ids.stream()).toList()
                : ids;
    }

    /** All of these are one citizen's, and so is whatever was joined to any of them. */
    private static void join(List<String> ids, Map<String, String> citizens) {
        String citizen = of(ids.getFirst(), citizens);
        ids.forEach(id -> citizens.put(of(id, citizens), citizen));
    }

    /** A loop, for a delivery may hold ten thousand changes, each of the one before. */
    private static String of(String id, Map<String, String> citizens) {
        String citizen = id;
        for (String next = citizens.get(id); next != null && !next.equals(citizen); next = citizens.get(citizen)) {
            citizen = next;
        }
        return citizen;
    }

    /** Joins neighbours that are one citizen's ordinary messages, as many as a transaction can take. */
    static List<Batch> batches(List<InboundEvent> inOrder) {
        List<Batch> batches = new ArrayList<>();
        List<InboundEvent.Written> neighbours = new ArrayList<>();
        for (InboundEvent event : inOrder) {
            if (!(event instanceof InboundEvent.Written written)) {
                close(neighbours, batches);
                batches.add(new Batch.Single(event));
                continue;
            }
            if (!fits(written, neighbours)) {
                close(neighbours, batches);
            }
            neighbours.add(written);
        }
        close(neighbours, batches);
        return batches;
    }

    private static boolean fits(InboundEvent.Written message, List<InboundEvent.Written> neighbours) {
        return neighbours.isEmpty()
                || (neighbours.size() < MOST
                        && neighbours
                                .getLast()
                                .citizen()
                                .ids()
                                .equals(message.citizen().ids())
                        && neighbours.stream().mapToInt(InboundBatches::length).sum() + length(message) <= LONGEST);
    }

    private static void close(List<InboundEvent.Written> neighbours, List<Batch> batches) {
        if (!neighbours.isEmpty()) {
            batches.add(new Batch.Run(new MessageRun(neighbours)));
            neighbours.clear();
        }
    }

    private static int length(InboundEvent.Written message) {
        return message.content().toString().length();
    }
}
