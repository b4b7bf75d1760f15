package org.sprechstunde.erasure;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.EnquiryPlace;
import org.sprechstunde.enquiry.ErasureCode;
import org.sprechstunde.enquiry.ErasureRecord;
import org.sprechstunde.enquiry.ErasureRecord.Cause;
import org.sprechstunde.enquiry.ErasureRecord.Logged;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.enquiry.Person;
import org.sprechstunde.enquiry.Tally;
import org.sprechstunde.enquiry.Task;
import org.sprechstunde.enquiry.WhatsAppCopies;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.LogEvent;
import org.sprechstunde.platform.LogField;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.RandomId;
import org.sprechstunde.platform.Services;
import org.sprechstunde.store.Enquiries;
import org.sprechstunde.store.EnquiryItem;
import org.sprechstunde.store.ErasureCodes;
import org.sprechstunde.store.PointerUpdates;
import org.sprechstunde.store.ResolverName;
import org.sprechstunde.store.SealedCopies;
import org.sprechstunde.store.SeenMark;
import org.sprechstunde.store.Table;
import org.sprechstunde.store.Transaction;
import org.sprechstunde.store.WeekNumbers;

/**
 * The one commit point of forgetting, whoever wishes it: in one transaction the citizen's item goes, and with it the only
 * key to all that was sent, and the forget task comes that sees to the rest, WhatsApp's copies included. Before it nothing
 * has happened; after it nothing can be read again, and whatever dies meanwhile, stream and sweep finish.
 */
public final class KeyDestruction {
    /** While the function that destroyed the key erases, nobody else begins the forget task; if it dies, the sweep does. */
    private static final Duration OURS = Duration.ofMinutes(1);

    private final Table table;
    private final Enquiries enquiries;
    private final SealedCopies sealedCopies;
    private final ErasureCodes erasureCodes;
    private final ResolverName resolverName;
    private final Clock clock;
    private final SecureRandom random;

    public static KeyDestruction of(Services services) {
        return services.once(KeyDestruction.class, KeyDestruction::new);
    }

    private KeyDestruction(Services services) {
        Platform platform = services.platform();
        this.table = Table.of(services);
        this.enquiries = Enquiries.of(services);
        this.sealedCopies = SealedCopies.of(services);
        this.erasureCodes = ErasureCodes.of(services);
        this.resolverName = new ResolverName(services);
        this.clock = platform.clock();
        this.random = platform.random();
    }

    /** Why a key may go; what each demands is a condition of the same transaction. */
    public sealed interface Ground {
        /** {@code by} has settled it, and has seen it up to revision {@code seen}: nothing later is erased unread. */
        record Settled(long seen, Person by) implements Ground {}

        /** Its time is over, and nothing has happened to it since that was read. */
        record Expired() implements Ground {}

        /** The citizen wishes it, all that has come since the question included; {@code tap} is the keyed hash of the tap. */
        record OwnWish(String tap) implements Ground {}

        /** It stands from before one that goes at its citizen's wish, and goes with it. */
        record WithANewer() implements Ground {}
    }

    /** Who erases what the key has left unreadable. */
    public enum Eraser {
        /** The function that calls, at once. */
        CALLER,
        /** The tasks function, which the stream wakes within a second. */
        STREAM
    }

    public sealed interface Result {
        /**
         * The key is gone; {@code enquiry} and {@code messages} as they were, in this function's memory alone, and there
         * the {@code code} by which its citizen can ask for the rest, if the town logs erasures.
         */
        record Destroyed(Task.Forget task, Enquiry enquiry, List<Message> messages, Optional<ErasureCode> code)
                implements Result {}

        /** Nothing has happened: the enquiry is not as it was read, its ground holds no more, or another was faster. */
        record Kept() implements Result {}

        /** Nothing has happened: this tap was taken before. */
        record TakenBefore() implements Result {}
    }

