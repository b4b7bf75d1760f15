package org.sprechstunde.sweep;

import static java.util.stream.Collectors.toMap;

import java.util.Map;
import org.sprechstunde.platform.Secrets;
import org.sprechstunde.platform.Services;
import org.sprechstunde.store.TemplateStates;
import org.sprechstunde.whatsapp.MessageTemplates;
import org.sprechstunde.whatsapp.TemplateListing;
import org.sprechstunde.whatsapp.TemplateState;

/** Asks WhatsApp which of the town's templates it takes, so that the page offers no other. */
final class TemplateLookup {
    private final Secrets secrets;
    private final TemplateListing listing;
    private final TemplateStates states;
    private final MessageTemplates templates;

    TemplateLookup(Services services) {
        this.secrets = services.secrets();
        this.listing = new TemplateListing(services);
        this.states = new TemplateStates(services);
        this.templates = MessageTemplates.of(services.platform().settings());
    }

    /** Every hour, for a notice may be lost. */
    void ask() {
        String account = secrets.current().account();
        if (!account.isEmpty()) {
            listing.of(account).ifPresent(this::keep);
        }
    }

    /** Where WhatsApp has told of a change, or was never asked. */
    void askIfUnknown() {
        if (!secrets.current().account().isEmpty() && states.read().isEmpty()) {
            ask();
        }
    }

    /** The account may have others, which are none of the town's business. */
    private void keep(Map<String, TemplateState> told) {
        states.write(templates.all().stream()
                .collect(toMap(
                        template -> template.key(),
                        template -> told.getOrDefault(template.key(), TemplateState.UNAVAILABLE)
                                .word())));
    }
}
