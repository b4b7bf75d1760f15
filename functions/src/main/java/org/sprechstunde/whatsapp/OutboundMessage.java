package org.sprechstunde.whatsapp;

import java.util.Optional;
import org.sprechstunde.enquiry.Identity;

/**
 * A message to a citizen.
 *
 * @param quoted WhatsApp's id of the message that it answers
 * @param callback comes back with each status; absent where nobody asks how far it came
 */
public record OutboundMessage(
        Identity citizen, OutboundContent content, Optional<String> quoted, Optional<CallbackData> callback) {}
