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
    private final Enclosing enclosing;

    Preparation(Enquiries enquiries, Templates templates, Enclosing enclosing) {
        this.enquiries = enquiries;
        this.templates = templates;
        this.enclosing = enclosing;
    }

    sealed interface Result permits Ready, Refused {}

    Result of(Enquiry enquiry, Draft draft, Patience patience) {
        return switch (draft) {
            case Draft.Free free -> free(enquiry, free, patience);
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
        return Ready.of(
                new Reply(content, Optional.empty(), Context.NONE),
                new Outgoing.Template(template.name(), template.language(), template.parameters(name)));
    }

    /** The quote comes first: what cannot be sent brings no file to WhatsApp. */
    private Result free(Enquiry enquiry, Draft.Free draft, Patience patience) {
        Optional<String> wamid = draft.quote().flatMap(quote -> wamid(enquiry, quote));
        if (draft.quote().isPresent() && wamid.isEmpty()) {
            return new Refused(Problem.UNKNOWN_QUOTE);
        }
        return switch (unquoted(enquiry, draft, patience)) {
            case Refused refused -> refused;
            case Ready ready -> {
                Reply reply = ready.reply();
                yield new Ready(draft.quote().map(reply::quoting).orElse(reply), ready.outgoing(), wamid);
            }
        };
    }

    private Result unquoted(Enquiry enquiry, Draft.Free draft, Patience patience) {
        return draft.enclosure()
                .map(enclosure -> enclosing.enclose(enquiry, enclosure, draft.text(), patience))
                .orElseGet(() -> {
                    String text = draft.text().orElseThrow();
                    return Ready.of(Reply.of(text), new Outgoing.Text(text));
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
