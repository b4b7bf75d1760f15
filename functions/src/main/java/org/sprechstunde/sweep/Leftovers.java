package org.sprechstunde.sweep;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Set;
import java.util.TreeSet;
import org.sprechstunde.enquiry.Erasure;
import org.sprechstunde.enquiry.Task;
import org.sprechstunde.platform.Detail;
import org.sprechstunde.platform.Event;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.RandomId;
import org.sprechstunde.store.Enquiries;
import org.sprechstunde.store.Keys;
import org.sprechstunde.store.MediaStore;
import org.sprechstunde.store.SeenMark;
import org.sprechstunde.store.Stores;
import org.sprechstunde.store.Table;
import org.sprechstunde.store.TaskItem;

/**
 * Looks for what should not be: objects and items of enquiries that have no key
 * any more and no task that erases them. There should never be any; each gets a forget task, loudly.
 */
final class Leftovers {
    private final Table table;
    private final MediaStore media;
    private final Enquiries enquiries;
    private final Clock clock;
    private final SecureRandom random;

    Leftovers(Stores stores, Platform platform) {
        this.table = stores.table();
        this.media = stores.media();
        this.enquiries = new Enquiries(stores.table(), platform.clock());
        this.clock = platform.clock();
        this.random = platform.random();
    }

    void forget() {
        Set<RandomId> orphans = new TreeSet<>();
        media.names().forEach(name -> RandomId.parse(name.split("/", 2)[0]).ifPresent(orphans::add));
        table.allKeys().forEach(keys -> keys.enquiry().ifPresent(orphans::add));
        orphans.removeIf(id -> enquiries.evenExpired(id).isPresent() || isBeingForgotten(id));
        orphans.forEach(this::forget);
    }

    private boolean isBeingForgotten(RandomId enquiry) {
        return !table.query(Keys.partition(enquiry), Keys.FORGET).isEmpty();
    }

    private void forget(RandomId orphan) {
        Erasure erasure = Erasure.silent(clock.instant());
        Task task = Task.forget(orphan, erasure, clock.instant(), random);
        table.put(TaskItem.write(task, clock.instant().plus(SeenMark.KEPT)));
        Log.event(Event.LEFTOVERS_FOUND, Detail.enquiry(orphan));
    }
}
