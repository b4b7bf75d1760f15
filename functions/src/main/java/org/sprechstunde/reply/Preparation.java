package org.sprechstunde.reply;

import java.util.Optional;
import org.sprechstunde.enquiry.Content;
import org.sprechstunde.enquiry.Context;
import org.sprechstunde.enquiry.Direction;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.enquiry.MessageId;
import org.sprechstunde.enquiry.Reply;
import org.sprechstunde.platform.Problem;
import org.sprechstunde.store.Enquiries;
import org.sprechstunde.whatsapp.Outgoing;
import org.sprechstunde.whatsapp.Template;
import org.sprechstunde.whatsapp.Templates;

/** Makes of a draft what can be written down and sent. */
final class Preparation {
    private final Enquiries enquiries;
    private final Templates templates;

    Preparation(Enquiries enquiries, Templates templates) {
        this.enquiries = enquiries;
        this.templates = templates;
    }

    sealed interface Result permits Ready, Refused {}

    /**
     * Everything that writing down and sending need.
     *
     * @param quoted WhatsApp's id of the quoted message
     */
    record Ready(Reply reply, Outgoing outgoing, Optional<String> quoted) implements Result {
        /** Templates may be sent after WhatsApp's 24 hours too. */
        boolean mayAlwaysBeSent() {
            return outgoing instanceof Outgoing.Template;
        }
    }

    Result of(Enquiry enquiry, Draft draft) {
        return switch (draft) {
            case Draft.Free free -> free(enquiry, free);
            case Draft.Template(String name, String language) ->
                templates
                        .find(name, language)
                        .<Result>map(template -> filled(enquiry, template))
                        .orElseGet(() -> new Refused(Problem.UNKNOWN_TEMPLATE));
        };
    }

    private static Ready filled(Enquiry enquiry, Template template) {
        Optional<String> name = enquiry.identity().name();
        var content = new Content.Template(template.name(), template.language(), template.words(name));
        return new Ready(
                new Reply(content, Optional.empty(), Context.NONE),
                new Outgoing.Template(template.name(), template.language(), template.parameters(name)),
                Optional.empty());
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
