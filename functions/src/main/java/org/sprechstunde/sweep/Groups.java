package org.sprechstunde.sweep;

import java.util.Map;
import java.util.Set;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.platform.Services;
import org.sprechstunde.store.DeskUpdates;
import org.sprechstunde.store.Enquiries;
import org.sprechstunde.store.ItemKey;
import org.sprechstunde.store.Table;
import org.sprechstunde.store.Worklist;
import org.sprechstunde.store.Worklist.Group;

/** Puts those who wait into the lists by urgency and by waiting time where a release that knew none has left them out. */
final class Groups {
    private final Table table;
    private final Enquiries enquiries;
    private final Worklist worklist;

    Groups(Services services) {
        this.table = Table.of(services);
        this.enquiries = Enquiries.of(services);
        this.worklist = new Worklist(table);
    }

    void complete() {
        Map<Group, Set<ItemKey>> groups = worklist.groups();
        enquiries.open(worklist.open()).stream()
                .filter(enquiry -> isMissing(enquiry, groups))
                .map(DeskUpdates::grouped)
                .forEach(table::update);
    }

    private static boolean isMissing(Enquiry enquiry, Map<Group, Set<ItemKey>> groups) {
        Group group = enquiry.urgent() ? Group.URGENT : Group.OTHERS;
        return enquiry.waitingSince().isPresent()
                && !groups.getOrDefault(group, Set.of()).contains(ItemKey.citizen(enquiry.citizen()));
    }
}
