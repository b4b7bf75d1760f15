package org.sprechstunde.emulator.phone;

import java.time.Instant;
import java.util.Optional;

/**
 * A draft and its circumstances.
 *
 * @param at when it was written; absent for now
 * @param replyTo the id of the message that it quotes
 */
public record CitizenMessage(MessageDraft draft, Optional<Instant> at, Optional<String> replyTo) {

    public static CitizenMessage of(MessageDraft draft) {
        return new CitizenMessage(draft, Optional.empty(), Optional.empty());
    }

    public static CitizenMessage text(String body) {
        return of(new MessageDraft.Text(body));
    }

    /** The same, written at another time. */
    public CitizenMessage at(Instant time) {
        return new CitizenMessage(draft, Optional.of(time), replyTo);
    }

    /** The same, quoting a message. */
    public CitizenMessage replyingTo(String wamid) {
        return new CitizenMessage(draft, at, Optional.of(wamid));
    }
}
