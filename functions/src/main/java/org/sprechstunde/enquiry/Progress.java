package org.sprechstunde.enquiry;

import java.util.HashMap;
import java.util.Map;
import org.sprechstunde.platform.RandomId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Moves an answer forward, never back; and with it, whether the citizen still waits. */
public final class Progress {
    private final Table table;

    public Progress(Table table) {
        this.table = table;
    }

    /** Moves one answer; false if it is forgotten or already further. */
    public boolean move(RandomId enquiry, MessageId answer, Delivery delivery) {
        if (!table.update(update(Keys.message(enquiry, answer), delivery))) {
            return false;
        }
        table.get(Keys.pointer(enquiry))
                .map(pointer -> Values.text(pointer, "citizen"))
                .ifPresent(citizen -> {
                    table.update(
                            delivery.state() == DeliveryState.FAILED
                                    ? EnquiryChanges.waitsAgain(enquiry, citizen)
                                    : EnquiryChanges.waitsNoMore(enquiry, citizen, answer.time()));
                });
        return true;
    }

    private static Update update(Keys message, Delivery delivery) {
        Map<String, AttributeValue> values = new HashMap<>();
        for (DeliveryState earlier : delivery.state().earlier()) {
            values.put(":" + earlier.name(), Values.of(earlier.name()));
        }
        String condition = "delivery IN (" + String.join(", ", values.keySet()) + ")";
        values.put(":state", Values.of(delivery.state().name()));
        delivery.code().ifPresent(code -> values.put(":code", Values.of(code)));
        String expression =
                "SET delivery = :state" + (delivery.code().isPresent() ? ", #code = :code" : " REMOVE #code");
        return new Update(message, expression, condition, Map.of("#code", "code"), values);
    }
}
