package org.sprechstunde.inbox;

import java.util.Comparator;
import java.util.Map;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.store.Enquiries;
import org.sprechstunde.store.Worklist;

/** By last message, as the index has it: only one slice is read. */
record NewestFirst(Worklist worklist, Enquiries enquiries) implements ListOrder {
    @Override
    public Slice slice(Map<String, String> from) {
        Worklist.Page page = worklist.newest(new Worklist.Limit(Slice.SIZE, from));
        return new Slice(
                enquiries.open(page.places()).stream()
                        .sorted(Comparator.comparing(Enquiry::lastMessage).reversed())
                        .toList(),
                page.next());
    }
}
