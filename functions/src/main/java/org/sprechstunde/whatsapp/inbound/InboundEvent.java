package org.sprechstunde.whatsapp.inbound;

import java.time.Instant;
import java.util.Optional;
import org.sprechstunde.enquiry.Identity;
import org.sprechstunde.enquiry.Keyword;
import org.sprechstunde.enquiry.MessageContent;
import org.sprechstunde.enquiry.MessageContext;
import org.sprechstunde.platform.RandomId;

/** What a citizen does, as a webhook brings it. */
public sealed interface InboundEvent {
    Identity citizen();

    /** WhatsApp's id of it, which contains who wrote it. */
    String wamid();

    /**
     * Writes a message.
     *
     * @param written by WhatsApp's clock, in whole seconds
     * @param quoted id of the message that this one answers
     */
    record Written(
            Identity citizen,
            String wamid,
            Instant written,
            MessageContent content,
            Optional<String> quoted,
            MessageContext context)
            implements InboundEvent {
        /** A message that stands by itself. */
        public Written(Identity citizen, String wamid, Instant written, MessageContent content) {
            this(citizen, wamid, written, content, Optional.empty(), MessageContext.NONE);
        }

        /** The same message, by somebody of whom more is known. */
        public Written by(Identity known) {
            return new Written(known, wamid, written, content, quoted, context);
        }

        /** The wish that the message is, in the place of its words. */
        public Written wishing(Keyword word) {
            return new Written(citizen, wamid, written, new MessageContent.Wish(word));
        }
    }

    /**
     * Puts a sign on a message, or takes it back.
     *
     * @param original id of that message
     * @param at by WhatsApp's clock, in whole seconds
     * @param emoji absent if it is taken back
     */
    record Reacted(Identity citizen, String wamid, String original, Instant at, Optional<String> emoji)
            implements InboundEvent {}

    /**
     * Sends one of the citizen's own words.
     *
     * @param message the same as an ordinary one, which it becomes where nothing else comes of it
     * @param bare exactly the word that the town told, which is no message to the mayor
     */
    record Asked(Written message, Keyword word, boolean bare) implements InboundEvent {
        @Override
        public Identity citizen() {
            return message.citizen();
        }

        @Override
        public String wamid() {
            return message.wamid();
        }
    }

    /**
     * Taps the button that erases.
     *
     * @param message the same as an ordinary one
     * @param enquiry which the button was made for; it may have gone since
     */
    record Confirmed(Written message, RandomId enquiry) implements InboundEvent {
        @Override
        public Identity citizen() {
            return message.citizen();
        }

        @Override
        public String wamid() {
            return message.wamid();
        }
    }

    /**
     * Changes what a message says.
     *
     * @param original id of the message that is changed
     * @param at by WhatsApp's clock, in whole seconds
     * @param content the whole message as it is now
     */
    record Edited(Identity citizen, String wamid, String original, Instant at, MessageContent content)
            implements InboundEvent {}

    /**
     * Takes a message back.
     *
     * @param original id of the message that is to be gone
     */
    record Revoked(Identity citizen, String wamid, String original) implements InboundEvent {}

    /**
     * Goes on under another identity.
     *
     * @param former who the citizen was
     * @param keepsNumber only the user id has changed
     */
    record Moved(Identity former, Identity citizen, String wamid, boolean keepsNumber) implements InboundEvent {}
}
