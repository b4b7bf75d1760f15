package org.sprechstunde.local.stores;

import java.time.Instant;

/** An e-mail as it would lie in a mailbox. */
public record Mail(Instant at, String to, String subject, String body) {
    @Override
    public String toString() {
        return at + "\nAn: " + to + "\nBetreff: " + subject + "\n\n" + body;
    }
}
