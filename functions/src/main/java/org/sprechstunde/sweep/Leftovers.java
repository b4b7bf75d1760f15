package org.sprechstunde.sweep;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.sprechstunde.enquiry.Erasure;
import org.sprechstunde.enquiry.MediaProblem;
import org.sprechstunde.enquiry.Task;
import org.sprechstunde.platform.Detail;
import org.sprechstunde.platform.Event;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.RandomId;
import org.sprechstunde.store.Enquiries;
import org.sprechstunde.store.Inventory;
import org.sprechstunde.store.Inventory.Unfounded;
import org.sprechstunde.store.Keys;
import org.sprechstunde.store.MediaStore;
import org.sprechstunde.store.MessageChanges;
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
    private final MediaStore media;
    private final Enquiries enquiries;
    private final Clock clock;
    private final SecureRandom random;

    Leftovers(Stores stores, Platform platform) {
        this.stores = stores;
        this.table = stores.table();
        this.media = stores.media();
        this.enquiries = new Enquiries(table, platform.clock());
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
        Inventory inventory = Inventory.take(stores);
        inventory.enquiries().stream().filter(this::isOrphan).forEach(this::forget);
        inventory.nobodys().forEach(this::delete);
        inventory.unfounded().forEach(this::correct);
    }

    private boolean isOrphan(RandomId enquiry) {
        return !stands(enquiry) && !isBeingForgotten(enquiry) && isThere(enquiry);
    }

    private boolean isBeingForgotten(RandomId enquiry) {
        return !table.query(Keys.partition(enquiry), Keys.FORGET).isEmpty();
    }

    /** What was counted may have been erased since. */
    private boolean isThere(RandomId enquiry) {
        return !media.isEmpty(enquiry) || !table.keys(Keys.partition(enquiry)).isEmpty();
    }

    private void forget(RandomId orphan) {
        Erasure erasure = Erasure.silent(clock.instant());
        Task task = Task.forget(orphan, erasure, clock.instant(), random);
        table.put(TaskItem.writeForget(task));
        Log.event(Event.LEFTOVERS_FOUND, Detail.what(Kind.ENQUIRY), Detail.enquiry(orphan));
    }

    /** Of an enquiry that is being forgotten, or is about to be, everything goes anyway. */
    private void delete(String nobodys) {
        Optional<RandomId> enquiry = MediaStore.enquiry(nobodys);
        if (enquiry.isPresent() && !stands(enquiry.get())) {
            return;
        }
        media.remove(nobodys);
        Log.event(Event.LEFTOVERS_FOUND, Detail.what(Kind.OBJECT));
    }

    private void correct(Unfounded message) {
        boolean gone = stands(message.enquiry()) && !media.exists(message.object());
        if (gone && table.update(MessageChanges.lost(message.place(), MediaProblem.GONE))) {
            Log.event(Event.LEFTOVERS_FOUND, Detail.what(Kind.MESSAGE), Detail.enquiry(message.enquiry()));
        }
    }

    private boolean stands(RandomId enquiry) {
        return enquiries.evenExpired(enquiry).isPresent();
    }
}
