package org.sprechstunde.webhook;

import java.util.List;
import org.sprechstunde.whatsapp.inbound.InboundEvent;

/** Messages of one citizen, in the order in which they came, that one transaction takes. There is no run of two citizens. */
record MessageRun(List<InboundEvent.Written> messages) {

    MessageRun {
        messages = List.copyOf(messages);
        if (messages.stream().map(MessageRun::writer).distinct().count() != 1) {
            throw new IllegalArgumentException("a run is of one citizen");
        }
    }

    static MessageRun of(InboundEvent.Written message) {
        return new MessageRun(List.of(message));
    }

    private static String writer(InboundEvent message) {
        return message.citizen().stableId();
    }
}
