package org.sprechstunde.store;

import java.time.Instant;
import java.util.Map;
import org.sprechstunde.enquiry.Enquiry;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The writes that transactions are made of. */
public final class Writes {
    private final Table table;

    public Writes(Table table) {
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

    public TransactWriteItem delete(Keys keys) {
        return TransactWriteItem.builder()
                .delete(delete -> delete.tableName(table.name()).key(keys.attributes()))
                .build();
    }

    /**
     * Deletes a citizen's item, and with it the key, on condition that it is still this enquiry and
     * that no more messages have come than {@code inbound}.
     */
    public TransactWriteItem deleteOpen(Enquiry enquiry, long inbound) {
        return deleteIf(enquiry, "inbound <= :bound", inbound);
    }

    /** Deletes a citizen's item, and with it the key, on condition that no message has prolonged it. */
    public TransactWriteItem deleteExpired(Enquiry enquiry) {
        return deleteIf(enquiry, "expiresAt <= :bound", enquiry.expires().getEpochSecond());
    }

    /** Deletes a citizen's item that goes on under another key, on condition that it is as it was read. */
    public TransactWriteItem deleteMoved(Enquiry enquiry) {
        return TransactWriteItem.builder()
                .delete(delete -> delete.tableName(table.name())
                        .key(Keys.citizen(enquiry.citizen()).attributes())
                        .conditionExpression(EnquiryChanges.UNCHANGED)
                        .expressionAttributeValues(EnquiryChanges.unchanged(enquiry, Map.of())))
                .build();
    }

    /** Writes nothing: on condition that it is still this enquiry, and that WhatsApp's window was open at {@code now}. */
    public TransactWriteItem answerable(Enquiry enquiry, Instant now) {
        Map<String, AttributeValue> values = Map.of(
                ":enquiry", Values.of(enquiry.id().value()), ":opens", Values.millis(now.minus(Enquiry.REPLY_WINDOW)));
        return TransactWriteItem.builder()
                .conditionCheck(check -> check.tableName(table.name())
                        .key(Keys.citizen(enquiry.citizen()).attributes())
                        .conditionExpression("enquiry = :enquiry AND lastInboundAt > :opens")
                        .expressionAttributeValues(values))
                .build();
    }

    /** Deletes what must still be there. */
    public TransactWriteItem deleteStanding(Keys keys) {
        return TransactWriteItem.builder()
                .delete(delete -> delete.tableName(table.name())
                        .key(keys.attributes())
                        .conditionExpression("attribute_exists(pk)"))
                .build();
    }

    private TransactWriteItem deleteIf(Enquiry enquiry, String condition, long bound) {
        return TransactWriteItem.builder()
                .delete(delete -> delete.tableName(table.name())
                        .key(Keys.citizen(enquiry.citizen()).attributes())
                        .conditionExpression("enquiry = :enquiry AND " + condition)
                        .expressionAttributeValues(
                                Map.of(":enquiry", Values.of(enquiry.id().value()), ":bound", Values.of(bound))))
                .build();
    }
}
