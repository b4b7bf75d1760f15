package org.sprechstunde.reply;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.MediaFile;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.enquiry.MessageId;
import org.sprechstunde.enquiry.Person;
import org.sprechstunde.enquiry.Task;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.Problem;
import org.sprechstunde.platform.Retry;
import org.sprechstunde.platform.RetryPolicy;
import org.sprechstunde.platform.Services;
import org.sprechstunde.store.Enquiries;
import org.sprechstunde.store.EnquiryUpdates;
import org.sprechstunde.store.MessageItem;
import org.sprechstunde.store.SeenMark;
import org.sprechstunde.store.SendingLease;
import org.sprechstunde.store.Table;
import org.sprechstunde.store.Transaction;
import org.sprechstunde.whatsapp.WhatsAppClient;

/**
 * Writes an answer down, in one transaction: its key has sent nothing yet, its enquiry stands and may be answered, and
 * its file has not been forgotten, or nothing of it happens.
 */
final class ReplyTransaction {
    private final Table table;
    private final Enquiries enquiries;
    private final Clock clock;
    private final SecureRandom random;
    private final Retry retry;

    /**
     * An answer to be written down.
     *
     * @param mark the seen mark of its idempotency key
     */
    record Order(String mark, ReplyRequest request, ReplyPreparation.Ready ready, Person author) {}

    sealed interface Result permits Written, ReplyResult.NotSent {}

    /** Pending, in {@code enquiry} as it is since. */
    record Written(Enquiry enquiry, Message message) implements Result {}

    ReplyTransaction(Services services) {
        Platform platform = services.platform();
        this.table = Table.of(services);
        this.enquiries = Enquiries.of(services);
        this.clock = platform.clock();
        this.random = platform.random();
        this.retry = new Retry(platform);
    }

    Result write(Enquiry enquiry, Order order) {
        return retry.until(RetryPolicy.WRITERS, enquiry, open -> attempt(open, order))
                .orElseThrow(Retry.TooManyWriters::new);
    }

    private Retry.Attempt<Enquiry, Result> attempt(Enquiry open, Order order) {
        if (open.handling().hasPassed(order.author(), order.request().seen())) {
            return Retry.Attempt.done(new ReplyResult.Refused(Problem.ANSWERED));
        }
        Instant now = clock.instant();
        Message message =
                Message.pending(MessageId.next(now, now, random), order.ready().reply(), order.author());
        Transaction transaction = table.transaction();
        Writes writes = add(transaction, open, message, order);
        Transaction.Outcome outcome = transaction.commit();
        if (outcome.done()) {
            return Retry.Attempt.done(new Written(writes.replied(), message));
        }
        if (outcome.refused(writes.mark())) {
            return Retry.Attempt.done(first(open, order.mark(), order.request()));
        }
        Optional<Enquiry> stands = enquiries.find(open.id());
        return problem(
                        stands,
                        order.ready(),
                        writes.upload().filter(outcome::refused).isPresent())
                .<Retry.Attempt<Enquiry, Result>>map(problem -> Retry.Attempt.done(new ReplyResult.Refused(problem)))
                .orElseGet(() -> Retry.Attempt.again(stands.orElseThrow()));
    }

    private record Writes(Enquiry replied, Transaction.Write mark, Optional<Transaction.Write> upload) {}

    private Writes add(Transaction transaction, Enquiry enquiry, Message message, Order order) {
        Instant now = clock.instant();
        Enquiry replied = enquiry.replied(message, SendingLease.until(now, WhatsAppClient.LONGEST_CALL));
        Transaction.Write mark = transaction.putNew(new SeenMark(order.mark(), enquiry.id(), message.id()).write(now));
        transaction.put(
                MessageItem.writeAnswer(enquiry, message, order.request().seen(), random));
        transaction.update(
                order.ready().mayAlwaysBeSent()
                        ? EnquiryUpdates.repliedByTemplate(replied, random)
                        : EnquiryUpdates.replied(replied, now, random));
        Optional<Transaction.Write> upload = message.file()
                .map(MediaFile::object)
                .map(object -> transaction.deleteUntouched(Task.forgetUpload(enquiry.id(), object, now)));
        return new Writes(replied, mark, upload);
    }

    /** Why it can never be written down, if so; else another writer was faster. */
    private Optional<Problem> problem(Optional<Enquiry> stands, ReplyPreparation.Ready ready, boolean uploadIsGone) {
        if (stands.isEmpty()) {
            return Optional.of(Problem.NOT_FOUND);
        }
        if (!ready.mayAlwaysBeSent() && !clock.instant().isBefore(stands.get().replyUntil())) {
            return Optional.of(Problem.WINDOW_CLOSED);
        }
        return uploadIsGone ? Optional.of(Problem.ATTACHMENT_GONE) : Optional.empty();
    }

    /** What this key has sent, if it has. */
    Optional<ReplyResult.NotSent> before(Enquiry enquiry, String mark, ReplyRequest request) {
        return SeenMark.stands(table, mark) ? Optional.of(first(enquiry, mark, request)) : Optional.empty();
    }

    private ReplyResult.NotSent first(Enquiry enquiry, String mark, ReplyRequest request) {
        return SeenMark.find(table, mark)
                .flatMap(seen -> enquiries.message(enquiry, seen.message()))
                .<ReplyResult.NotSent>map(first -> request.became(first)
                        ? new ReplyResult.AlreadySent(first)
                        : new ReplyResult.Refused(Problem.IDEMPOTENCY_MISMATCH))
                .orElseGet(() -> new ReplyResult.Refused(Problem.NOT_FOUND));
    }
}
