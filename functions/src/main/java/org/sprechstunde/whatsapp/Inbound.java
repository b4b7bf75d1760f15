package org.sprechstunde.whatsapp;

import java.time.Instant;
import org.sprechstunde.enquiry.Content;
import org.sprechstunde.enquiry.Identity;

/**
 * One message of a citizen as a webhook brings it.
 *
 * @param wamid WhatsApp's id of it, which contains who wrote it
 * @param written by WhatsApp's clock, in whole seconds
 */
public record Inbound(Identity citizen, String wamid, Instant written, Content content) {}
