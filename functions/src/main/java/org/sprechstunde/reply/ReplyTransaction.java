package org.sprechstunde.reply;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.MediaFile;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.enquiry.MessageId;
import org.sprechstunde.enquiry.RetentionPolicy;
import org.sprechstunde.enquiry.Task;
import org.sprechstunde.platform.Pause;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.Problem;
import org.sprechstunde.store.Enquiries;
import org.sprechstunde.store.EnquiryUpdates;
import org.sprechstunde.store.MessageItem;
import org.sprechstunde.store.SeenMark;
import org.sprechstunde.store.Table;
import org.sprechstunde.store.Transaction;

/**
 * Writes an answer down, in one transaction: its key has sent nothing yet, its enquiry stands and may be answered, and
 * its file has not been forgotten, or nothing of it happens.
 */
final class ReplyTransaction {
    private static final int ROUNDS = 12;
    private static final Duration WAIT = Duration.ofMillis(20);

    private final Table table;
    private final Enquiries enquiries;
    private final RetentionPolicy retention;
    private final Clock clock;
    private final Pause pause;
    private final SecureRandom random;

    sealed interface Result permits Written, ReplyResult {}

    /** Pending, in {@code enquiry} as it was then. */
    record Written(Enquiry enquiry, Message message) implements Result {}

    ReplyTransaction(Table table, Enquiries enquiries, Platform platform) {
        this.table = table;
        this.enquiries = enquiries;
        this.retention = RetentionPolicy.of(platform.settings());
        this.clock = platform.clock();
        this.pause = platform.pause();
        this.random = platform.random();
    }

    Result write(Enquiry enquiry, ReplyOrder order) {
        Enquiry open = enquiry;
        for (int round = 0; round < ROUNDS; round++) {
            Instant now = clock.instant();
            Message message = Message.pending(
                    MessageId.next(now, now, random), order.ready().reply());
            Transaction transaction = table.transaction();
            Writes writes = add(transaction, open, message, order);
            Transaction.Outcome outcome = transaction.commit();
            if (outcome.done()) {
                return new Written(open, message);
            }
            if (outcome.refused(writes.mark())) {
                return first(open, order.mark(), order.draft());
            }
            Optional<Enquiry> stands = enquiries.find(enquiry.id());
            Optional<Problem> problem = problem(
                    stands,
                    order.ready(),
                    writes.upload().filter(outcome::refused).isPresent());
            if (problem.isPresent()) {
                return new Refused(problem.get());
            }
            open = stands.orElseThrow();
            pause.of(WAIT.multipliedBy(round));
        }
        throw new IllegalStateException("too many writers on one enquiry");
    }

    private record Writes(Transaction.Write mark, Optional<Transaction.Write> upload) {}

    private Writes add(Transaction transaction, Enquiry enquiry, Message message, ReplyOrder order) {
        Instant now = clock.instant();
        Enquiry replied = enquiry.replied(message, retention);
        Transaction.Write mark = transaction.putNew(new SeenMark(order.mark(), enquiry.id(), message.id()).write(now));
        transaction.put(MessageItem.write(enquiry, message, retention.latest(enquiry.opened()), random));
        transaction.update(
                order.ready().mayAlwaysBeSent()
                        ? EnquiryUpdates.repliedByTemplate(replied, random)
                        : EnquiryUpdates.replied(replied, now, random));
        Optional<Transaction.Write> upload = message.file()
                .map(MediaFile::object)
                .map(object -> transaction.deleteUntouched(Task.forgetUpload(enquiry.id(), object, now)));
        return new Writes(mark, upload);
    }

    /** Why it can never be written down, if so; else another writer was faster. */
    private Optional<Problem> problem(Optional<Enquiry> stands, Ready ready, boolean uploadIsGone) {
        if (stands.isEmpty()) {
            return Optional.of(Problem.NOT_FOUND);
        }
        if (!ready.mayAlwaysBeSent() && !clock.instant().isBefore(stands.get().replyUntil())) {
            return Optional.of(Problem.WINDOW_CLOSED);
        }
        return uploadIsGone ? Optional.of(Problem.ATTACHMENT_GONE) : Optional.empty();
    }

    /** What this key has sent, if it has. */
    Optional<ReplyResult> before(Enquiry enquiry, String mark, ReplyRequest replyRequest) {
        return SeenMark.stands(table, mark) ? Optional.of(first(enquiry, mark, replyRequest)) : Optional.empty();
    }

    private ReplyResult first(Enquiry enquiry, String mark, ReplyRequest replyRequest) {
        return SeenMark.find(table, mark)
                .flatMap(seen -> enquiries.message(enquiry, seen.message()))
                .<ReplyResult>map(first ->
                        replyRequest.became(first) ? new Before(first) : new Refused(Problem.IDEMPOTENCY_MISMATCH))
                .orElseGet(() -> new Refused(Problem.NOT_FOUND));
    }
}
