package org.sprechstunde.whatsapp;

import java.util.Optional;
import org.sprechstunde.enquiry.MessageId;
import org.sprechstunde.platform.RandomId;

/** What we give WhatsApp to carry back with each status ({@code biz_opaque_callback_data}): random ids only. */
public record Callback(RandomId enquiry, MessageId message) {

    static Optional<Callback> parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 2) {
            return Optional.empty();
        }
        return RandomId.parse(parts[0])
                .flatMap(enquiry -> MessageId.parse(parts[1]).map(message -> new Callback(enquiry, message)));
    }

    @Override
    public String toString() {
        return enquiry + "/" + message;
    }
}
