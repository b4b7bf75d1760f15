package org.sprechstunde.whatsapp.inbound;

import java.util.Optional;
import java.util.OptionalLong;
import org.sprechstunde.enquiry.Delivery;
import org.sprechstunde.enquiry.MessageId;
import org.sprechstunde.platform.RandomId;

/**
 * How far one of our answers has come; found again by our own random ids, which WhatsApp carries back.
 *
 * @param reaction the token of the mayor's emoji, if it speaks of one
 * @param wamid the answer's id at WhatsApp, by which a citizen quotes it
 */
public record DeliveryStatus(
        RandomId enquiry,
        MessageId message,
        Optional<RandomId> reaction,
        Delivery.State state,
        OptionalLong code,
        Optional<String> wamid) {}
