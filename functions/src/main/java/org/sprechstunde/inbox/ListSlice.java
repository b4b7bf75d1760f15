package org.sprechstunde.inbox;

import java.util.List;
import java.util.Map;
import org.sprechstunde.enquiry.Enquiry;

/** A part of the list; {@code next} is where the part after it begins, empty if there is none. */
record ListSlice(List<Enquiry> enquiries, Map<String, String> next) {
    static final int SIZE = 50;

    ListSlice {
        enquiries = List.copyOf(enquiries);
        next = Map.copyOf(next);
    }
}
