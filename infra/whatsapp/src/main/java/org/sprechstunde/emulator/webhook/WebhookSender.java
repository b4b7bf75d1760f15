package org.sprechstunde.emulator.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.UnaryOperator;
import org.sprechstunde.emulator.faults.ActiveFaults;
import org.sprechstunde.emulator.faults.FaultKind;
import org.sprechstunde.emulator.faults.Faults;
import org.sprechstunde.emulator.webhook.DeliveryRecord.State;

/** Delivers webhooks, each until the town answers 200, those of one lane in their order. */
public final class WebhookSender implements AutoCloseable {
    private static final Duration LONGEST_GAP = Duration.ofSeconds(30);
    private static final Duration GIVE_UP_AFTER = Duration.ofDays(7);
    private static final int AT_ONCE = 32;

    private final Map<String, CompletableFuture<Void>> lanes = new HashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore hands = new Semaphore(AT_ONCE);
    private final DeliveryLog log = new DeliveryLog();
    private final Endpoint endpoint;
    private final Faults faults;
    private final Pace pace;

    /** How time passes for the postman. */
    public record Pace(Clock clock, Duration firstGap) {}

    public WebhookSender(Endpoint endpoint, Faults faults, Pace pace) {
        this.endpoint = endpoint;
        this.faults = faults;
        this.pace = pace;
    }

    /** Takes the parcel and returns at once. */
    public synchronized void post(WebhookDelivery parcel) {
        if (!endpoint.isOpen()) {
            return;
        }
        CompletableFuture<Void> done = new CompletableFuture<>();
        CompletableFuture<?>[] before = parcel.lanes().stream()
                .map(lane -> lanes.getOrDefault(lane, CompletableFuture.completedFuture(null)))
                .toArray(CompletableFuture[]::new);
        parcel.lanes().forEach(lane -> lanes.put(lane, done));
        long id = log.open(parcel, pace.clock().instant());
        threads.execute(() -> carry(new Round(id, parcel, done), CompletableFuture.allOf(before)));
    }

    /** Posts the newest {@code n} parcels again, each with a body made from the first one's. */
    public int repost(int n, UnaryOperator<ObjectNode> body) {
        List<WebhookDelivery> parcels = log.last(n);
        parcels.forEach(old ->
                post(new WebhookDelivery(old.kind(), body.apply(old.body().deepCopy()), old.lanes(), old.accepted())));
        return parcels.size();
    }

    public List<DeliveryRecord> log() {
        return log.all();
    }

    /** True once nothing is on its way any more, false if that takes longer than {@code patience}. */
    public boolean awaitQuiet(Duration patience) throws InterruptedException {
        return log.awaitQuiet(patience.toMillis());
    }

    @Override
    public void close() {
        threads.shutdownNow();
        endpoint.close();
    }

    private record Round(long id, WebhookDelivery parcel, CompletableFuture<Void> done) {}

    private void carry(Round round, CompletableFuture<Void> before) {
        try {
            before.get();
            ActiveFaults activeFaults = faults.strike(round.parcel().kind());
            if (activeFaults.by(FaultKind.REORDER)) {
                round.done().complete(null);
                Thread.sleep(activeFaults.duration(FaultKind.REORDER));
            }
            log.close(round.id(), deliver(round, activeFaults));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a lane never fails", e);
        } finally {
            round.done().complete(null);
        }
    }

    private State deliver(Round round, ActiveFaults first) throws InterruptedException {
        Instant end = pace.clock().instant().plus(GIVE_UP_AFTER);
        Duration gap = pace.firstGap();
        ActiveFaults activeFaults = first;
        while (!attempt(round, activeFaults)) {
            if (pace.clock().instant().isAfter(end)) {
                return State.GIVEN_UP;
            }
            Thread.sleep(gap);
            gap = gap.multipliedBy(2).compareTo(LONGEST_GAP) < 0 ? gap.multipliedBy(2) : LONGEST_GAP;
            activeFaults = faults.strike(round.parcel().kind());
        }
        round.parcel().accepted().run();
        return State.ACCEPTED;
    }

    private boolean attempt(Round round, ActiveFaults activeFaults) throws InterruptedException {
        Thread.sleep(activeFaults.duration(FaultKind.DELAY));
        byte[] body = Bodies.bytes(round.parcel().body(), activeFaults);
        boolean signedWell = !activeFaults.by(FaultKind.BAD_SIGNATURE);
        int status = 0;
        for (int copy = 0; copy < (activeFaults.by(FaultKind.DUPLICATE) ? 2 : 1); copy++) {
            hands.acquire();
            try {
                status = endpoint.deliver(body, signedWell);
            } finally {
                hands.release();
            }
            log.attempted(round.id(), status);
        }
        boolean heard = !activeFaults.by(FaultKind.STATUS_5XX) && !activeFaults.by(FaultKind.DROP_AFTER_ACCEPT);
        return heard && status == 200;
    }
}
