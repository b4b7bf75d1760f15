package org.sprechstunde.identity;

import org.sprechstunde.enquiry.Identity;

/**
 * WhatsApp's word that a citizen has another number or user id.
 *
 * @param keepsNumber only the user id has changed
 * @param seen keyed hash of the id of the message that says so
 */
public record IdentityChange(Identity former, Identity now, boolean keepsNumber, String seen) {

    /** Who somebody is after it, of whom {@code known} is known, be it from before the change or from after it. */
    Identity after(Identity known) {
        return known.shares(former) ? known.movedTo(now, keepsNumber) : known.updatedBy(now);
    }
}
