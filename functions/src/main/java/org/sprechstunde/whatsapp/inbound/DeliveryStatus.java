package org.sprechstunde.whatsapp.inbound;

import java.util.Optional;
import java.util.OptionalLong;
import org.sprechstunde.enquiry.Delivery;
import org.sprechstunde.whatsapp.CallbackData;

/**
 * How far one of our answers has come.
 *
 * @param callback our own random ids, by which the answer is found; WhatsApp may leave them out
 * @param wamid the answer's id at WhatsApp, by which a citizen quotes it; at least one of both is there
 */
public record DeliveryStatus(
        Optional<CallbackData> callback, Delivery.State state, OptionalLong code, Optional<String> wamid) {

    /** Of what it speaks: those of one answer are applied one after the other. */
    public String about() {
        return callback.map(CallbackData::toString).or(() -> wamid).orElse("");
    }
}
