package org.sprechstunde.whatsapp;

import java.util.Optional;
import org.sprechstunde.enquiry.MessageId;
import org.sprechstunde.platform.RandomId;

/**
 * What we give WhatsApp to carry back with each status ({@code biz_opaque_callback_data}): random ids only,
 * and sealed by {@link CarriedIds}.
 *
 * @param reaction the token of the mayor's emoji, if it is an emoji on the message that has gone out
 */
public record CallbackData(RandomId enquiry, MessageId message, Optional<RandomId> reaction) {

    public CallbackData(RandomId enquiry, MessageId message) {
        this(enquiry, message, Optional.empty());
    }

    public static Optional<CallbackData> parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 2 && parts.length != 3) {
            return Optional.empty();
        }
        Optional<RandomId> reaction = parts.length == 3 ? RandomId.parse(parts[2]) : Optional.empty();
        if (parts.length == 3 && reaction.isEmpty()) {
            return Optional.empty();
        }
        return RandomId.parse(parts[0])
                .flatMap(enquiry ->
                        MessageId.parse(parts[1]).map(message -> new CallbackData(enquiry, message, reaction)));
    }

    @Override
    public String toString() {
        return enquiry + "/" + message + reaction.map(token -> "/" + token).orElse("");
    }
}
