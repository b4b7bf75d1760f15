package org.sprechstunde.webhook;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.Erasure;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.enquiry.Task;
import org.sprechstunde.platform.Detail;
import org.sprechstunde.platform.Event;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.RandomId;
import org.sprechstunde.platform.Secrets;
import org.sprechstunde.store.Enquiries;
import org.sprechstunde.store.Outcome;
import org.sprechstunde.store.SeenMark;
import org.sprechstunde.store.Table;
import org.sprechstunde.store.TaskItem;
import org.sprechstunde.store.Writes;
import org.sprechstunde.webhook.Words.Trace;
import org.sprechstunde.whatsapp.Inbound;
import org.sprechstunde.work.Goodbye;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * A citizen erases what they sent: the key goes at once, in one transaction with the tap's seen mark. The
 * bytes are left to the forget task, which the stream begins within a second: the one function that
 * anybody can call has no access to the bucket.
 */
final class OwnErasure {
    private static final int SEEN_MARK = 0;

    private final Table table;
    private final Enquiries enquiries;
    private final Writes writes;
    private final Goodbye goodbye;
    private final Clock clock;
    private final SecureRandom random;
    private final Rounds rounds;
    private final Overdue overdue;

    OwnErasure(Table table, Platform platform, Secrets secrets, Overdue overdue) {
        this.table = table;
        this.enquiries = new Enquiries(table, platform.clock());
        this.writes = new Writes(table);
        this.goodbye = new Goodbye(table, platform, secrets);
        this.clock = platform.clock();
        this.random = platform.random();
        this.rounds = new Rounds(platform);
        this.overdue = overdue;
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
    Result erase(Inbound.Confirmed button, Trace tap) {
        return rounds.until(() -> attempt(button, tap)).orElse(Result.NOT_NOW);
    }

    private Optional<Result> attempt(Inbound.Confirmed button, Trace tap) {
        RandomId enquiry = button.enquiry();
        Optional<Enquiry> standing = enquiries.evenExpired(enquiry).filter(open -> isOf(open, button, tap));
        if (standing.isEmpty()) {
            return Optional.of(without(enquiry, tap));
        }
        List<Message> messages = enquiries.messages(standing.get());
        Task task = task(standing.get(), Erasure.begun(clock.instant(), messages));
        Outcome outcome = destroyKey(standing.get(), tap, task);
        if (outcome.done()) {
            Log.event(Event.ERASED_AT_OWN_WISH, Detail.enquiry(enquiry));
            goodbye.atOwnWish(task, standing.get().heardIn(tap.language()), messages);
            return Optional.of(Result.ERASED);
        }
        return outcome.refused(SEEN_MARK) ? Optional.of(Result.SEEN_BEFORE) : Optional.empty();
    }

    /** A tap may come under a new user id before WhatsApp's notice of it. */
    private static boolean isOf(Enquiry open, Inbound.Confirmed button, Trace tap) {
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
        return overdue.openOf(tap.citizen())
                        .filter(open -> !open.id().equals(enquiry))
                        .isPresent()
                ? Result.ANOTHER_IS_OPEN
                : Result.NOTHING_IS_OPEN;
    }

    private Outcome destroyKey(Enquiry enquiry, Trace tap, Task task) {
        return table.transact(List.of(
                writes.putNew(SeenMark.bare(tap.seen(), clock.instant())),
                writes.deleteOpen(enquiry, Long.MAX_VALUE),
                put(task)));
    }

    private Task task(Enquiry enquiry, Erasure erasure) {
        return Task.forget(enquiry.id(), erasure, clock.instant(), random);
    }

    private TransactWriteItem put(Task task) {
        return writes.put(TaskItem.writeForget(task));
    }
}
