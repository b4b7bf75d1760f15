package org.sprechstunde.whatsapp;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.sprechstunde.enquiry.FailureReason;
import org.sprechstunde.enquiry.FailureReason.NextTry;

/** What came of sending. */
public sealed interface SendResult {

    /** Limits and outages that WhatsApp names: in a moment, it may take the same message. */
    default boolean isWorthAnotherTry() {
        return this instanceof Refused refused && refused.reason().nextTry() == NextTry.PATIENT;
    }

    /** WhatsApp has taken it, and knows it by this id, if it named one; delivery is told by statuses. */
    record Accepted(Optional<String> wamid) implements SendResult {}

    /** How long WhatsApp wants to be left in peace before the same is asked for again. */
    default Duration patience() {
        return this instanceof Refused refused ? refused.patience() : Duration.ZERO;
    }

    /** WhatsApp will not send it, for the reason with this code, if it names one. */
    record Refused(OptionalLong code, Duration patience) implements SendResult {
        public Refused(OptionalLong code) {
            this(code, Duration.ZERO);
        }

        public FailureReason reason() {
            return FailureReason.of(code);
        }

        /** Limits, outages and a token that has run out: tomorrow, WhatsApp may take the same message. */
        public boolean isPassing() {
            return reason().nextTry() == NextTry.PATIENT || reason().nextTry() == NextTry.FRESH_TOKEN;
        }
    }

    /** No word came back: it may or may not be on its way, so it must not be sent again. */
    record Unclear() implements SendResult {}
}
