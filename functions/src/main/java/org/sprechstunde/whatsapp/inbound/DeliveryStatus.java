package org.sprechstunde.whatsapp.inbound;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.sprechstunde.enquiry.Delivery;
import org.sprechstunde.enquiry.Identity;
import org.sprechstunde.whatsapp.CallbackData;

/**
 * How far one of our answers has come.
 *
 * @param callback our own random ids, by which the answer is found; WhatsApp may leave them out
 * @param wamid the answer's id at WhatsApp, by which a citizen quotes it; at least one of both is there
 * @param recipient whom the answer was for, as far as WhatsApp says
 * @param at when that was, by WhatsApp's clock
 */
public record DeliveryStatus(
        Optional<CallbackData> callback,
        Delivery.State state,
        OptionalLong code,
        Optional<String> wamid,
        Optional<Identity> recipient,
        Instant at) {

    /** Of what it speaks: those of one answer are applied one after the other. */
    public String about() {
        return callback.map(CallbackData::toString).or(() -> wamid).orElse("");
    }
}
