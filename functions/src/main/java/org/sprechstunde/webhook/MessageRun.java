package org.sprechstunde.webhook;

import java.util.List;
import org.sprechstunde.whatsapp.inbound.InboundEvent;

/**
 * Messages of one citizen, who is told by the same ids in all of them, in the order in which they came, that one transaction
 * takes. There is no run of two citizens.
 */
record MessageRun(List<InboundEvent.Written> messages) {

    MessageRun {
        messages = List.copyOf(messages);
        List<String> writer = messages.getFirst().citizen().ids();
        for (InboundEvent.Written message : messages) {
            if (!message.citizen().ids().equals(writer)) {
                throw new IllegalArgumentException("a run is of one citizen");
            }
        }
    }

    static MessageRun of(InboundEvent.Written message) {
        return new MessageRun(List.of(message));
    }
}
