package org.sprechstunde.store;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.sprechstunde.enquiry.AutoReply;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.Note;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * All that is shown of an enquiry besides its messages.
 *
 * @param told what the town has told its citizen by itself
 * @param note what the town hall says of it to each other
 * @param messageChanges how often one of its messages has changed without being new; else the enquiry's revision tells
 * @param templates WhatsApp's word for each of the town's templates, if it is known
 */
public record OpenedEnquiry(
        Enquiry enquiry,
        Map<AutoReply, Instant> told,
        Optional<Note> note,
        PresenceItem.Read present,
        long messageChanges,
        Optional<Map<String, String>> templates) {

    static OpenedEnquiry of(
            Enquiry enquiry, Map<String, AttributeValue> pointer, Optional<Map<String, String>> templates) {
        return new OpenedEnquiry(
                enquiry,
                PointerItem.told(pointer),
                NoteItem.read(pointer, enquiry),
                PresenceItem.read(pointer, enquiry.key()),
                MessageChange.count(pointer),
                templates);
    }
}
