package org.sprechstunde.reply;

import java.util.Optional;
import org.sprechstunde.enquiry.Content;
import org.sprechstunde.enquiry.Reply;
import org.sprechstunde.whatsapp.Outgoing;

/**
 * An answer that can be written down and sent.
 *
 * @param quoted WhatsApp's id of the quoted message
 */
record Ready(Reply reply, Outgoing outgoing, Optional<String> quoted) implements Preparation.Result {

    static Ready of(Reply reply, Outgoing outgoing) {
        return new Ready(reply, outgoing, Optional.empty());
    }

    /** Templates may be sent after WhatsApp's 24 hours too. */
    boolean mayAlwaysBeSent() {
        return outgoing instanceof Outgoing.Template;
    }

    /** The id of the file that was brought to WhatsApp for it. */
    Optional<String> copyAtWhatsApp() {
        return reply.content() instanceof Content.Media media
                ? Optional.of(media.file().mediaId())
                : Optional.empty();
    }
}
