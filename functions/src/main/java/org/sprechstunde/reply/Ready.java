package org.sprechstunde.reply;

import java.util.Optional;
import org.sprechstunde.enquiry.Message.Reply;
import org.sprechstunde.enquiry.MessageContent;
import org.sprechstunde.whatsapp.OutboundContent;

/**
 * An answer that can be written down and sent.
 *
 * @param quoted WhatsApp's id of the quoted message
 */
record Ready(Reply reply, OutboundContent outgoing, Optional<String> quoted) implements ReplyPreparation.Result {

    static Ready of(Reply reply, OutboundContent outgoing) {
        return new Ready(reply, outgoing, Optional.empty());
    }

    /** Templates may be sent after WhatsApp's 24 hours too. */
    boolean mayAlwaysBeSent() {
        return outgoing instanceof OutboundContent.Template;
    }

    /** The id of the file that was brought to WhatsApp for it. */
    Optional<String> copyAtWhatsApp() {
        return reply.content() instanceof MessageContent.Media media
                ? Optional.of(media.file().mediaId())
                : Optional.empty();
    }
}
