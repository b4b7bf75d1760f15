package org.sprechstunde.reply;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.enquiry.Message.Direction;
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

    Result begin(Enquiry enquiry, String mark, ReplyRequest.Again wish) {
        Optional<Message> message =
                enquiries.message(enquiry, wish.message()).filter(found -> found.direction() == Direction.OUT);
        if (message.isEmpty()) {
            return new ReplyResult.Refused(Problem.NOT_FOUND);
        }
        if (!message.get().mayBeSentAgain(clock.instant())) {
            return new ReplyResult.Refused(Problem.NOT_UNCLEAR);
        }
        return switch (preparation.of(enquiry, wish, retry)) {
            case ReplyResult.Refused refused -> refused;
            case Ready ready ->
                retry.until(RetryPolicy.WRITERS, () -> attempt(enquiry, mark, new Begun(message.get(), ready)))
                        .orElseThrow(Retry.TooManyWriters::new);
        };
    }

    /** Empty if another writer was faster. */
    private Optional<Result> attempt(Enquiry enquiry, String mark, Begun begun) {
        Instant now = clock.instant();
        Message message = begun.message();
        Transaction transaction = table.transaction();
        Transaction.Write key = transaction.putNew(new SeenMark(mark, enquiry.id(), message.id()).write(now));
        Transaction.Write unclear =
                transaction.update(MessageUpdates.sentAgain(ItemKey.message(enquiry.id(), message.id()), now));
        Optional<Transaction.Write> answerable = begun.ready().mayAlwaysBeSent()
                ? Optional.empty()
                : Optional.of(transaction.checkAnswerable(enquiry, now));
        Transaction.Outcome outcome = transaction.commit();
        if (outcome.done()) {
            return Optional.of(begun);
        }
        if (outcome.refused(key)) {
            return Optional.of(new ReplyResult.AlreadySent(message));
        }
        if (outcome.refused(unclear)) {
            return Optional.of(new ReplyResult.Refused(Problem.NOT_UNCLEAR));
        }
        return answerable.filter(outcome::refused).map(_ -> new ReplyResult.Refused(problem(enquiry)));
    }

    private Problem problem(Enquiry enquiry) {
        return enquiries.find(enquiry.id()).isEmpty() ? Problem.NOT_FOUND : Problem.WINDOW_CLOSED;
    }
}
