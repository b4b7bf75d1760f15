package org.sprechstunde.emulator.webhook;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.sprechstunde.emulator.webhook.DeliveryRecord.State;

/** The latest deliveries with their parcels, so that they can be looked at and sent again. */
final class DeliveryLog {
    private static final int KEPT = 20_000;

    private record Line(DeliveryRecord delivery, WebhookDelivery parcel) {}

    private final Map<Long, Line> lines = new LinkedHashMap<>();
    private long lastId;
    private int waiting;

    synchronized long open(WebhookDelivery parcel, Instant now) {
        lastId++;
        waiting++;
        DeliveryRecord delivery = new DeliveryRecord(lastId, parcel.kind(), items(parcel), now, State.WAITING, 0, 0);
        lines.put(lastId, new Line(delivery, parcel));
        if (lines.size() > KEPT) {
            lines.remove(lines.keySet().iterator().next());
        }
        return lastId;
    }

    synchronized void attempted(long id, int status) {
        change(id, delivery -> delivery.attempted(status));
    }

    synchronized void close(long id, State state) {
        change(id, delivery -> delivery.in(state));
        waiting--;
        notifyAll();
    }

    synchronized List<DeliveryRecord> all() {
        return lines.values().stream().map(Line::delivery).toList();
    }

    /** The newest {@code n} parcels, oldest of them first. */
    synchronized List<WebhookDelivery> last(int n) {
        List<WebhookDelivery> all = lines.values().stream().map(Line::parcel).toList();
        return all.subList(Math.max(0, all.size() - n), all.size());
    }

    /** True once nothing is on its way, false if that takes longer than {@code millis}. */
    synchronized boolean awaitQuiet(long millis) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        while (waiting > 0) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    private void change(long id, UnaryOperator<DeliveryRecord> change) {
        Optional.ofNullable(lines.get(id))
                .ifPresent(line -> lines.put(id, new Line(change.apply(line.delivery()), line.parcel())));
    }

    private static int items(WebhookDelivery parcel) {
        int items = 0;
        for (String list : List.of("messages", "statuses")) {
            for (var found : parcel.body().findValues(list)) {
                items += found.size();
            }
        }
        return items;
    }
}