    /** Destroys the key of {@code enquiry}, on condition that its ground holds, or does nothing. */
    public Result destroy(Enquiry enquiry, Ground ground, Eraser eraser) {
        if (ground instanceof Ground.Settled(long seen, Person _)
                && enquiry.version().news() > seen) {
            return new Result.Kept();
        }
        List<Message> messages = enquiries.messages(enquiry);
        Optional<ErasureCodes.Fresh> code = erasureCodes.next(random);
        ErasureRecord erasure = ErasureRecord.begun(clock.instant(), messages)
                .loggedAs(code.map(fresh -> new Logged(fresh.hash(), cause(ground))));
        Task.Forget task = task(enquiry.id(), erasure, eraser);

        Transaction transaction = table.transaction();
        Optional<Transaction.Write> mark = mark(transaction, ground);
        // As it was read: else what of a new answer lies at WhatsApp would be forgotten there by nobody.
        heir(enquiry, ground)
                .ifPresentOrElse(
                        heir -> handOver(transaction, enquiry, heir), () -> deleteWithAliases(transaction, enquiry));
        var forget = sealedCopies.write(task, WhatsAppCopies.of(enquiry, messages));
        if (ground instanceof Ground.Settled(long _, Person by)) {
            resolverName.addTo(forget, by);
        }
        WeekNumbers.addTo(forget, Tally.of(messages, cause(ground)));
        transaction.put(forget);
        Transaction.Outcome outcome = transaction.commit();

        if (outcome.done()) {
            Log.event(event(ground), LogField.enquiry(enquiry.id()));
            return new Result.Destroyed(task, enquiry, messages, code.flatMap(ErasureCodes.Fresh::code));
        }
        return mark.filter(outcome::refused).isPresent() ? new Result.TakenBefore() : new Result.Kept();
    }

    /** The one before it, where only this one leads to it and it still has its time. */
    private Optional<Enquiry> heir(Enquiry enquiry, Ground ground) {
        return ground instanceof Ground.Expired
                ? enquiries.openBefore(enquiry).stream().findFirst()
                : Optional.empty();
    }

    private void handOver(Transaction transaction, Enquiry enquiry, Enquiry heir) {
        EnquiryPlace place = new EnquiryPlace(
                enquiry.citizen(), enquiry.place().aliases(), heir.place().earlier());
        Enquiry moved = heir.moved(place, heir.identity());
        transaction.replaceUnchanged(enquiry, EnquiryItem.write(moved.revised(), random));
        transaction.handOverAliases(enquiry, moved);
        transaction.deleteUnchanged(heir);
        transaction.update(PointerUpdates.moved(moved, heir.citizen()));
    }

    private static void deleteWithAliases(Transaction transaction, Enquiry enquiry) {
        transaction.deleteUnchanged(enquiry);
        enquiry.place().aliases().forEach(alias -> transaction.deleteAlias(alias, enquiry.citizen()));
    }

    private Task.Forget task(RandomId enquiry, ErasureRecord erasure, Eraser eraser) {
        Instant now = erasure.unreadableSince();
        return switch (eraser) {
            case CALLER -> Task.forget(enquiry, erasure, now.plus(OURS), random).begun();
            case STREAM -> Task.forget(enquiry, erasure, now, random);
        };
    }

    private Optional<Transaction.Write> mark(Transaction transaction, Ground ground) {
        return switch (ground) {
            case Ground.OwnWish(String tap) -> Optional.of(transaction.putNew(SeenMark.bare(tap, clock.instant())));
            case Ground.Settled _, Ground.Expired _, Ground.WithANewer _ -> Optional.empty();
        };
    }

    private static Cause cause(Ground ground) {
        return switch (ground) {
            case Ground.Settled _ -> Cause.MAYOR;
            case Ground.Expired _ -> Cause.EXPIRY;
            case Ground.OwnWish _, Ground.WithANewer _ -> Cause.CITIZEN;
        };
    }

    private static LogEvent event(Ground ground) {
        return switch (ground) {
            case Ground.Settled _ -> LogEvent.RESOLVED;
            case Ground.Expired _ -> LogEvent.EXPIRED;
            case Ground.OwnWish _, Ground.WithANewer _ -> LogEvent.ERASED_AT_OWN_WISH;
        };
    }
}
