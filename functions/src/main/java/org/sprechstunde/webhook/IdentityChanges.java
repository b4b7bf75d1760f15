package org.sprechstunde.webhook;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import org.sprechstunde.crypto.Pseudonyms;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.Identity;
import org.sprechstunde.erasure.ExpiredEnquiries;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.LogEvent;
import org.sprechstunde.platform.LogField;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.Retry;
import org.sprechstunde.platform.Secrets;
import org.sprechstunde.platform.Services;
import org.sprechstunde.store.Enquiries;
import org.sprechstunde.store.EnquiryItem;
import org.sprechstunde.store.EnquiryUpdates;
import org.sprechstunde.store.PointerUpdates;
import org.sprechstunde.store.Table;
import org.sprechstunde.store.Transaction;
import org.sprechstunde.whatsapp.inbound.InboundEvent;

/**
 * A citizen has another number or user id: the open enquiry goes on under it, with its id and its key, so
 * that everything in its partition stays readable and every task and status still finds it. If the new
 * identity has already written, both enquiries stay: they cannot be one without a second copy of a key.
 */
final class IdentityChanges {
    private final Table table;
    private final Enquiries enquiries;
    private final ExpiredEnquiries expiredEnquiries;
    private final Retry retry;
    private final Secrets secrets;
    private final Clock clock;
    private final SecureRandom random;

    IdentityChanges(Services services) {
        Platform platform = services.platform();
        this.table = Table.of(services);
        this.enquiries = Enquiries.of(services);
        this.expiredEnquiries = ExpiredEnquiries.of(services);
        this.retry = new Retry(platform);
        this.secrets = services.secrets();
        this.clock = platform.clock();
        this.random = platform.random();
    }

    /** Whether the enquiry has moved, by now or already before, or there is none. */
    boolean take(InboundEvent.Moved move) {
        return retry.untilDone(() -> attempt(move));
    }

    private boolean attempt(InboundEvent.Moved move) {
        Pseudonyms pseudonyms = Pseudonyms.current(secrets);
        Optional<Enquiry> open = formerIdentities(move.former())
                .flatMap(former -> enquiries.evenExpiredOf(pseudonyms.citizen(former.stableId())).stream())
                .filter(enquiry -> !enquiry.isExpired(clock.instant()))
                .findFirst();
        if (open.isEmpty()) {
            return said(LogEvent.CHANGE_FORGOTTEN);
        }
        Identity identity = open.get().identity().movedTo(move.citizen(), move.keepsNumber());
        return move(open.get(), open.get().moved(pseudonyms.citizen(identity.stableId()), identity));
    }

    /** An enquiry from a time when WhatsApp told no user id is found by the number. */
    private static Stream<Identity> formerIdentities(Identity former) {
        return Stream.concat(
                Stream.of(former),
                former
                        .phone()
                        .map(phone ->
                                new Identity(Optional.empty(), Optional.of(phone), Optional.empty(), Optional.empty()))
                        .stream());
    }

    private boolean move(Enquiry enquiry, Enquiry moved) {
        boolean stays = moved.citizen().equals(enquiry.citizen());
        if (!stays && expiredEnquiries.openOf(moved.citizen()).isPresent()) {
            return said(LogEvent.CHANGE_FORGOTTEN);
        }
        Transaction transaction = table.transaction();
        if (stays) {
            transaction.update(EnquiryUpdates.resealed(moved, random));
        } else {
            relocate(transaction, enquiry, moved);
        }
        // Those that take nothing more are found as before, and answered under the new identity.
        enquiries.withEarlier(enquiry).stream()
                .skip(1)
                .map(earlier -> earlier.moved(earlier.citizen(), moved.identity()))
                .forEach(earlier -> transaction.update(EnquiryUpdates.resealed(earlier, random)));
        boolean done = transaction.commit().done();
        if (done) {
            Log.event(LogEvent.CITIZEN_MOVED, LogField.enquiry(enquiry.id()));
        }
        return done;
    }

    /** All three or none: whoever reads pointer and citizen's item finds the enquiry at the old place or the new. */
    private void relocate(Transaction transaction, Enquiry enquiry, Enquiry moved) {
        transaction.deleteUnchanged(enquiry);
        transaction.putNew(EnquiryItem.write(moved, random));
        transaction.update(PointerUpdates.moved(moved, enquiry.citizen()));
    }

    private static boolean said(LogEvent event) {
        Log.event(event);
        return true;
    }
}
