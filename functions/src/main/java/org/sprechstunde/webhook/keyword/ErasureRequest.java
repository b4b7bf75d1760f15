package org.sprechstunde.webhook.keyword;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.ErasureRecord;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.enquiry.Task;
import org.sprechstunde.erasure.ExpiredEnquiries;
import org.sprechstunde.erasure.WhatsAppFarewell;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.LogEvent;
import org.sprechstunde.platform.LogField;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.RandomId;
import org.sprechstunde.platform.Retry;
import org.sprechstunde.platform.Secrets;
import org.sprechstunde.store.Enquiries;
import org.sprechstunde.store.Outcome;
import org.sprechstunde.store.SeenMark;
import org.sprechstunde.store.Table;
import org.sprechstunde.store.TaskItem;
import org.sprechstunde.store.Transaction;
import org.sprechstunde.webhook.keyword.KeywordHandler.Trace;
import org.sprechstunde.whatsapp.inbound.InboundEvent;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * A citizen erases what they sent: the key goes at once, in one transaction with the tap's seen mark. The
 * bytes are left to the forget task, which the stream begins within a second: the one function that
 * anybody can call has no access to the bucket.
 */
final class ErasureRequest {
    private static final int SEEN_MARK = 0;

    private final Table table;
    private final Enquiries enquiries;
    private final Transaction writes;
    private final WhatsAppFarewell whatsAppFarewell;
    private final Clock clock;
    private final SecureRandom random;
    private final Retry retry;
    private final ExpiredEnquiries expiredEnquiries;

    ErasureRequest(Table table, Platform platform, Secrets secrets, ExpiredEnquiries expiredEnquiries) {
        this.table = table;
        this.enquiries = new Enquiries(table, platform.clock());
        this.writes = new Transaction(table);
        this.whatsAppFarewell = new WhatsAppFarewell(table, platform, secrets);
        this.clock = platform.clock();
        this.random = platform.random();
        this.retry = new Retry(platform);
        this.expiredEnquiries = expiredEnquiries;
    }

    enum Result {
        ERASED,
        SEEN_BEFORE,
        /** The button's enquiry has gone and the citizen has begun a new one, which the button does not touch. */
        ANOTHER_IS_OPEN,
        /** The button's enquiry is open, but nothing says that it is this person's: the number may just have changed. */
        OPEN_ELSEWHERE,
        NOTHING_IS_OPEN,
        NOT_NOW
    }

    /** Erases the button's enquiry if it is still this citizen's open one, with all that has come since the question. */
    Result erase(InboundEvent.Confirmed button, Trace tap) {
        return retry.until(() -> attempt(button, tap)).orElse(Result.NOT_NOW);
    }

    private Optional<Result> attempt(InboundEvent.Confirmed button, Trace tap) {
        RandomId enquiry = button.enquiry();
        Optional<Enquiry> standing = enquiries.evenExpired(enquiry).filter(open -> isOf(open, button, tap));
        if (standing.isEmpty()) {
            return Optional.of(without(enquiry, tap));
        }
        List<Message> messages = enquiries.messages(standing.get());
        Task.Forget task = task(standing.get(), ErasureRecord.begun(clock.instant(), messages));
        Outcome outcome = destroyKey(standing.get(), tap, task);
        if (outcome.done()) {
            Log.event(LogEvent.ERASED_AT_OWN_WISH, LogField.enquiry(enquiry));
            whatsAppFarewell.atOwnWish(task, standing.get().heardIn(tap.language()), messages);
            return Optional.of(Result.ERASED);
        }
        return outcome.refused(SEEN_MARK) ? Optional.of(Result.SEEN_BEFORE) : Optional.empty();
    }

    /** A tap may come under a new user id before WhatsApp's notice of it. */
    private static boolean isOf(Enquiry open, InboundEvent.Confirmed button, Trace tap) {
        return open.citizen().equals(tap.citizen()) || open.identity().shares(button.citizen());
    }

    /** The mark is looked for after the enquiry: if this very tap has erased it, both were one transaction. */
    private Result without(RandomId enquiry, Trace tap) {
        if (SeenMark.stands(table, tap.seen())) {
            return Result.SEEN_BEFORE;
        }
        if (enquiries.find(enquiry).isPresent()) {
            return Result.OPEN_ELSEWHERE;
        }
        return expiredEnquiries
                        .openOf(tap.citizen())
                        .filter(open -> !open.id().equals(enquiry))
                        .isPresent()
                ? Result.ANOTHER_IS_OPEN
                : Result.NOTHING_IS_OPEN;
    }

    private Outcome destroyKey(Enquiry enquiry, Trace tap, Task.Forget task) {
        return table.transact(List.of(
                writes.putNew(SeenMark.bare(tap.seen(), clock.instant())),
                writes.deleteOpen(enquiry, Long.MAX_VALUE),
                put(task)));
    }

    private Task.Forget task(Enquiry enquiry, ErasureRecord erasure) {
        return Task.forget(enquiry.id(), erasure, clock.instant(), random);
    }

    private TransactWriteItem put(Task.Forget task) {
        return writes.put(TaskItem.writeForget(task));
    }
}
