package org.sprechstunde.inbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Map;
import org.sprechstunde.platform.Json;
import org.sprechstunde.platform.Services;
import org.sprechstunde.whatsapp.MessageTemplate;
import org.sprechstunde.whatsapp.MessageTemplates;
import org.sprechstunde.whatsapp.TemplateState;

/** Which of the town's templates can be sent now, as far as WhatsApp has said. */
final class OfferedTemplates {
    private final MessageTemplates templates;

    OfferedTemplates(Services services) {
        this.templates = MessageTemplates.of(services.platform().settings());
    }

    ArrayNode json(Map<String, String> states) {
        ArrayNode array = Json.array();
        for (MessageTemplate template : templates.all()) {
            String word = states.getOrDefault(template.key(), "");
            array.addObject()
                    .put("name", template.name())
                    .put("language", template.language())
                    .put("state", TemplateState.parse(word).word());
        }
        return array;
    }
}
