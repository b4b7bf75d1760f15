package org.sprechstunde.reply;

import java.util.Optional;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.enquiry.Message.Direction;
import org.sprechstunde.enquiry.Message.Reply;
import org.sprechstunde.enquiry.MessageContent;
import org.sprechstunde.enquiry.MessageContext;
import org.sprechstunde.enquiry.MessageContext.Quote;
import org.sprechstunde.enquiry.MessageId;
import org.sprechstunde.platform.Problem;
import org.sprechstunde.platform.Retry;
import org.sprechstunde.platform.Services;
import org.sprechstunde.store.Enquiries;
import org.sprechstunde.whatsapp.MessageTemplate;
import org.sprechstunde.whatsapp.MessageTemplates;
import org.sprechstunde.whatsapp.OutboundMessage;

/** Makes of a draft what can be written down and sent. */
final class ReplyPreparation {
    private final Enquiries enquiries;
    private final MessageTemplates templates;
    private final AttachmentTransfer attachmentTransfer;

    ReplyPreparation(Services services) {
        this.enquiries = Enquiries.of(services);
        this.templates = MessageTemplates.of(services.platform().settings());
        this.attachmentTransfer = new AttachmentTransfer(services);
    }

    sealed interface Result permits Ready, ReplyResult.Refused {}

    /**
     * An answer that can be written down and sent.
     *
     * @param quoted WhatsApp's id of the quoted message
     */
    record Ready(Reply reply, OutboundMessage.Content outgoing, Optional<String> quoted) implements Result {

        static Ready of(Reply reply, OutboundMessage.Content outgoing) {
            return new Ready(reply, outgoing, Optional.empty());
        }

        /** Templates may be sent after WhatsApp's 24 hours too. */
        boolean mayAlwaysBeSent() {
            return outgoing instanceof OutboundMessage.Template;
        }

        /** The id of the file that was brought to WhatsApp for it. */
        Optional<String> copyAtWhatsApp() {
            return reply.content() instanceof MessageContent.Media media
                    ? Optional.of(media.file().mediaId())
                    : Optional.empty();
        }
    }

    Result of(Enquiry enquiry, ReplyRequest request, Retry retry) {
        return switch (request) {
            case ReplyRequest.Free free -> free(enquiry, free, retry);
            case ReplyRequest.Template(String name, String language, long _) ->
                templates
                        .find(name, language)
                        .<Result>map(template -> filled(enquiry, template))
                        .orElseGet(() -> new ReplyResult.Refused(Problem.UNKNOWN_TEMPLATE));
            case ReplyRequest.Again(MessageId message, long _) ->
                enquiries
                        .message(enquiry, message)
                        .map(found -> again(enquiry, found))
                        .orElseGet(() -> new ReplyResult.Refused(Problem.NOT_FOUND));
        };
    }

    /** An answer that was written down before, as it goes out; its file lies at WhatsApp since. */
    private Result again(Enquiry enquiry, Message message) {
        Optional<String> name = enquiry.identity().name();
        Optional<OutboundMessage.Content> outgoing = switch (message.content()) {
            case MessageContent.Text(String text) -> Optional.of(new OutboundMessage.Text(text));
            case MessageContent.Image(MessageContent.Attachment file, Optional<String> caption) ->
                Optional.of(new OutboundMessage.Image(file.mediaId(), caption));
            case MessageContent.Document(
                    MessageContent.Attachment file,
                    Optional<String> fileName,
                    Optional<String> caption) ->
                Optional.of(new OutboundMessage.Document(file.mediaId(), caption, fileName));
            case MessageContent.Template sent ->
                templates
                        .find(sent.name(), sent.language())
                        .map(found ->
                                new OutboundMessage.Template(sent.name(), sent.language(), found.parameters(name)));
            case MessageContent.Video _, MessageContent.Audio _, MessageContent.Sticker _ -> Optional.empty();
            case MessageContent.Location _, MessageContent.Contacts _, MessageContent.Choice _ -> Optional.empty();
            case MessageContent.Form _, MessageContent.Order _, MessageContent.Wish _ -> Optional.empty();
            case MessageContent.Unknown _ -> Optional.empty();
        };
        Optional<String> quoted =
                message.context().quote().flatMap(Quote::message).flatMap(quote -> wamid(enquiry, quote));
        return outgoing.<Result>map(content ->
                        new Ready(new Reply(message.content(), message.file(), message.context()), content, quoted))
                .orElseGet(() -> new ReplyResult.Refused(Problem.UNKNOWN_TEMPLATE));
    }

    private static Ready filled(Enquiry enquiry, MessageTemplate template) {
        Optional<String> name = enquiry.identity().name();
        var content = new MessageContent.Template(template.name(), template.language(), template.words(name));
        return Ready.of(
                new Reply(content, Optional.empty(), MessageContext.NONE),
                new OutboundMessage.Template(template.name(), template.language(), template.parameters(name)));
    }

    /** The quote comes first: what cannot be sent brings no file to WhatsApp. */
    private Result free(Enquiry enquiry, ReplyRequest.Free request, Retry retry) {
        Optional<String> wamid = request.quote().flatMap(quote -> wamid(enquiry, quote));
        if (request.quote().isPresent() && wamid.isEmpty()) {
            return new ReplyResult.Refused(Problem.UNKNOWN_QUOTE);
        }
        return switch (unquoted(enquiry, request, retry)) {
            case ReplyResult.Refused refused -> refused;
            case Ready ready -> {
                Reply reply = ready.reply();
                yield new Ready(request.quote().map(reply::quoting).orElse(reply), ready.outgoing(), wamid);
            }
        };
    }

    private Result unquoted(Enquiry enquiry, ReplyRequest.Free request, Retry retry) {
        return request.enclosure()
                .map(enclosure -> attachmentTransfer.enclose(enquiry, enclosure, request.text(), retry))
                .orElseGet(() -> {
                    String text = request.text().orElseThrow();
                    return Ready.of(Reply.of(text), new OutboundMessage.Text(text));
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
