package org.sprechstunde.whatsapp;

import java.util.List;
import java.util.Optional;

/** What the town says to a citizen. */
public sealed interface OutboundContent {

    /** Words, up to 4,096 characters; addresses in them are not looked up. */
    record Text(String body) implements OutboundContent {}

    /**
     * An emoji on a message of the citizen, in the place of any earlier one.
     *
     * @param to WhatsApp's id of the message
     * @param emoji empty to take it back
     */
    record Reaction(String to, String emoji) implements OutboundContent {}

    /** A picture that lies at WhatsApp. */
    record Image(String mediaId, Optional<String> caption) implements OutboundContent {}

    /** A file that lies at WhatsApp, under the name that the citizen will see. */
    record Document(String mediaId, Optional<String> caption, Optional<String> fileName) implements OutboundContent {}

    /** A message that WhatsApp has approved, by its name, with what fills its gaps. */
    record Template(String name, String language, List<String> parameters) implements OutboundContent {
        public Template {
            parameters = List.copyOf(parameters);
        }
    }
}
