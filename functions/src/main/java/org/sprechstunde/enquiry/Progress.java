package org.sprechstunde.enquiry;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
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
        if (!table.update(update(Keys.message(enquiry, answer), delivery.state(), delivery.code()))) {
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

    private static Update update(Keys message, DeliveryState state, OptionalLong code) {
        Map<String, AttributeValue> values = new HashMap<>();
        for (DeliveryState earlier : state.earlier()) {
            values.put(":" + earlier.name(), Values.of(earlier.name()));
        }
        String condition = "delivery IN (" + String.join(", ", values.keySet()) + ")";
        values.put(":state", Values.of(state.name()));
        values.put(":code", Values.of(code.orElse(0)));
        return new Update(message, "SET delivery = :state, #code = :code", condition, Map.of("#code", "code"), values);
    }
}
