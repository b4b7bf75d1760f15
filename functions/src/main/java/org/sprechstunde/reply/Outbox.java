package org.sprechstunde.reply;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.enquiry.MessageId;
import org.sprechstunde.enquiry.Pseudonyms;
import org.sprechstunde.enquiry.Retention;
import org.sprechstunde.platform.Pause;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.Problem;
import org.sprechstunde.platform.Secrets;
import org.sprechstunde.reply.Preparation.Ready;
import org.sprechstunde.store.DeliveryUpdates;
import org.sprechstunde.store.Enquiries;
import org.sprechstunde.store.EnquiryChanges;
import org.sprechstunde.store.MessageItem;
import org.sprechstunde.store.Outcome;
import org.sprechstunde.store.SeenMark;
import org.sprechstunde.store.Table;
import org.sprechstunde.store.Writes;
import org.sprechstunde.whatsapp.Templates;
import org.sprechstunde.whatsapp.WhatsApp;

/**
 * Sends an answer at most once. It is written down as pending before it is sent, so that a crash in
 * between shows as "unknown" and is never repeated; the status webhook settles it.
 */
final class Outbox {
    private static final int MARK = 0;
    private static final int ROUNDS = 12;
    private static final Duration WAIT = Duration.ofMillis(20);

    private final Table table;
    private final Means means;
    private final Preparation preparation;
    private final Dispatch dispatch;
    private final Writes writes;
    private final Retention retention;
    private final Clock clock;
    private final Pause pause;
    private final SecureRandom random;

    record Means(Enquiries enquiries, WhatsApp whatsApp, Secrets secrets) {}

    sealed interface Result permits Sent, Before, Refused {}

    record Sent(Message message) implements Result {}

    /** The same key had already sent this. */
    record Before(Message message) implements Result {}

    Outbox(Table table, Means means, Platform platform) {
        this.table = table;
        this.means = means;
        this.preparation = new Preparation(means.enquiries(), Templates.of(platform.settings()));
        this.dispatch = new Dispatch(means.whatsApp(), new DeliveryUpdates(table, platform.pause()));
        this.writes = new Writes(table);
        this.retention = Retention.of(platform.settings());
        this.clock = platform.clock();
        this.pause = platform.pause();
        this.random = platform.random();
    }

    /** A key that has already sent is not even prepared again: what it quoted may be gone by now. */
    Result send(Enquiry enquiry, String idempotencyKey, Draft draft) {
        String mark = new Pseudonyms(means.secrets().current().pepperKey())
                .reply(enquiry.id().value(), idempotencyKey);
        if (SeenMark.stands(table, mark)) {
            return before(enquiry, mark, draft);
        }
        return switch (preparation.of(enquiry, draft)) {
            case Refused refused -> refused;
            case Ready ready -> send(enquiry, mark, draft, ready);
        };
    }

    private Result send(Enquiry enquiry, String mark, Draft draft, Ready ready) {
        Enquiry open = enquiry;
        for (int round = 0; round < ROUNDS; round++) {
            Message message = Message.pending(MessageId.next(clock.instant(), clock.instant(), random), ready.reply());
            Outcome outcome = writeDown(open, message, mark, ready);
            if (outcome.done()) {
                return new Sent(dispatch.send(open, message, ready));
            }
            if (outcome.refused(MARK)) {
                return before(open, mark, draft);
            }
            Optional<Enquiry> now = means.enquiries().find(enquiry.id());
            if (now.isEmpty()) {
                return new Refused(Problem.NOT_FOUND);
            }
            if (!ready.mayAlwaysBeSent() && !clock.instant().isBefore(now.get().replyUntil())) {
                return new Refused(Problem.WINDOW_CLOSED);
            }
            open = now.get();
            pause.of(WAIT.multipliedBy(round));
        }
        throw new IllegalStateException("too many writers on one enquiry");
    }

    private Outcome writeDown(Enquiry enquiry, Message message, String mark, Ready ready) {
        Instant now = clock.instant();
        Enquiry replied = enquiry.replied(message, retention);
        return table.transact(List.of(
                writes.putNew(new SeenMark(mark, enquiry.id(), message.id()).write(now)),
                writes.put(MessageItem.write(enquiry, message, retention.latest(enquiry.opened()), random)),
                (ready.mayAlwaysBeSent()
                                ? EnquiryChanges.repliedByTemplate(replied, random)
                                : EnquiryChanges.replied(replied, now, random))
                        .in(table)));
    }

    private Result before(Enquiry enquiry, String mark, Draft draft) {
        return SeenMark.find(table, mark)
                .flatMap(seen -> means.enquiries().message(enquiry, seen.message()))
                .<Result>map(
                        first -> draft.became(first) ? new Before(first) : new Refused(Problem.IDEMPOTENCY_MISMATCH))
                .orElseGet(() -> new Refused(Problem.NOT_FOUND));
    }
}
