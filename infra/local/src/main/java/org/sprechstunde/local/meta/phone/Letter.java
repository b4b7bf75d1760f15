package org.sprechstunde.local.meta.phone;

import java.time.Instant;
import java.util.Optional;

/**
 * A draft and its circumstances.
 *
 * @param at when it was written; absent for now
 * @param replyTo the id of the message that it quotes
 */
public record Letter(Draft draft, Optional<Instant> at, Optional<String> replyTo) {

    public static Letter of(Draft draft) {
        return new Letter(draft, Optional.empty(), Optional.empty());
    }

    public static Letter text(String body) {
        return of(new Draft.Text(body));
    }

    /** The same, written at another time. */
    public Letter at(Instant time) {
        return new Letter(draft, Optional.of(time), replyTo);
    }

    /** The same, quoting a message. */
    public Letter replyingTo(String wamid) {
        return new Letter(draft, at, Optional.of(wamid));
    }
}
