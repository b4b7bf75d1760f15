package org.sprechstunde.inbox;

import java.util.List;
import java.util.Map;
import org.sprechstunde.enquiry.Enquiry;

/** A way to go through all open enquiries. */
interface ListOrder {
    /** The slice after {@code from}, where a former slice ended; the first if that is empty. */
    Slice slice(Map<String, String> from);

    /** A part of the list; {@code next} is where the part after it begins, empty if there is none. */
    record Slice(List<Enquiry> enquiries, Map<String, String> next) {
        static final int SIZE = 50;

        public Slice {
            enquiries = List.copyOf(enquiries);
            next = Map.copyOf(next);
        }
    }
}
