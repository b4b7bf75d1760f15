package org.sprechstunde.reply;

import java.util.Optional;
import org.sprechstunde.enquiry.Direction;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.enquiry.MessageId;
import org.sprechstunde.enquiry.Reply;
import org.sprechstunde.platform.Problem;
import org.sprechstunde.store.Enquiries;
import org.sprechstunde.whatsapp.Outgoing;

/** Makes of a draft what can be written down and sent. */
final class Preparation {
    private final Enquiries enquiries;

    Preparation(Enquiries enquiries) {
        this.enquiries = enquiries;
    }

    sealed interface Result permits Ready, Refused {}

    /**
     * Everything that writing down and sending need.
     *
     * @param quoted WhatsApp's id of the quoted message
     */
    record Ready(Reply reply, Outgoing outgoing, Optional<String> quoted) implements Result {}

    Result of(Enquiry enquiry, Draft draft) {
        return switch (draft) {
            case Draft.Free free -> free(enquiry, free);
        };
    }

    private Result free(Enquiry enquiry, Draft.Free draft) {
        Reply reply = Reply.of(draft.text());
        Outgoing outgoing = new Outgoing.Text(draft.text());
        if (draft.quote().isEmpty()) {
            return new Ready(reply, outgoing, Optional.empty());
        }
        MessageId quote = draft.quote().get();
        return wamid(enquiry, quote)
                .<Result>map(wamid -> new Ready(reply.quoting(quote), outgoing, Optional.of(wamid)))
                .orElseGet(() -> new Refused(Problem.UNKNOWN_QUOTE));
    }

    /** Only what the citizen has sent in this very enquiry has one. */
    private Optional<String> wamid(Enquiry enquiry, MessageId message) {
        return enquiries
                .message(enquiry, message)
                .filter(found -> found.direction() == Direction.IN)
                .flatMap(Message::whatsAppId);
    }
}
