package org.sprechstunde.store;

import org.sprechstunde.enquiry.Enquiry;

/** What stands in the table under the keyed hash of one id of a citizen. */
public sealed interface DirectoryEntry {
    record Vacant() implements DirectoryEntry {}

    /** The enquiry stands under the keyed hash of another id; or stood, and this has outlived it. */
    record Alias(String place) implements DirectoryEntry {}

    record Occupied(Enquiry enquiry) implements DirectoryEntry {}
}
