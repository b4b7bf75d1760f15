package org.sprechstunde.enquiry;

import java.util.Optional;

/**
 * What surrounds a message besides its own words.
 *
 * @param quote the message that it answers
 * @param referral the advertisement that the citizen came from
 */
public record MessageContext(Optional<Quote> quote, Forwarding forwarding, Optional<Referral> referral) {
    public static final MessageContext NONE = new MessageContext(Optional.empty(), Forwarding.NONE, Optional.empty());

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

    public MessageContext quoting(Quote quoted) {
        return new MessageContext(Optional.of(quoted), forwarding, referral);
    }
}
