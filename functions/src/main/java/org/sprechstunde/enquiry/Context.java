package org.sprechstunde.enquiry;

import java.util.Optional;

/**
 * What surrounds a message besides its own words.
 *
 * @param quote the message that it answers
 * @param referral the advertisement that the citizen came from
 */
public record Context(Optional<Quote> quote, Forwarding forwarding, Optional<Referral> referral) {
    public static final Context NONE = new Context(Optional.empty(), Forwarding.NONE, Optional.empty());

    /** How often others have passed it on before. */
    public enum Forwarding {
        NONE,
        ONCE,
        OFTEN
    }

    /**
     * A quoted message.
     *
     * @param message absent where it is no message of this enquiry, or no longer known
     */
    public record Quote(Optional<MessageId> message) {}

    /** An advertisement or a post: where it stands, and its heading. */
    public record Referral(Optional<String> heading, Optional<String> address) {}

    public Context quoting(Quote quoted) {
        return new Context(Optional.of(quoted), forwarding, referral);
    }
}
