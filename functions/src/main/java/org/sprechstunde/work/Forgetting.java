package org.sprechstunde.work;

import java.util.List;
import org.sprechstunde.enquiry.Keys;
import org.sprechstunde.enquiry.MediaStore;
import org.sprechstunde.enquiry.Table;
import org.sprechstunde.platform.RandomId;

/** Erases what an unreadable enquiry has left in both stores. Safe to run any number of times, by anyone. */
public final class Forgetting {
    private final Table table;
    private final MediaStore media;

    public Forgetting(Table table, MediaStore media) {
        this.table = table;
        this.media = media;
    }

    /**
     * Objects first, then items: an item is the last pointer to its object and must outlive it. Then
     * looks again, because an upload may have ended meanwhile.
     *
     * @return whether both stores were seen empty, but for the forget task itself
     */
    public boolean erase(RandomId enquiry) {
        media.deleteAll(enquiry);
        table.delete(remains(enquiry));
        return isEmpty(enquiry);
    }

    public boolean isEmpty(RandomId enquiry) {
        return media.isEmpty(enquiry) && remains(enquiry).isEmpty();
    }

    private List<Keys> remains(RandomId enquiry) {
        return table.keys(Keys.partition(enquiry)).stream()
                .filter(keys -> !keys.isForgetTask())
                .toList();
    }
}
