package org.sprechstunde.whatsapp;

import java.time.Instant;
import org.sprechstunde.enquiry.Content;
import org.sprechstunde.enquiry.Identity;

/** What a citizen does, as a webhook brings it. */
public sealed interface Inbound {
    Identity citizen();

    /** WhatsApp's id of it, which contains who wrote it. */
    String wamid();

    /**
     * Writes a message.
     *
     * @param written by WhatsApp's clock, in whole seconds
     */
    record Written(Identity citizen, String wamid, Instant written, Content content) implements Inbound {}
}
