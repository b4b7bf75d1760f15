package org.sprechstunde.reply;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.enquiry.Message.Direction;
import org.sprechstunde.enquiry.Person;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.Problem;
import org.sprechstunde.platform.Retry;
import org.sprechstunde.platform.RetryPolicy;
import org.sprechstunde.platform.Services;
import org.sprechstunde.reply.ReplyPreparation.Ready;
import org.sprechstunde.store.Enquiries;
import org.sprechstunde.store.ItemKey;
import org.sprechstunde.store.MessageUpdates;
import org.sprechstunde.store.SeenMark;
import org.sprechstunde.store.Table;
import org.sprechstunde.store.Transaction;

/**
 * Lets an answer be sent once more of which nobody knows whether it went out: the same message, at the mayor's wish alone,
 * and not while a status of the first sending may still settle it.
 */
final class SecondSending {
    private final Table table;
    private final Enquiries enquiries;
    private final ReplyPreparation preparation;
    private final Clock clock;
    private final Retry retry;

    SecondSending(Services services, ReplyPreparation preparation) {
        Platform platform = services.platform();
        this.table = Table.of(services);
        this.enquiries = Enquiries.of(services);
        this.preparation = preparation;
        this.clock = platform.clock();
        this.retry = new Retry(platform);
    }

    sealed interface Result permits Begun, ReplyResult.NotSent {}

    record Begun(Message message, Ready ready) implements Result {}

    /**
     * A wish to send once more.
     *
     * @param mark the seen mark of its idempotency key
     */
    record Order(String mark, ReplyRequest.Again wish, Person author) {}

    Result begin(Enquiry enquiry, Order order) {
        Optional<Message> message =
                enquiries.message(enquiry, order.wish().message()).filter(found -> found.direction() == Direction.OUT);
        if (message.isEmpty()) {
            return new ReplyResult.Refused(Problem.NOT_FOUND);
        }
        if (!message.get().mayBeSentAgain(clock.instant())) {
            return new ReplyResult.Refused(Problem.NOT_UNCLEAR);
        }
        return switch (preparation.of(enquiry, order.wish(), retry)) {
            case ReplyResult.Refused refused -> refused;
            case Ready ready ->
                retry.until(RetryPolicy.WRITERS, enquiry, open -> attempt(open, order, new Begun(message.get(), ready)))
                        .orElseThrow(Retry.TooManyWriters::new);
        };
    }

    /** What is looked at here still holds when it is written down: the enquiry is as it was read. */
    private Retry.Attempt<Enquiry, Result> attempt(Enquiry open, Order order, Begun begun) {
        Instant now = clock.instant();
        if (open.handling().hasPassed(order.author(), order.wish().seen())) {
            return refused(Problem.ANSWERED);
        }
        if (!begun.ready().mayAlwaysBeSent() && !now.isBefore(open.replyUntil())) {
            return refused(Problem.WINDOW_CLOSED);
        }
        Message message = begun.message();
        Transaction transaction = table.transaction();
        Transaction.Write key = transaction.putNew(new SeenMark(order.mark(), open.id(), message.id()).write(now));
        Transaction.Write unclear =
                transaction.update(MessageUpdates.sentAgain(ItemKey.message(open.id(), message.id()), now));
        transaction.checkUnchanged(open);
        Transaction.Outcome outcome = transaction.commit();
        if (outcome.done()) {
            return Retry.Attempt.done(begun);
        }
        if (outcome.refused(key)) {
            return Retry.Attempt.done(new ReplyResult.AlreadySent(message));
        }
        if (outcome.refused(unclear)) {
            return refused(Problem.NOT_UNCLEAR);
        }
        return enquiries
                .find(open.id())
                .<Retry.Attempt<Enquiry, Result>>map(Retry.Attempt::again)
                .orElseGet(() -> refused(Problem.NOT_FOUND));
    }

    private static Retry.Attempt<Enquiry, Result> refused(Problem problem) {
        return Retry.Attempt.done(new ReplyResult.Refused(problem));
    }
}
