package org.sprechstunde.inbox;

import java.util.Map;

/** A way to go through all open enquiries. */
interface ListOrder {
    /** The slice after {@code from}, where a former slice ended; the first if that is empty. */
    ListSlice slice(Map<String, String> from);
}
