package org.sprechstunde.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.Task;
import org.sprechstunde.platform.RandomId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Writes that are done together or not at all. Each method that adds one gives a handle, by which the outcome says
 * whether it was this write's condition that did not hold:
 *
 * <pre>{@code
 * var transaction = table.transaction();
 * var mark = transaction.putNew(seen);
 * transaction.update(received);
 * if (transaction.commit().refused(mark)) { … seen before … }
 * }</pre>
 */
public final class Transaction {
    private final Table table;
    private final List<TransactWriteItem> writes = new ArrayList<>();

    Transaction(Table table) {
        this.table = table;
    }

    /** One of the transaction's writes, or several that belong together. */
    public record Write(int first, int last) {}

    /** What became of it: done, or nothing of it, with the reason of each write. */
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
         * @throws NeverStorable if it was our mistake and will not pass
         */
        static Outcome of(TransactionCanceledException cancelled) {
            List<String> reasons = cancelled.cancellationReasons().stream()
                    .map(CancellationReason::code)
                    .toList();
            if (reasons.isEmpty() || !PASSING.containsAll(reasons)) {
                throw new NeverStorable(cancelled);
            }
            return new Outcome(reasons);
        }

        public boolean done() {
            return reasons.isEmpty();
        }

        /** Whether the condition of {@code write} did not hold. */
        public boolean refused(Write write) {
            return !done() && reasons.subList(write.first, write.last + 1).contains(CONDITION);
        }
    }

    /**
     * Everything or nothing.
     *
     * @throws NeverStorable if the table takes such writes at no time
     */
    public Outcome commit() {
        return table.commit(writes);
    }

    public Write put(Map<String, AttributeValue> item) {
        return put(item, Put.builder());
    }

    /** Puts what must not be there yet. */
    public Write putNew(Map<String, AttributeValue> item) {
        return put(item, Put.builder().conditionExpression("attribute_not_exists(pk)"));
    }

    public Write update(Update update) {
        return add(TransactWriteItem.builder().update(update.inTransaction(table.name())));
    }

    public Write delete(ItemKey itemKey) {
        return add(at(itemKey).build());
    }

    /** Deletes what must still be there. */
    public Write deleteStanding(ItemKey itemKey) {
        return add(at(itemKey).conditionExpression("attribute_exists(pk)").build());
    }

    /** Deletes a citizen's item, and what it holds goes with it or goes on elsewhere, on condition that it is as it was read. */
    public Write deleteUnchanged(Enquiry enquiry) {
        return add(at(ItemKey.citizen(enquiry.citizen()))
                .conditionExpression(EnquiryUpdates.UNCHANGED)
                .expressionAttributeValues(EnquiryUpdates.unchanged(enquiry, Map.of()))
                .build());
    }

    /** Puts {@code newer} in the place of a citizen's item, on condition that it is as it was read. */
    public Write replaceUnchanged(Enquiry enquiry, Map<String, AttributeValue> newer) {
        return put(newer, EnquiryUpdates.UNCHANGED, EnquiryUpdates.unchanged(enquiry, Map.of()));
    }

    /** Puts {@code item} in the place of what was read there, on condition that it is as it was read. */
    public Write replace(DirectoryEntry read, Map<String, AttributeValue> item) {
        return switch (read) {
            case DirectoryEntry.Vacant _ -> putNew(item);
            case DirectoryEntry.Alias(String place) ->
                put(item, EnquiryItem.ALIAS + " = :place", Map.of(":place", Attributes.of(place)));
            case DirectoryEntry.Occupied(Enquiry enquiry) -> replaceUnchanged(enquiry, item);
        };
    }

    private Write put(Map<String, AttributeValue> item, String condition, Map<String, AttributeValue> values) {
        return put(item, Put.builder().conditionExpression(condition).expressionAttributeValues(values));
    }

    private Write put(Map<String, AttributeValue> item, Put.Builder put) {
        Put whole = put.tableName(table.name()).item(item).build();
        return add(TransactWriteItem.builder().put(whole));
    }

    /** The aliases of {@code before} lead to {@code now}, which stands in its place, for as long as that may stand. */
    public void handOverAliases(Enquiry before, Enquiry now) {
        DirectoryEntry read = new DirectoryEntry.Alias(before.citizen());
        before.place().aliases().forEach(hmac -> replace(read, EnquiryItem.alias(hmac, now)));
    }

    /** Deletes an alias, on condition that it leads to {@code place}, or nowhere any more. */
    public Write deleteAlias(String hmac, String place) {
        return add(at(ItemKey.citizen(hmac))
                .conditionExpression("attribute_not_exists(pk) OR " + EnquiryItem.ALIAS + " = :place")
                .expressionAttributeValues(Map.of(":place", Attributes.of(place)))
                .build());
    }

    /** Deletes a task that has not been begun since it was stored as begun. */
    public Write deleteUntouched(Task task) {
        return add(at(ItemKey.task(task))
                .conditionExpression("attempts = :once")
                .expressionAttributeValues(Map.of(":once", Attributes.of(1)))
                .build());
    }

    /** Writes nothing: on condition that it is still this enquiry, and that WhatsApp's window was open at {@code now}. */
    public Write checkAnswerable(Enquiry enquiry, Instant now) {
        Map<String, AttributeValue> values = Map.of(
                ":enquiry", Attributes.of(enquiry.id().value()),
                ":opens", Attributes.millis(now.minus(Enquiry.REPLY_WINDOW)));
        return check(enquiry.citizen(), "enquiry = :enquiry AND lastInboundAt > :opens", values);
    }

    /** Writes nothing: on condition that the enquiry is as it was read. */
    public Write checkUnchanged(Enquiry enquiry) {
        return check(enquiry.citizen(), EnquiryUpdates.UNCHANGED, EnquiryUpdates.unchanged(enquiry, Map.of()));
    }

    /** Writes nothing: on condition that the enquiry's key still stands, in this citizen's item. */
    Write checkStands(RandomId enquiry, String citizen) {
        return check(citizen, "enquiry = :enquiry", Map.of(":enquiry", Attributes.of(enquiry.value())));
    }

    private Write check(String citizen, String condition, Map<String, AttributeValue> values) {
        return add(TransactWriteItem.builder()
                .conditionCheck(check -> check.tableName(table.name())
                        .key(ItemKey.citizen(citizen).attributes())
                        .conditionExpression(condition)
                        .expressionAttributeValues(values)));
    }

    private Delete.Builder at(ItemKey itemKey) {
        return Delete.builder().tableName(table.name()).key(itemKey.attributes());
    }

    private Write add(Delete delete) {
        return add(TransactWriteItem.builder().delete(delete));
    }

    private Write add(TransactWriteItem.Builder write) {
        writes.add(write.build());
        return new Write(writes.size() - 1, writes.size() - 1);
    }
}
