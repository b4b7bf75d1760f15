package org.sprechstunde.whatsapp;

import java.util.OptionalLong;
import java.util.Set;

/** What came of sending. */
public sealed interface SendResult {

    /** WhatsApp has taken it; delivery is told by statuses. */
    record Accepted() implements SendResult {}

    /** WhatsApp will not send it, for the reason with this code, if it names one. */
    record Refused(OptionalLong code) implements SendResult {
        /** Limits, outages and a token that has run out; tomorrow, WhatsApp may take the same message. */
        private static final Set<Long> PASSING =
                Set.of(1L, 2L, 4L, 190L, 80_007L, 130_429L, 131_000L, 131_016L, 131_056L, 131_057L, 133_004L);

        /** Whether the reason passes by itself or by the admin's doing. */
        public boolean isPassing() {
            return code.isPresent() && PASSING.contains(code.getAsLong());
        }
    }

    /** No word came back: it may or may not be on its way, so it must not be sent again. */
    record Unclear() implements SendResult {}
}
