package org.sprechstunde.reply;

import java.util.Optional;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.enquiry.Message.Direction;
import org.sprechstunde.enquiry.Message.Reply;
import org.sprechstunde.enquiry.MessageContent;
import org.sprechstunde.enquiry.MessageContext;
import org.sprechstunde.enquiry.MessageId;
import org.sprechstunde.platform.Problem;
import org.sprechstunde.store.Enquiries;
import org.sprechstunde.whatsapp.MessageTemplate;
import org.sprechstunde.whatsapp.MessageTemplates;
import org.sprechstunde.whatsapp.OutboundContent;

/** Makes of a draft what can be written down and sent. */
final class ReplyPreparation {
    private final Enquiries enquiries;
    private final MessageTemplates templates;
    private final AttachmentSender attachmentSender;

    ReplyPreparation(Enquiries enquiries, MessageTemplates templates, AttachmentSender attachmentSender) {
        this.enquiries = enquiries;
        this.templates = templates;
        this.attachmentSender = attachmentSender;
    }

    sealed interface Result permits Ready, Refused {}

    Result of(Enquiry enquiry, ReplyRequest replyRequest, ResendPolicy resendPolicy) {
        return switch (replyRequest) {
            case ReplyRequest.Free free -> free(enquiry, free, resendPolicy);
            case ReplyRequest.Template(String name, String language) ->
                templates
                        .find(name, language)
                        .<Result>map(template -> filled(enquiry, template))
                        .orElseGet(() -> new Refused(Problem.UNKNOWN_TEMPLATE));
        };
    }

    private static Ready filled(Enquiry enquiry, MessageTemplate template) {
        Optional<String> name = enquiry.identity().name();
        var content = new MessageContent.Template(template.name(), template.language(), template.words(name));
        return Ready.of(
                new Reply(content, Optional.empty(), MessageContext.NONE),
                new OutboundContent.Template(template.name(), template.language(), template.parameters(name)));
    }

    /** The quote comes first: what cannot be sent brings no file to WhatsApp. */
    private Result free(Enquiry enquiry, ReplyRequest.Free replyRequest, ResendPolicy resendPolicy) {
        Optional<String> wamid = replyRequest.quote().flatMap(quote -> wamid(enquiry, quote));
        if (replyRequest.quote().isPresent() && wamid.isEmpty()) {
            return new Refused(Problem.UNKNOWN_QUOTE);
        }
        return switch (unquoted(enquiry, replyRequest, resendPolicy)) {
            case Refused refused -> refused;
            case Ready ready -> {
                Reply reply = ready.reply();
                yield new Ready(replyRequest.quote().map(reply::quoting).orElse(reply), ready.outgoing(), wamid);
            }
        };
    }

    private Result unquoted(Enquiry enquiry, ReplyRequest.Free replyRequest, ResendPolicy resendPolicy) {
        return replyRequest
                .enclosure()
                .map(enclosure -> attachmentSender.enclose(enquiry, enclosure, replyRequest.text(), resendPolicy))
                .orElseGet(() -> {
                    String text = replyRequest.text().orElseThrow();
                    return Ready.of(Reply.of(text), new OutboundContent.Text(text));
                });
    }

    /** Only what the citizen has sent in this very enquiry has one. */
    private Optional<String> wamid(Enquiry enquiry, MessageId message) {
        return enquiries
                .message(enquiry, message)
                .filter(found -> found.direction() == Direction.IN)
                .flatMap(Message::whatsAppId);
    }
}
