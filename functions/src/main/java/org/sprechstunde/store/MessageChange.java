package org.sprechstunde.store;

import java.util.Map;
import java.util.Optional;
import org.sprechstunde.platform.Retry;
import org.sprechstunde.platform.RetryPolicy;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What the page shows of a message changes. With it goes a count beside the enquiry's pointer, so that whoever looks whether
 * anything is new need not read a message. Where the pointer is gone, the enquiry is being erased: nothing is written.
 */
public record MessageChange(Update message) {
    private static final String COUNT = "messageChanges";

    /** As a part of {@code transaction}; refused where either is. */
    public Transaction.Write in(Transaction transaction) {
        Transaction.Write its = transaction.update(message);
        return new Transaction.Write(its.first(), transaction.update(counted()).last());
    }

    /** By itself; false if its condition does not hold, or its enquiry is being erased. */
    public boolean isWritten(Table table) {
        return table.retry().until(RetryPolicy.CONFLICT, () -> attempt(table)).orElseThrow(Retry.TooManyWriters::new);
    }

    /** Empty while another writer is in the way. */
    private Optional<Boolean> attempt(Table table) {
        Transaction transaction = table.transaction();
        Transaction.Write both = in(transaction);
        Transaction.Outcome outcome = transaction.commit();
        return outcome.done() || outcome.refused(both) ? Optional.of(outcome.done()) : Optional.empty();
    }

    private Update counted() {
        return new Update(
                ItemKey.pointer(message.keys().enquiry().orElseThrow()),
                "ADD " + COUNT + " :one",
                "attribute_exists(pk)",
                Map.of(),
                Map.of(":one", Attributes.of(1)));
    }

    /** How many there were by now. */
    static long count(Map<String, AttributeValue> pointer) {
        return Attributes.optionalNumber(pointer, COUNT).orElse(0);
    }
}
