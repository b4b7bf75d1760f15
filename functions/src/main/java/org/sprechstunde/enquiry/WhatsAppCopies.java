package org.sprechstunde.enquiry;

import java.util.List;
import java.util.Optional;

/**
 * What WhatsApp still has of an enquiry and can be asked to delete.
 *
 * @param contact the user id (BSUID) under which the citizen stands in the contact book
 * @param files the ids of files
 */
public record WhatsAppCopies(Optional<String> contact, List<String> files) {
    public static final WhatsAppCopies NONE = new WhatsAppCopies(Optional.empty(), List.of());

    public WhatsAppCopies {
        files = List.copyOf(files);
    }

    /** The citizen's entry, and the files of which WhatsApp has not yet confirmed that it has them no more. */
    public static WhatsAppCopies of(Enquiry enquiry, List<Message> messages) {
        List<String> files = messages.stream()
                .filter(message -> message.file().stream().anyMatch(file -> !file.copyDeleted()))
                .map(message ->
                        ((MessageContent.Media) message.content()).file().mediaId())
                .toList();
        return new WhatsAppCopies(enquiry.identity().bsuid(), files);
    }

    public boolean isEmpty() {
        return equals(NONE);
    }
}
