package org.sprechstunde.webhook;

import java.time.Clock;
import java.util.Optional;
import org.sprechstunde.crypto.Pseudonyms;
import org.sprechstunde.enquiry.Delivery;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.LogEvent;
import org.sprechstunde.platform.LogField;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.RandomId;
import org.sprechstunde.platform.Secrets;
import org.sprechstunde.platform.Services;
import org.sprechstunde.store.AnswerMarks;
import org.sprechstunde.store.AnswerMarks.Answer;
import org.sprechstunde.store.DeliveryUpdates;
import org.sprechstunde.store.ItemKey;
import org.sprechstunde.store.KeywordAnswer;
import org.sprechstunde.store.MessageUpdates;
import org.sprechstunde.store.Table;
import org.sprechstunde.whatsapp.CallbackData;
import org.sprechstunde.whatsapp.KeywordCallback;
import org.sprechstunde.whatsapp.SendingBlocked;
import org.sprechstunde.whatsapp.inbound.DeliveryStatus;
import org.sprechstunde.whatsapp.inbound.UnansweredKeyword;
import org.sprechstunde.whatsapp.inbound.Wamid;

/** Moves the mayor's answers on as WhatsApp tells of them, and marks by which id WhatsApp knows them. */
final class DeliveryStatuses {
    private final Table table;
    private final DeliveryUpdates updates;
    private final AnswerMarks marks;
    private final UnansweredKeywords unansweredKeywords;
    private final Secrets secrets;
    private final Clock clock;

    DeliveryStatuses(UnansweredKeywords unansweredKeywords, Services services) {
        Platform platform = services.platform();
        this.table = Table.of(services);
        this.updates = new DeliveryUpdates(table);
        this.marks = new AnswerMarks(table);
        this.unansweredKeywords = unansweredKeywords;
        this.secrets = services.secrets();
        this.clock = platform.clock();
    }

    /**
     * A status of a forgotten answer finds nothing and is forgotten as well.
     *
     * @return whether what follows from it is durable
     */
    boolean apply(DeliveryStatus status) {
        var delivery = new Delivery(status.state(), status.code());
        Optional<String> mark =
                status.wamid().map(wamid -> Pseudonyms.current(secrets).message(Wamid.token(wamid)));
        boolean moved = status.callback()
                .map(ours -> moved(ours, delivery, mark))
                .or(() -> mark.map(id -> moved(id, delivery)))
                .orElse(false);
        Optional<UnansweredKeyword> keyword = moved ? Optional.empty() : mark.flatMap(id -> ofKeyword(status, id));
        if (keyword.isPresent()) {
            return unansweredKeywords.take(keyword.get());
        }
        Log.event(moved ? LogEvent.STATUS_APPLIED : LogEvent.STATUS_FORGOTTEN, LogField.what(status.state()));
        SendingBlocked.tell(delivery.reason());
        return true;
    }

    /** Of an answer to a citizen's word, nobody asks how far it came unless it did not. */
    private Optional<UnansweredKeyword> ofKeyword(DeliveryStatus status, String mark) {
        return status.callback().isEmpty() && status.state() == Delivery.State.FAILED
                ? KeywordAnswer.find(table, mark)
                        .map(answer -> new KeywordCallback(answer.word(), answer.mark()))
                        .map(answer -> new UnansweredKeyword(
                                answer, status.wamid().orElseThrow(), status.recipient(), status.at(), status.code()))
                : Optional.empty();
    }

    private boolean moved(CallbackData ours, Delivery delivery, Optional<String> mark) {
        if (ours.reaction().isPresent()) {
            return reacted(ours, delivery, ours.reaction().get());
        }
        boolean moved = updates.move(ours.enquiry(), ours.message(), delivery);
        mark.filter(_ -> moved).ifPresent(id -> marks.mark(new Answer(ours.enquiry(), ours.message()), id));
        return moved;
    }

    /** It brings nothing of ours, so the mark tells whose it is; what comes before the mark waits for it. */
    private boolean moved(String mark, Delivery delivery) {
        Optional<Answer> answer = marks.find(mark);
        if (answer.isEmpty() && !marks.toldEarly(mark, delivery, clock.instant())) {
            answer = marks.find(mark);
        }
        return answer.filter(its -> updates.move(its.enquiry(), its.message(), delivery))
                .isPresent();
    }

    /** The mayor's emoji is shown since WhatsApp took it; only that it did not arrive changes something. */
    private boolean reacted(CallbackData ours, Delivery delivery, RandomId token) {
        ItemKey message = ItemKey.message(ours.enquiry(), ours.message());
        return delivery.state() == Delivery.State.FAILED
                && MessageUpdates.reactionFailed(message, token).isWritten(table);
    }
}
