package org.sprechstunde.sweep;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.erasure.EnquiryErasure;
import org.sprechstunde.erasure.KeyDestruction;
import org.sprechstunde.erasure.KeyDestruction.Eraser;
import org.sprechstunde.erasure.KeyDestruction.Ground;
import org.sprechstunde.erasure.KeyDestruction.Result.Destroyed;
import org.sprechstunde.platform.RunAll;
import org.sprechstunde.platform.Services;
import org.sprechstunde.store.Enquiries;
import org.sprechstunde.store.ItemKey;
import org.sprechstunde.store.Table;
import org.sprechstunde.store.Worklist;

/**
 * Erases on time what nobody resolved. DynamoDB's TTL may be days late, so it is never what the town's
 * promise rests on.
 */
final class Expiry {
    private final Enquiries enquiries;
    private final Worklist worklist;
    private final KeyDestruction keyDestruction;
    private final EnquiryErasure enquiryErasure;
    private final Clock clock;

    Expiry(Services services) {
        this.enquiries = Enquiries.of(services);
        this.worklist = new Worklist(Table.of(services));
        this.keyDestruction = KeyDestruction.of(services);
        this.enquiryErasure = new EnquiryErasure(services);
        this.clock = services.platform().clock();
    }

    /** What the index says is over. */
    void forget() {
        forget(worklist.ended(clock.instant()));
    }

    /** What is over although the index does not say so: it was written before limits were stored, or the index is being made. */
    void forgetUnlisted() {
        forget(worklist.open());
    }

    /** All keys first: what has expired is unreadable before anything slow begins. */
    private void forget(Collection<ItemKey> places) {
        List<Destroyed> ended = new ArrayList<>();
        RunAll runAll = new RunAll();
        for (Enquiry enquiry : enquiries.expired(places)) {
            runAll.take(() -> {
                if (keyDestruction.destroy(enquiry, new Ground.Expired(), Eraser.CALLER)
                        instanceof Destroyed destroyed) {
                    ended.add(destroyed);
                }
            });
        }
        ended.forEach(destroyed -> runAll.take(() -> enquiryErasure.finish(destroyed)));
        runAll.end();
    }
}
