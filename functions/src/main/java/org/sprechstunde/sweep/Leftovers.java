package org.sprechstunde.sweep;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.sprechstunde.enquiry.ErasureRecord;
import org.sprechstunde.enquiry.MediaFile;
import org.sprechstunde.enquiry.Task;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.LogEvent;
import org.sprechstunde.platform.LogField;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.RandomId;
import org.sprechstunde.platform.Services;
import org.sprechstunde.store.Enquiries;
import org.sprechstunde.store.ItemKey;
import org.sprechstunde.store.MediaBucket;
import org.sprechstunde.store.MessageUpdates;
import org.sprechstunde.store.StoreInventory;
import org.sprechstunde.store.StoreInventory.Unfounded;
import org.sprechstunde.store.Stores;
import org.sprechstunde.store.Table;
import org.sprechstunde.store.TaskItem;

/**
 * Reconciles both stores, in both directions. There should never be anything to find; what there is
 * goes, and is counted loudly.
 */
final class Leftovers {
    private final Stores stores;
    private final Table table;
    private final MediaBucket media;
    private final Enquiries enquiries;
    private final Clock clock;
    private final SecureRandom random;

    Leftovers(Services services) {
        Platform platform = services.platform();
        this.stores = Stores.of(services);
        this.table = Table.of(services);
        this.media = MediaBucket.of(services);
        this.enquiries = Enquiries.of(services);
        this.clock = platform.clock();
        this.random = platform.random();
    }

    /** What can be left over. */
    private enum Kind {
        /** Items or objects of an enquiry that has no key any more and no task that erases them. */
        ENQUIRY,
        /** An object or unfinished upload that no item of its enquiry names. */
        OBJECT,
        /** A message that says its file is stored, and it is not. */
        MESSAGE
    }

    void forget() {
        StoreInventory inventory = StoreInventory.take(stores);
        inventory.enquiries().stream().filter(this::isOrphan).forEach(this::forget);
        inventory.nobodys().forEach(this::delete);
        inventory.unfounded().forEach(this::correct);
    }

    private boolean isOrphan(RandomId enquiry) {
        return !stands(enquiry) && !isBeingForgotten(enquiry) && isThere(enquiry);
    }

    private boolean isBeingForgotten(RandomId enquiry) {
        return !table.query(ItemKey.partition(enquiry), ItemKey.FORGET).isEmpty();
    }

    /** What was counted may have been erased since. */
    private boolean isThere(RandomId enquiry) {
        return !media.isEmpty(enquiry)
                || !table.keys(ItemKey.partition(enquiry)).isEmpty();
    }

    /** No line in the log of erasures: the enquiry's own is written or promised, and it was erased once. */
    private void forget(RandomId orphan) {
        var task = Task.forget(orphan, ErasureRecord.silent(clock.instant()), clock.instant(), random);
        table.put(TaskItem.writeForget(task));
        Log.event(LogEvent.LEFTOVERS_FOUND, LogField.what(Kind.ENQUIRY), LogField.enquiry(orphan));
    }

    /**
     * Of an enquiry that is being forgotten, or is about to be, everything goes anyway. And the count is no moment: an
     * item that names the object may have come where it had been already, so the enquiry is asked once more.
     */
    private void delete(String nobodys) {
        Optional<RandomId> enquiry = MediaBucket.enquiry(nobodys);
        if (enquiry.isPresent() && (!stands(enquiry.get()) || StoreInventory.isNamed(table, enquiry.get(), nobodys))) {
            return;
        }
        media.remove(nobodys);
        Log.event(LogEvent.LEFTOVERS_FOUND, LogField.what(Kind.OBJECT));
    }

    private void correct(Unfounded message) {
        boolean gone = stands(message.enquiry()) && !media.exists(message.object());
        if (gone && MessageUpdates.lost(message.place(), MediaFile.Problem.GONE).isWritten(table)) {
            Log.event(LogEvent.LEFTOVERS_FOUND, LogField.what(Kind.MESSAGE), LogField.enquiry(message.enquiry()));
        }
    }

    private boolean stands(RandomId enquiry) {
        return enquiries.evenExpired(enquiry).isPresent();
    }
}
