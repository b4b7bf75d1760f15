package org.sprechstunde.webhook;

import java.util.Optional;
import org.sprechstunde.enquiry.Context;
import org.sprechstunde.enquiry.Context.Quote;
import org.sprechstunde.enquiry.MessageId;
import org.sprechstunde.enquiry.Pseudonyms;
import org.sprechstunde.platform.RandomId;
import org.sprechstunde.store.SeenMark;
import org.sprechstunde.store.Table;
import org.sprechstunde.whatsapp.Inbound;
import org.sprechstunde.whatsapp.Wamid;

/** Which message an arriving one quotes: known by its seen mark for ten days, and only within its own enquiry. */
record Quotes(Optional<SeenMark> mark) {

    static Quotes find(Table table, Inbound.Written message, Pseudonyms pseudonyms) {
        return new Quotes(
                message.quoted().flatMap(wamid -> SeenMark.find(table, pseudonyms.message(Wamid.token(wamid)))));
    }

    /** The message's surroundings, as a part of {@code enquiry}. */
    Context context(Inbound.Written message, RandomId enquiry) {
        Optional<MessageId> quoted =
                mark.filter(its -> its.enquiry().equals(enquiry)).map(SeenMark::message);
        return message.quoted().isPresent() ? message.context().quoting(new Quote(quoted)) : message.context();
    }
}
