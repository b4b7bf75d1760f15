package org.sprechstunde.store;

import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** What became of a transaction: done, or nothing of it, with the reason of each write. */
public record Outcome(List<String> reasons) {
    static final Outcome DONE = new Outcome(List.of());
    private static final String CONDITION = "ConditionalCheckFailed";

    /** Reasons that say nothing of our conditions: another writer or a limit was in the way. */
    private static final List<String> PASSING =
            List.of("None", CONDITION, "TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");

    public Outcome {
        reasons = List.copyOf(reasons);
    }

    /**
     * Reads the reasons.
     *
     * @throws TransactionCanceledException again if it was our mistake and will not pass
     */
    static Outcome of(TransactionCanceledException cancelled) {
        List<String> reasons = cancelled.cancellationReasons().stream()
                .map(CancellationReason::code)
                .toList();
        if (reasons.isEmpty() || !PASSING.containsAll(reasons)) {
            throw cancelled;
        }
        return new Outcome(reasons);
    }

    public boolean done() {
        return reasons.isEmpty();
    }

    /** Whether the condition of the write at {@code index} did not hold. */
    public boolean refused(int index) {
        return !done() && reasons.get(index).equals(CONDITION);
    }
}
