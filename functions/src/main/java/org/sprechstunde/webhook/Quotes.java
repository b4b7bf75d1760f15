package org.sprechstunde.webhook;

import java.util.Optional;
import org.sprechstunde.crypto.Pseudonyms;
import org.sprechstunde.enquiry.MessageContext;
import org.sprechstunde.enquiry.MessageContext.Quote;
import org.sprechstunde.enquiry.MessageId;
import org.sprechstunde.platform.RandomId;
import org.sprechstunde.store.Table;
import org.sprechstunde.whatsapp.inbound.InboundEvent;
import org.sprechstunde.whatsapp.inbound.Wamid;

/** Which message an arriving one quotes, only within its own enquiry. */
record Quotes(Optional<MarkedMessage> mark) {

    static Quotes find(Table table, InboundEvent.Written message, Pseudonyms pseudonyms) {
        return new Quotes(
                message.quoted().flatMap(wamid -> MarkedMessage.find(table, pseudonyms.message(Wamid.token(wamid)))));
    }

    /** The message's surroundings, as a part of {@code enquiry}. */
    MessageContext context(InboundEvent.Written message, RandomId enquiry) {
        Optional<MessageId> quoted =
                mark.filter(its -> its.enquiry().equals(enquiry)).map(MarkedMessage::message);
        return message.quoted().isPresent() ? message.context().quoting(new Quote(quoted)) : message.context();
    }
}
