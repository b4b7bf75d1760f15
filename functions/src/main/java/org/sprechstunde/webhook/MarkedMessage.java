package org.sprechstunde.webhook;

import java.util.Optional;
import org.sprechstunde.enquiry.MessageId;
import org.sprechstunde.platform.RandomId;
import org.sprechstunde.store.AnswerMarks;
import org.sprechstunde.store.SeenMark;
import org.sprechstunde.store.Table;

/**
 * A message that a citizen points at: their own, known by its seen mark for ten days, or the mayor's answer, known as long as
 * it stands.
 */
record MarkedMessage(RandomId enquiry, MessageId message) {

    /** The one whose id at WhatsApp has this keyed hash. */
    static Optional<MarkedMessage> find(Table table, String hmac) {
        return SeenMark.find(table, hmac)
                .map(seen -> new MarkedMessage(seen.enquiry(), seen.message()))
                .or(() -> new AnswerMarks(table)
                        .find(hmac)
                        .map(answer -> new MarkedMessage(answer.enquiry(), answer.message())));
    }
}
