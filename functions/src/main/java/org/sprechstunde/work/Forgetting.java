package org.sprechstunde.work;

import java.util.List;
import org.sprechstunde.platform.RandomId;
import org.sprechstunde.store.Keys;
import org.sprechstunde.store.MediaStore;
import org.sprechstunde.store.Stores;
import org.sprechstunde.store.Table;

/** Erases what an unreadable enquiry has left in both stores. Safe to run any number of times, by anyone. */
final class Forgetting {
    private final Table table;
    private final MediaStore media;

    Forgetting(Stores stores) {
        this.table = stores.table();
        this.media = stores.media();
    }

    /**
     * Objects first, then items: an item is the last pointer to its object and must outlive it. Then
     * looks again, because an upload may have ended meanwhile.
     *
     * @return whether both stores were seen empty, but for the forget task itself
     */
    boolean erase(RandomId enquiry) {
        media.deleteAll(enquiry);
        table.delete(remains(enquiry));
        return isEmpty(enquiry);
    }

    boolean isEmpty(RandomId enquiry) {
        return media.isEmpty(enquiry) && remains(enquiry).isEmpty();
    }

    private List<Keys> remains(RandomId enquiry) {
        return table.keys(Keys.partition(enquiry)).stream()
                .filter(keys -> !keys.isForgetTask())
                .toList();
    }
}
