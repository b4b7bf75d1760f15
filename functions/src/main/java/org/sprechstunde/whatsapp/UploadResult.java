package org.sprechstunde.whatsapp;

import org.sprechstunde.enquiry.FailureReason;
import org.sprechstunde.enquiry.FailureReason.NextTry;

/** What came of bringing a file to WhatsApp. Nobody has received it: it may be brought again. */
public sealed interface UploadResult {

    /** Limits and outages that WhatsApp names: in a moment, it may take the same file. */
    default boolean isWorthAnotherTry() {
        return this instanceof NotWanted(FailureReason reason) && reason.nextTry() == NextTry.PATIENT;
    }

    /** There it lies, under this id, until it is deleted or has died. */
    record Uploaded(String mediaId) implements UploadResult {}

    /** WhatsApp does not want it. */
    record NotWanted(FailureReason reason) implements UploadResult {}

    /** No word came back, or none that says where it lies. */
    record Unclear() implements UploadResult {}
}
