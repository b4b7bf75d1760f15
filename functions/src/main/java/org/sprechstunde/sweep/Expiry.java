package org.sprechstunde.sweep;

import java.util.ArrayList;
import java.util.List;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.erasure.EnquiryErasure;
import org.sprechstunde.erasure.KeyDestruction;
import org.sprechstunde.erasure.KeyDestruction.Eraser;
import org.sprechstunde.erasure.KeyDestruction.Ground;
import org.sprechstunde.erasure.KeyDestruction.Result.Destroyed;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.RunAll;
import org.sprechstunde.store.Enquiries;
import org.sprechstunde.store.Stores;
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

    Expiry(Stores stores, Platform platform, EnquiryErasure enquiryErasure) {
        this.enquiries = new Enquiries(stores.table(), platform.clock());
        this.worklist = new Worklist(stores.table());
        this.keyDestruction = new KeyDestruction(stores.table(), platform);
        this.enquiryErasure = enquiryErasure;
    }

    /** All keys first: what has expired is unreadable before anything slow begins. */
    void forget() {
        List<Destroyed> ended = new ArrayList<>();
        RunAll runAll = new RunAll();
        for (Enquiry enquiry : enquiries.expired(worklist.open())) {
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
