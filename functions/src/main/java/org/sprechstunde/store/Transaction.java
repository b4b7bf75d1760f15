package org.sprechstunde.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.Task;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The writes that transactions are made of. */
public final class Transaction {
    private final Table table;

    public Transaction(Table table) {
        this.table = table;
    }

    public TransactWriteItem put(Map<String, AttributeValue> item) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table.name()).item(item))
                .build();
    }

    /** Puts what must not be there yet. */
    public TransactWriteItem putNew(Map<String, AttributeValue> item) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table.name()).item(item).conditionExpression("attribute_not_exists(pk)"))
                .build();
    }

    public TransactWriteItem delete(ItemKey itemKey) {
        return TransactWriteItem.builder()
                .delete(delete -> delete.tableName(table.name()).key(itemKey.attributes()))
                .build();
    }

    /**
     * Deletes a citizen's item, and with it the key, on condition that it is still this enquiry, that no more messages
     * have come than {@code inbound}, and no answer since it was read: what of one lies at WhatsApp must be deleted there.
     */
    public TransactWriteItem deleteOpen(Enquiry enquiry, long inbound) {
        return deleteIf(
                enquiry,
                "inbound <= :inbound AND outbound = :outbound",
                Map.of(":inbound", Attributes.of(inbound), ":outbound", Attributes.of(enquiry.outbound())));
    }

    /** Deletes a citizen's item, and with it the key, on condition that no message has prolonged it. */
    public TransactWriteItem deleteExpired(Enquiry enquiry) {
        return deleteIf(enquiry, "expiresAt <= :expires", Map.of(":expires", Attributes.seconds(enquiry.expires())));
    }

    /** Deletes a citizen's item that goes on under another key, on condition that it is as it was read. */
    public TransactWriteItem deleteMoved(Enquiry enquiry) {
        return TransactWriteItem.builder()
                .delete(delete -> delete.tableName(table.name())
                        .key(ItemKey.citizen(enquiry.citizen()).attributes())
                        .conditionExpression(EnquiryUpdates.UNCHANGED)
                        .expressionAttributeValues(EnquiryUpdates.unchanged(enquiry, Map.of())))
                .build();
    }

    /** Writes nothing: on condition that it is still this enquiry, and that WhatsApp's window was open at {@code now}. */
    public TransactWriteItem answerable(Enquiry enquiry, Instant now) {
        Map<String, AttributeValue> values = Map.of(
                ":enquiry",
                Attributes.of(enquiry.id().value()),
                ":opens",
                Attributes.millis(now.minus(Enquiry.REPLY_WINDOW)));
        return TransactWriteItem.builder()
                .conditionCheck(check -> check.tableName(table.name())
                        .key(ItemKey.citizen(enquiry.citizen()).attributes())
                        .conditionExpression("enquiry = :enquiry AND lastInboundAt > :opens")
                        .expressionAttributeValues(values))
                .build();
    }

    /** Deletes what must still be there. */
    public TransactWriteItem deleteStanding(ItemKey itemKey) {
        return TransactWriteItem.builder()
                .delete(delete -> delete.tableName(table.name())
                        .key(itemKey.attributes())
                        .conditionExpression("attribute_exists(pk)"))
                .build();
    }

    /** Deletes a task that has not been begun since it was stored as begun. */
    public TransactWriteItem deleteUntouched(Task task) {
        return TransactWriteItem.builder()
                .delete(delete -> delete.tableName(table.name())
                        .key(ItemKey.task(task).attributes())
                        .conditionExpression("attempts = :once")
                        .expressionAttributeValues(Map.of(":once", Attributes.of(1))))
                .build();
    }

    private TransactWriteItem deleteIf(Enquiry enquiry, String condition, Map<String, AttributeValue> bounds) {
        Map<String, AttributeValue> values = new HashMap<>(bounds);
        values.put(":enquiry", Attributes.of(enquiry.id().value()));
        return TransactWriteItem.builder()
                .delete(delete -> delete.tableName(table.name())
                        .key(ItemKey.citizen(enquiry.citizen()).attributes())
                        .conditionExpression("enquiry = :enquiry AND " + condition)
                        .expressionAttributeValues(values))
                .build();
    }
}
