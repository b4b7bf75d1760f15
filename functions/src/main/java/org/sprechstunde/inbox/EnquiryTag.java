package org.sprechstunde.inbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import org.sprechstunde.platform.Json;
import org.sprechstunde.store.OpenedEnquiry;

/**
 * Names what the page has of an enquiry, so that one read tells whether that is all: no message is needed for it, and it
 * says where the enquiry stands. That is a keyed hash, so it travels sealed.
 *
 * @param digest of all that is shown besides the messages, and of how often they have changed
 * @param until when something that is shown will look different though nothing has happened
 * @param place the keyed hash under which the enquiry stands
 */
record EnquiryTag(String digest, Instant until, String place) {
    private static final String QUOTE = "\"";
    private static final String GAP = " ";

    /** Of {@code opened}, of which {@code shown} is all but the messages. */
    static EnquiryTag of(OpenedEnquiry opened, ObjectNode shown) {
        ObjectNode all = Json.object().put("messageChanges", opened.messageChanges());
        all.set("shown", shown);
        return new EnquiryTag(
                Unchanged.digest(all),
                opened.enquiry().expires(),
                opened.enquiry().citizen());
    }

    /** The same if a message will look different at {@code moment}. */
    EnquiryTag atMost(Optional<Instant> moment) {
        return new EnquiryTag(digest, moment.filter(until::isAfter).orElse(until), place);
    }

    /** Whether the page that has this has everything at {@code moment}, when what it names would be {@code now}. */
    boolean isStill(EnquiryTag now, Instant moment) {
        return digest.equals(now.digest) && moment.isBefore(until);
    }

    /** Empty if {@code tag} was not made with this {@code sealing}. */
    static Optional<EnquiryTag> open(String tag, SealedText sealing) {
        return sealing.open(tag.replace(QUOTE, "")).map(text -> {
            String[] parts = text.split(GAP, -1);
            return new EnquiryTag(parts[0], Instant.ofEpochMilli(Long.parseLong(parts[1])), parts[2]);
        });
    }

    String seal(SealedText sealing) {
        return QUOTE + sealing.seal(String.join(GAP, digest, Long.toString(until.toEpochMilli()), place)) + QUOTE;
    }
}
