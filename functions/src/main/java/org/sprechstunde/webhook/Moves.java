package org.sprechstunde.webhook;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.Identity;
import org.sprechstunde.enquiry.Pseudonyms;
import org.sprechstunde.platform.Detail;
import org.sprechstunde.platform.Event;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.Secrets;
import org.sprechstunde.store.Enquiries;
import org.sprechstunde.store.EnquiryChanges;
import org.sprechstunde.store.EnquiryItem;
import org.sprechstunde.store.Table;
import org.sprechstunde.store.Writes;
import org.sprechstunde.whatsapp.Inbound;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * A citizen has another number or user id: the open enquiry goes on under it, with its id and its key, so
 * that everything in its partition stays readable and every task and status still finds it. If the new
 * identity has already written, both enquiries stay: they cannot be one without a second copy of a key.
 */
final class Moves {
    private final Table table;
    private final Enquiries enquiries;
    private final Overdue overdue;
    private final Writes writes;
    private final Rounds rounds;
    private final Secrets secrets;
    private final Clock clock;
    private final SecureRandom random;

    Moves(Table table, Platform platform, Secrets secrets) {
        this.table = table;
        this.enquiries = new Enquiries(table, platform.clock());
        this.overdue = new Overdue(table, platform, secrets);
        this.writes = new Writes(table);
        this.rounds = new Rounds(platform);
        this.secrets = secrets;
        this.clock = platform.clock();
        this.random = platform.random();
    }

    /** Whether the enquiry has moved, by now or already before, or there is none. */
    boolean take(Inbound.Moved move) {
        return rounds.untilDone(() -> attempt(move));
    }

    private boolean attempt(Inbound.Moved move) {
        Pseudonyms pseudonyms = new Pseudonyms(secrets.current().pepperKey());
        Optional<Enquiry> open = formerIdentities(move.former())
                .flatMap(former -> enquiries.evenExpiredOf(pseudonyms.citizen(former)).stream())
                .filter(enquiry -> !enquiry.isExpired(clock.instant()))
                .findFirst();
        if (open.isEmpty()) {
            return said(Event.CHANGE_FORGOTTEN);
        }
        Identity identity = open.get().identity().movedTo(move.citizen(), move.keepsNumber());
        return move(open.get(), open.get().moved(pseudonyms.citizen(identity), identity));
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
        if (!stays && overdue.openOf(moved.citizen()).isPresent()) {
            return said(Event.CHANGE_FORGOTTEN);
        }
        boolean done = table.transact(stays ? resealed(moved) : relocated(enquiry, moved))
                .done();
        if (done) {
            Log.event(Event.CITIZEN_MOVED, Detail.enquiry(enquiry.id()));
        }
        return done;
    }

    private List<TransactWriteItem> resealed(Enquiry changed) {
        return List.of(EnquiryChanges.resealed(changed, random).in(table));
    }

    /** All three or none: whoever reads pointer and citizen's item finds the enquiry at the old place or the new. */
    private List<TransactWriteItem> relocated(Enquiry enquiry, Enquiry moved) {
        return List.of(
                writes.deleteMoved(enquiry),
                writes.putNew(EnquiryItem.write(moved, random)),
                EnquiryChanges.pointer(moved, enquiry.citizen()).in(table));
    }

    private static boolean said(Event event) {
        Log.event(event);
        return true;
    }
}
