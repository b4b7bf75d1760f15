package org.sprechstunde.whatsapp;

import java.util.List;
import java.util.Optional;

/** What the town says to a citizen. */
public sealed interface Outgoing {

    /** Words, up to 4,096 characters; addresses in them are not looked up. */
    record Text(String body) implements Outgoing {}

    /**
     * An emoji on a message of the citizen, in the place of any earlier one.
     *
     * @param to WhatsApp's id of the message
     * @param emoji empty to take it back
     */
    record Reaction(String to, String emoji) implements Outgoing {}

    /** A picture that lies at WhatsApp. */
    record Image(String mediaId, Optional<String> caption) implements Outgoing {}

    /** A file that lies at WhatsApp, under the name that the citizen will see. */
    record Document(String mediaId, Optional<String> caption, Optional<String> fileName) implements Outgoing {}

    /** A message that WhatsApp has approved, by its name, with what fills its gaps. */
    record Template(String name, String language, List<String> parameters) implements Outgoing {
        public Template {
            parameters = List.copyOf(parameters);
        }
    }
}
